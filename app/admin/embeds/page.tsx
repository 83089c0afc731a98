import type { Metadata } from 'next';
import { findChartDefinitions } from '@/db/queries/find-chart-definitions';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { type EmbedHosts, findEmbedSightings } from '@/db/queries/find-embed-sightings';
import { labelDay } from '@/domain/period';
import { requireEditor } from '@/lib/accounts/require-editor';
import { env } from '@/lib/env';
import { DeskLinks } from '../_parts/desk-links';

export const metadata: Metadata = { title: 'Embeds' };
export const dynamic = 'force-dynamic';

export default async function EmbedsPage() {
  const { desk, session } = await requireEditor();
  const release = await findCurrentRelease(desk.db);
  const [charts, definitions] = await Promise.all([findEmbedSightings(desk.db), findChartDefinitions(desk.db, release)]);
  const titles = new Map(definitions.map((definition) => [definition.slug, definition.title]));
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/embeds" />
      <h1 className="font-serif text-3xl font-semibold">Where charts are embedded</h1>
      <div className="mt-3 mb-10 max-w-prose space-y-2">
        <p>Which hosts have shown a chart in a frame, and since when, from the host’s name in the referrer. No reader, no address and no page is kept.</p>
        <p>
          The numbers are less than what was seen: answers that a browser or a cache in front of the site keeps are not counted, nor are hosts whose pages send no referrer. Any
          program can send any referrer, so a host seen on one day only may be none. New counts appear within a minute.
        </p>
        {!env().countsEmbedSightings && <p className="border-l-4 border-accent bg-accent-wash px-4 py-3">Counting is off on this installation (EMBED_SIGHTINGS=off).</p>}
      </div>
      {charts.length === 0 ? (
        <p className="text-muted">No embed has been seen on another host yet.</p>
      ) : (
        charts.map((chart) => <ChartHosts key={chart.slug} chart={chart} title={titles.get(chart.slug) ?? null} />)
      )}
    </>
  );
}

function ChartHosts({ chart, title }: { readonly chart: EmbedHosts; readonly title: string | null }) {
  const headingId = `hosts-${chart.slug}`;
  const left = chart.total - chart.hosts.length;
  return (
    <section className="mb-12">
      <h2 id={headingId} className="mb-4 border-b border-rule-strong pb-1 font-serif text-xl font-semibold">
        {title === null ? chart.slug : <a href={`/charts/${chart.slug}`}>{title}</a>} <span className="font-sans text-base font-normal text-muted">({chart.total})</span>
      </h2>
      {title === null && <p className="mb-4 text-muted">No chart of the current release has this name: it was renamed or withdrawn.</p>}
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-labelledby={headingId}>
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="text-sm text-muted">
              <Head>Host</Head>
              <Head>First seen</Head>
              <Head>Last seen</Head>
              <Head isNumber>Days</Head>
              <Head isNumber>Sightings</Head>
            </tr>
          </thead>
          <tbody>
            {chart.hosts.map(({ host, firstSeen, lastSeen, days, sightings }) => (
              <tr key={host} className="border-t border-rule">
                {/* Not a link: a stranger chooses what stands here. */}
                <th scope="row" className="max-w-md py-2 pr-4 font-normal break-all">
                  {host}
                </th>
                <td className="py-2 pr-4 whitespace-nowrap">{labelDay(firstSeen)}</td>
                <td className="py-2 pr-4 whitespace-nowrap">{labelDay(lastSeen)}</td>
                <td className="py-2 pr-4 text-right tabular-nums">{days}</td>
                <td className="py-2 text-right tabular-nums">{sightings.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && <p className="mt-2 text-sm text-muted">And {left} more, seen on fewer days.</p>}
    </section>
  );
}

function Head({ isNumber = false, children }: { readonly isNumber?: boolean; readonly children: React.ReactNode }) {
  return (
    <th scope="col" className={`py-1.5 pr-4 font-medium last:pr-0 ${isNumber ? 'text-right' : ''}`}>
      {children}
    </th>
  );
}
