import type { Metadata } from 'next';
import { citedWork } from '@/app/_files/cited-work';
import { ChartFigure } from '@/components/charts/chart-figure';
import { CiteThis } from '@/components/cite/cite-this';
import { ClosureFiles } from '@/components/closures/closure-files';
import { DisputedTable, LongestTable, PartialTable } from '@/components/closures/closure-tables';
import { LaneBoard } from '@/components/closures/lane-board';
import { RangeForm } from '@/components/closures/range-form';
import { PageHeading } from '@/components/layout/page-heading';
import { CitationList } from '@/components/sources/citation-list';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { labelDay } from '@/domain/period';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readClosures } from '@/lib/reads/closures';

export const dynamic = 'force-static';

type ClosuresPageProps = PageProps<'/r/[release]/[lang]/[view]/closures'>;

const PATH = '/closures';
/** Prefix of the ids of the citations that the lists of the page share. */
const RECORD = 'record';
const TITLE = 'Border closures between Pakistan and Afghanistan';
const DESCRIPTION = 'Every closure on record of the crossings between Pakistan and Afghanistan, by crossing and by what was shut, with what is certain about its days and what is not.';

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: ClosuresPageProps): Promise<Metadata> {
  const { release, view } = readInternalParams(await params);
  const pin = pinOf(view, release);
  const file = (extension: string): string => writeAddress(`${PATH}.${extension}`, { asOf: view.asOf }, pin);
  return {
    title: 'Border closures',
    description: DESCRIPTION,
    alternates: {
      canonical: writeAddress(PATH, { asOf: view.asOf }, pin),
      types: { 'text/csv': file('csv'), 'application/json': file('json'), 'text/calendar': file('ics') },
    },
  };
}

export default async function ClosuresPage({ params }: ClosuresPageProps) {
  const { release, view, words } = readInternalParams(await params);
  const [record, work] = await Promise.all([
    readClosures(release, view), citedWork({ id: 'closures', title: TITLE, abstract: DESCRIPTION, path: PATH, view, release }),
  ]);
  const pin = pinOf(view, release);
  const { asOf, from, to } = view;
  return (
    <>
      <PageHeading title="When the crossings were shut, to whom, and for how long">
        <p>
          A crossing is rarely just open or shut: lorries, travellers with papers and people going home were stopped and let through on different days.
          Each has its own line here. Where nobody reported the end of a closure, none is drawn.
        </p>
      </PageHeading>
      <ViewNotices words={words} view={view} />
      <AsOfControl words={words} action={PATH} view={view} release={release} />
      {record === null ? <p className="mt-8 max-w-prose">No closure is on record {asOf === null ? 'in this release' : `as known on ${labelDay(asOf)}`}.</p> : (
        <>
          <section aria-labelledby="state" className="mt-12">
            <h2 id="state" className="text-2xl">The last that is known of each crossing</h2>
            <p className="mt-2 mb-6 max-w-prose text-muted">
              This is not the state of today. Each line stands on the last day of which a source speaks of that traffic, the newest of them {labelDay(record.reach.last)}; nothing is known here of any later day.
            </p>
            <LaneBoard boards={record.boards} idPrefix={RECORD} />
          </section>
          <section className="mt-16">
            <RangeForm words={words} action={PATH} view={view} pin={pin} reach={record.reach} />
            <ChartFigure model={record.timeline} modelUrl={writeAddress(`${PATH}.model.json`, { asOf, from, to, language: view.language, digits: view.digits }, release)} />
          </section>
          <section aria-labelledby="days" className="mt-16">
            <h2 id="days" className="sr-only">Days closed by quarter</h2>
            {record.days.map(({ lane, model }) => (lane === 'trade'
              ? <ChartFigure key={lane} model={model} headingLevel={3} />
              : <details key={lane} className="fold"><summary>{model.title}</summary><div className="pt-4"><ChartFigure model={model} headingLevel={3} /></div></details>
            ))}
          </section>
          <section aria-labelledby="longest" className="mt-16">
            <h2 id="longest" className="mb-4 text-2xl">The longest closures on record</h2>
            <LongestTable rows={record.longest} idPrefix={RECORD} />
          </section>
          <section aria-labelledby="partial" className="mt-16">
            <h2 id="partial" className="mb-4 text-2xl">What passed all the same</h2>
            <PartialTable rows={record.partial} idPrefix={RECORD} />
          </section>
          <section aria-labelledby="disputed" className="mt-16">
            <h2 id="disputed" className="text-2xl">Where sources differ about the day</h2>
            <p className="mt-2 mb-4 max-w-prose text-muted">The ledger counts with the first day given here and keeps the others: they are the reason why some numbers of days are a range.</p>
            <DisputedTable rows={record.disputed} idPrefix={RECORD} />
          </section>
          <section aria-labelledby="files" className="mt-16">
            <h2 id="files" className="mb-4 text-2xl">Take the record</h2>
            <ClosureFiles view={view} release={release} />
          </section>
          {work && (
            <CiteThis work={work} files={null} publishers={[...new Set(record.timeline.citations.map(({ source }) => source.publisher))]} sourcesHref={`#${RECORD}-source-1`} />
          )}
          <details className="fold mt-16">
            <summary>Sources of the lists on this page <span className="fold-count">{record.citations.length}</span></summary>
            <CitationList citations={record.citations} idPrefix={RECORD} />
          </details>
        </>
      )}
    </>
  );
}
