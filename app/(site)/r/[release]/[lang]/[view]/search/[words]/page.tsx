import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { PageHeading } from '@/components/layout/page-heading';
import { SearchField } from '@/components/search/search-field';
import { SearchResults } from '@/components/search/search-results';
import { SlashControl } from '@/components/search/slash-control';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import type { Words } from '@/domain/words';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { joinLanguage } from '@/lib/inputs/language-path';
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
  const { words: segment, ...rest } = await params;
  const { words, lang } = readInternalParams(rest);
  const sought = parseWordsSegment(segment);
  return {
    title: sought === '' ? words.say('search.page.title') : words.say('search.page.titled', { sought }),
    description: words.say('search.page.description'),
    alternates: { canonical: joinLanguage(lang, '/search') },
    robots: { index: sought === '', follow: true },
  };
}

export default async function SearchPage({ params }: SearchPageProps) {
  const { words: segment, ...rest } = await params;
  const { release, view, words } = readInternalParams(rest);
  const sought = parseWordsSegment(segment);
  const { entries, isPartial } = (await readFinder(release))(sought);
  const pin = pinOf(view, release);
  const hrefOf = ({ path, fragment }: SearchEntry): string => {
    const [bare = path, query] = path.split('?', 2);
    const href = writeAddress(bare, { theme: view.theme }, pin);
    return `${query === undefined ? href : `${href}${href.includes('?') ? '&' : '?'}${query}`}${fragment}`;
  };
  return (
    <>
      <PageHeading title={words.say('search.page.title')} />
      <div className="max-w-2xl pb-6">
        <SearchField release={release} pinned={view.pinned} theme={view.theme} digits={view.digits} initialWords={sought} isMain />
        <SlashControl>{words.compose('search.page.slash', { kbd: (text: ReactNode[]) => <kbd key="key" className="rounded-sm border border-faint px-1.5 font-sans">{text}</kbd> })}</SlashControl>
      </div>
      <AsOfControl action="/search" view={view} release={release} words={words} />
      <ViewNotices view={view} words={words} />
      {sought === '' ? (
        <>
          <p className="pt-6 text-muted">{words.say('search.page.browse')}</p>
          <SearchResults entries={(await readSearchEntries(release)).filter(({ kind }) => TO_BROWSE.includes(kind))} hrefOf={hrefOf} ownPath="" words={words} />
        </>
      ) : (
        <>
          <p className="pt-6 text-muted">{tellFound(sought, entries.length, isPartial, words)}</p>
          <SearchResults entries={entries} hrefOf={hrefOf} ownPath={`/search?q=${encodeURIComponent(sought)}`} words={words} />
        </>
      )}
    </>
  );
}

function tellFound(sought: string, count: number, isPartial: boolean, words: Words): string {
  if (count === 0) return words.say('search.page.nothing', { sought });
  if (isPartial) return words.say('search.page.partial', { sought });
  return words.say('search.page.found', { count, printed: words.number(count), sought });
}
