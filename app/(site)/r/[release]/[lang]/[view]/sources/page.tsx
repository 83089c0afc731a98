import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { SourceLine } from '@/components/layout/source-line';
import { FilterField } from '@/components/search/filter-field';
import { PublisherIndex } from '@/components/sources/publisher-index';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { publisherAnchor } from '@/lib/inputs/row-places';
import { pinOf } from '@/lib/inputs/site-links';
import { readSources } from '@/lib/reads/sources';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'Sources',
  description: 'Every document that a number in the ledger was taken from, by publisher, each with the rows taken from it.',
  alternates: { canonical: '/sources' },
};

export function generateStaticParams() {
  return [];
}

export default async function SourcesPage({ params }: PageProps<'/r/[release]/[lang]/[view]/sources'>) {
  const { release, view, words } = readInternalParams(await params);
  const shelves = await readSources(release);
  const documents = shelves.reduce((sum, { sources }) => sum + sources.length, 0);
  return (
    <>
      <PageHeading title="Sources">
        <p>Every document that a number here was taken from, by who published it. Each keeps its own rights; we quote briefly and link to the page we read.</p>
      </PageHeading>
      <AsOfControl words={words} action="/sources" view={view} release={release} />
      <ViewNotices words={words} view={view} />
      <p className="pt-5 pb-4 text-[0.9375rem] text-muted">{documents} documents of {shelves.length} publishers. Each title opens the list of what was taken from the document.</p>
      <FilterField label="Show only those with the words" target="shelves" noun={['document', 'documents']} />
      <PublisherIndex publishers={shelves.map(({ publisher, sources }) => ({ publisher, documents: sources.length }))} />
      <div id="shelves" className="gap-x-12 pt-6 md:columns-2">
        {shelves.map(({ publisher, sources }) => (
          <section key={publisher} data-filter-group="" className="mb-8">
            <h2 id={publisherAnchor(publisher)} tabIndex={-1} className="border-b border-rule-strong pb-1 text-xl break-after-avoid">{publisher}</h2>
            <ul>
              {sources.map((source) => (
                <SourceLine key={source.id} source={source} rows={source.rows} href={writeAddress(`/sources/${source.id}`, { theme: view.theme }, pinOf(view, release))} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
