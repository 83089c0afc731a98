import MiniSearch, { type Query } from 'minisearch';
import { SEARCH_KINDS, type SearchEntry } from './entry';
import { foldWords } from './fold-words';

// One search for the field of every page and for the page of results, so that both find the same in the same order.

/** Words that readers use for one another. */
const ALIKE: readonly (readonly string[])[] = [
  ['deaths', 'death', 'dead', 'killed', 'fatalities', 'casualties', 'toll'],
  ['injured', 'wounded', 'injuries'],
  ['closure', 'closures', 'closed', 'shut', 'reopened'],
  ['crossing', 'gate', 'border'],
  ['chaman', 'boldak'],
  ['attack', 'attacks', 'assault'],
  ['strike', 'strikes', 'airstrike', 'airstrikes', 'bombing'],
  ['ttp', 'tehreek', 'tehrik'],
  ['army', 'military', 'ispr'],
  ['un', 'unama'],
  ['jan', 'january'], ['feb', 'february'], ['mar', 'march'], ['apr', 'april'], ['jun', 'june'], ['jul', 'july'], ['aug', 'august'], ['sep', 'sept', 'september'],
  ['oct', 'october'], ['nov', 'november'], ['dec', 'december'],
];
const LITTLE: ReadonlySet<string> = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);
const SURE = 4;
/** A title that begins with the word looked for is most likely what it names. */
const FIRST_WORD = 1.6;

export interface Finding {
  readonly entries: readonly SearchEntry[];
  /** No entry has all of the words: these have some. */
  readonly isPartial: boolean;
}

export type Finder = (words: string) => Finding;

function termsOf(text: string): string[] {
  return foldWords(text).split(/[^\p{L}\p{N}]+/u).filter((term) => term !== '');
}

const isNumber = (term: string): boolean => /^\d+$/.test(term);

/** A whole word counts most, its beginning less, a slip of the pen least; numbers must be right. */
function oneTerm(term: string): Query {
  const alike = ALIKE.filter((words) => words.includes(term)).flat().filter((word) => word !== term);
  const asked: Query = { queries: [term], prefix: term.length > 1 && !isNumber(term), fuzzy: term.length > SURE && !isNumber(term) ? 0.2 : false };
  return alike.length === 0 ? asked : { combineWith: 'OR', queries: [asked, { queries: alike, combineWith: 'OR', prefix: false, fuzzy: false, boost: { title: 1, note: 0.5, words: 0.25 } }] };
}

/** Makes the search over entries; best first, equal ones in the order given. */
export function makeFinder(entries: readonly SearchEntry[]): Finder {
  const index = new MiniSearch<SearchEntry & { readonly key: number }>({
    idField: 'key',
    fields: ['title', 'note', 'words'],
    tokenize: termsOf,
    processTerm: (term) => (LITTLE.has(term) ? null : term),
    searchOptions: { boost: { title: 4, note: 1.5 }, weights: { prefix: 0.5, fuzzy: 0.25 }, boostDocument: (key) => SEARCH_KINDS[entries[key as number]?.kind ?? 'page'].weight },
  });
  index.addAll(entries.map((entry, key) => ({ ...entry, key })));
  const ask = (terms: readonly string[], combineWith: 'AND' | 'OR'): readonly SearchEntry[] =>
    index
      .search({ combineWith, queries: terms.map(oneTerm) })
      .map(({ id, score }) => ({ id, score: termsOf(entries[id as number]?.title ?? '')[0] === terms[0] ? score * FIRST_WORD : score }))
      .sort((a, b) => b.score - a.score || (a.id as number) - (b.id as number))
      .flatMap(({ id }) => entries[id as number] ?? []);
  return (words) => {
    const terms = [...new Set(termsOf(words).filter((term) => !LITTLE.has(term)))];
    if (terms.length === 0) return { entries: [], isPartial: false };
    const all = ask(terms, 'AND');
    return all.length > 0 || terms.length === 1 ? { entries: all, isPartial: false } : { entries: ask(terms, 'OR'), isPartial: true };
  };
}
