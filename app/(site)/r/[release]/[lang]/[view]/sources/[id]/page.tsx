import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading } from '@/components/layout/page-heading';
import { SourceFacts } from '@/components/sources/source-facts';
import { SourceRows } from '@/components/sources/source-rows';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { titleLanguage } from '@/domain/citation';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { placesOfRow, publisherAnchor } from '@/lib/inputs/row-places';
import { pinOf } from '@/lib/inputs/site-links';
import { readChartDefinitions } from '@/lib/reads/chart';
import { readSource } from '@/lib/reads/sources';

export const dynamic = 'force-static';

type SourcePageProps = PageProps<'/r/[release]/[lang]/[view]/sources/[id]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  const { id, ...rest } = await params;
  const { release } = readInternalParams(rest);
  const found = await readSource(release, id);
  if (!found) return {};
  const { title, publisher } = found.source;
  return { title: `${publisher}: ${title}`, description: `Everything in the ledger that was taken from “${title}” (${publisher}).`, alternates: { canonical: `/sources/${id}` } };
}

export default async function SourcePage({ params }: SourcePageProps) {
  const { id, ...rest } = await params;
  const { release, view, words } = readInternalParams(rest);
  const found = await readSource(release, id);
  if (!found) notFound();
  const { source, rows, shelf } = found;
  const pin = pinOf(view, release);
  const charts = new Map((await readChartDefinitions(release)).map(({ slug, title }) => [slug, title]));
  const write = (path: string): string => writeAddress(path, { theme: view.theme }, pin);
  return (
    <>
      <PageHeading title={source.title} kicker={source.publisher} language={titleLanguage(source)}>
        {rows.length === 0 ? <p>Nothing in this release rests on this document any more.</p> : <p>Everything here that was taken from this document, and where it is shown.</p>}
      </PageHeading>
      <AsOfControl words={words} action={`/sources/${id}`} view={view} release={release} />
      <ViewNotices words={words} view={view} />
      {source.status === 'withdrawn' && <p className="mb-4 border-s-4 border-accent bg-accent-wash px-4 py-2.5">This entry was withdrawn: {source.changeNote}</p>}
      <SourceFacts
        source={source}
        shelfHref={`${write('/sources')}#${publisherAnchor(source.publisher)}`}
        shelf={shelf}
        release={<>as of <a href={write(`/releases/${source.publishedIn}`)}>release {source.publishedIn}</a>{source.changeNote && source.status === 'current' && <>: {source.changeNote}</>}</>}
      />
      <SourceRows
        rows={rows}
        language={source.language}
        placesOf={(row) => placesOfRow(row, charts).map(({ label, path, fragment }) => ({ label, href: `${write(path)}${fragment}` }))}
      />
    </>
  );
}
