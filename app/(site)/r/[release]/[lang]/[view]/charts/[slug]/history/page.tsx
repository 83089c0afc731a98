import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cellAnchor, ChartHistoryList, hasChanged } from '@/components/history/chart-history';
import type { HistoryLinks } from '@/components/history/version-line';
import { PageHeading } from '@/components/layout/page-heading';
import { CitationList } from '@/components/sources/citation-list';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readChartHistory } from '@/lib/reads/history';

export const dynamic = 'force-static';

type HistoryPageProps = PageProps<'/r/[release]/[lang]/[view]/charts/[slug]/history'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const read = await readChartHistory(release, slug, view.asOf, view.breakdown);
  if (!read) return {};
  return {
    title: `History of “${read.definition.title}”`,
    description: `Every value ever published for “${read.definition.title}”: who reported it when, in which release it stood, and what replaced it.`,
    alternates: { canonical: `/charts/${slug}/history` },
  };
}

export default async function HistoryPage({ params }: HistoryPageProps) {
  const { slug, ...rest } = await params;
  const { release, view, words } = readInternalParams(rest);
  const read = await readChartHistory(release, slug, view.asOf, view.breakdown);
  if (!read) notFound();
  const { definition, history, citations } = read;
  const pin = pinOf(view, release);
  const links: HistoryLinks = {
    slug, citations,
    releaseHref: (number) => writeAddress(`/releases/${number}`, { theme: view.theme }, pin),
  };
  const changed = history.groups.flatMap((group) => group.cells.filter(hasChanged).map((cell) => ({ ...cell, series: history.groups.length > 1 ? group.title : null })));
  return (
    <>
      <PageHeading title={`History of “${definition.title}”`}>
        <p>
          Every value that was ever published here, with who reported it and when, the release it stood in, and what took its place. Nothing is taken away: what was
          replaced or withdrawn is struck through, with the reason.
        </p>
      </PageHeading>
      <AsOfControl words={words} action={`/charts/${slug}/history`} view={view} release={release} />
      <ViewNotices words={words} view={view} />
      <p><a href={writeAddress(`/charts/${slug}`, { asOf: view.asOf, breakdown: view.breakdown, theme: view.theme }, pin)}>Back to the chart</a></p>
      {changed.length > 0 && (
        <details className="fold mt-4">
          <summary>Revised or corrected <span className="fold-count">{changed.length}</span></summary>
          <ul className="columns-[14rem] gap-x-8 pb-3 text-sm">
            {changed.map(({ id, label, series }) => (
              <li key={id} className="break-inside-avoid py-1"><a href={`#${cellAnchor(id)}`}>{label}{series !== null && <span className="text-muted">, {series}</span>}</a></li>
            ))}
          </ul>
        </details>
      )}
      <ChartHistoryList history={history} links={links} />
      <section aria-labelledby="history-sources" className="chart-figure mt-14 border-t border-rule-strong pt-6">
        <h2 id="history-sources" className="mb-3 text-2xl">Sources</h2>
        <CitationList citations={citations} idPrefix={slug} />
      </section>
    </>
  );
}
