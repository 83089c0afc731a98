import MiniSearch from 'minisearch';
import { foldWords } from './fold-words';

// The editors' search: any row of the ledger by words of its title or by its id, where readers find pages.

export interface FindableRow {
  readonly id: string;
  readonly title: string;
}

/** Positions of the rows that have all the words, best first; a word may be begun only. */
export type RowFinder = (words: string) => readonly number[];

const termsOf = (text: string): string[] => foldWords(text).split(/[^\p{L}\p{N}]+/u).filter((term) => term !== '');

/** Makes the search over rows. Rows that fit equally well stay in the order given. */
export function makeRowFinder(rows: readonly FindableRow[]): RowFinder {
  const index = new MiniSearch<FindableRow & { readonly key: number }>({
    idField: 'key', fields: ['title', 'id'], tokenize: termsOf,
    searchOptions: { combineWith: 'AND', boost: { title: 2 }, prefix: (term) => !/^\d+$/.test(term), fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false), weights: { prefix: 0.6, fuzzy: 0.2 } },
  });
  index.addAll(rows.map(({ id, title }, key) => ({ id, title, key })));
  return (words) => index.search(words).toSorted((a, b) => b.score - a.score || (a.id as number) - (b.id as number)).map(({ id }) => id as number);
}
