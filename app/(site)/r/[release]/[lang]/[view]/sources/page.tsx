import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { SourceLine } from '@/components/layout/source-line';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readSources } from '@/lib/reads/sources';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'Sources',
  description: 'Every document that a number in the ledger was taken from, by publisher.',
  alternates: { canonical: '/sources' },
};

export function generateStaticParams() {
  return [];
}

export default async function SourcesPage({ params }: PageProps<'/r/[release]/[lang]/[view]/sources'>) {
  const { release, view } = readInternalParams(await params);
  const shelves = await readSources(release);
  return (
    <>
      <PageHeading title="Sources">
        <p>Every document that a number here was taken from, by who published it. Each keeps its own rights; we quote briefly and link to the page we read.</p>
      </PageHeading>
      <AsOfControl action="/sources" view={view} release={release} />
      <ViewNotices view={view} />
      <div className="gap-x-12 pt-2 md:columns-2">
        {shelves.map(({ publisher, sources }) => (
          <section key={publisher} className="mb-8">
            <h2 className="border-b border-rule-strong pb-1 text-xl break-after-avoid">{publisher}</h2>
            <ul>{sources.map((source) => <SourceLine key={source.id} source={source} />)}</ul>
          </section>
        ))}
      </div>
    </>
  );
}
