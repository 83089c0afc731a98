import { embedDocument } from '@/components/embed/embed-document';
import { frameWords } from '@/components/embed/frame-words';
import { embedHeaders } from '@/lib/embed-headers';
import { embedMessage, missingEmbed, refusedEmbedBreakdown, refusedEmbedSeries } from '@/lib/embed-message';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { parseFrameSegment, writeEmbedAddress } from '@/lib/inputs/embed';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readEmbed } from '@/lib/reads/embed';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** One chart as a document for frames. The release in the address is the newest one; which one is shown is for the frame's mode to say. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/embed/[slug]/[frame]'>) {
  const { slug: asked, frame, ...rest } = await params;
  const { release: current, view } = readInternalParams(rest);
  const how = parseFrameSegment(frame);
  if (how === null) throw new Error(`Malformed internal address: ${frame}`);
  const read = await readEmbed({ current, slug: asked, view, mode: how.mode });
  const { theme } = view;
  switch (read.state) {
    case 'absent':
      return missingEmbed(asked);
    case 'strange-series':
      return refusedEmbedSeries(asked, read.allowed);
    case 'strange-breakdown':
      return refusedEmbedBreakdown(asked, read.allowed);
    case 'not-yet':
      return embedMessage({ status: 404, slug: read.slug, title: read.title, theme, lines: [`Release ${read.release} had no such chart yet.`], link: { label: 'See the chart', href: `/charts/${read.slug}` } });
    case 'withdrawn': {
      const { release, note } = read.withdrawal;
      const lines = [`This chart was withdrawn in release ${release}.`, ...(note === '' ? [] : [note])];
      return embedMessage({ status: 200, slug: read.slug, title: read.title, theme, lines, link: { label: 'See all corrections', href: '/corrections' } });
    }
    case 'shown': {
      const { chart: { model }, slug } = read;
      const latestHref = writeAddress(`/charts/${slug}`, { language: view.language, digits: view.digits }, null);
      const document = embedDocument({
        model,
        words: frameWords({ ...read, model, mode: how.mode, latestHref, isRenamed: asked !== slug }),
        hidesTitle: how.hide.includes('title'),
        hidesLegend: how.hide.includes('legend'),
        opensTable: view.table,
        tableHref: writeEmbedAddress(asked, { ...how, view: { ...view, table: true } }),
        pageHref: writeAddress(`/charts/${model.slug}`, { ...view, table: false, theme: null }, read.release.number),
        latestHref,
        theme,
        canonical: `${env().siteUrl}${latestHref}`,
      }, await markup());
      return new Response(document.html, { headers: embedHeaders({ slug, ...document }) });
    }
  }
}

/** Imported when needed: Next does not let a module of a route import it outright. */
async function markup() {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return renderToStaticMarkup;
}
