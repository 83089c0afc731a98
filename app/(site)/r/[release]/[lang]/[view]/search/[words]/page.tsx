import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { SearchField } from '@/components/search/search-field';
import { SearchResults } from '@/components/search/search-results';
import { SlashControl } from '@/components/search/slash-control';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { parseWordsSegment } from '@/lib/inputs/search';
import { pinOf } from '@/lib/inputs/site-links';
import { readFinder, readSearchEntries } from '@/lib/reads/search';
import type { SearchEntry } from '@/lib/search/entry';

export const dynamic = 'force-static';

type SearchPageProps = PageProps<'/r/[release]/[lang]/[view]/search/[words]'>;

/** What stands open before anything was asked. */
const TO_BROWSE: readonly SearchEntry['kind'][] = ['crossing', 'chart', 'page'];

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: SearchPageProps): Promise<Metadata> {
  const words = parseWordsSegment((await params).words);
  return {
    title: words === '' ? 'Search' : `Search: ${words}`,
    description: 'Search the charts, clashes, crossings, organisations, places and sources of the ledger.',
    alternates: { canonical: '/search' },
    robots: { index: words === '', follow: true },
  };
}

export default async function SearchPage({ params }: SearchPageProps) {
  const { words: segment, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const words = parseWordsSegment(segment);
  const { entries, isPartial } = (await readFinder(release))(words);
  const pin = pinOf(view, release);
  const hrefOf = ({ path, fragment }: SearchEntry): string => {
    const [bare = path, query] = path.split('?', 2);
    const href = writeAddress(bare, { theme: view.theme }, pin);
    return `${query === undefined ? href : `${href}${href.includes('?') ? '&' : '?'}${query}`}${fragment}`;
  };
  return (
    <>
      <PageHeading title="Search" />
      <div className="max-w-2xl pb-6">
        <SearchField release={release} pinned={view.pinned} theme={view.theme} initialWords={words} isMain />
        <SlashControl />
      </div>
      <AsOfControl action="/search" view={view} release={release} />
      <ViewNotices view={view} />
      {words === '' ? (
        <>
          <p className="pt-6 text-muted">Charts, clashes and strikes, crossings, organisations, what they count, places, and every source.</p>
          <SearchResults entries={(await readSearchEntries(release)).filter(({ kind }) => TO_BROWSE.includes(kind))} hrefOf={hrefOf} ownPath="" />
        </>
      ) : (
        <>
          <p className="pt-6 text-muted">{tellFound(words, entries.length, isPartial)}</p>
          <SearchResults entries={entries} hrefOf={hrefOf} ownPath={`/search?q=${encodeURIComponent(words)}`} />
        </>
      )}
    </>
  );
}

function tellFound(words: string, count: number, isPartial: boolean): string {
  if (count === 0) return `Nothing in this release is called “${words}”. Try fewer letters, or the name of a crossing, a place or a publisher.`;
  if (isPartial) return `Nothing has all of the words of “${words}”. These have some of them.`;
  return `${count === 1 ? 'One thing' : `${count} things`} found for “${words}”.`;
}
