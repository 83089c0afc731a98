// What can be found: one entry for each thing that has a name, with the words it is found by and the place it leads to.

export const SEARCH_KINDS = {
  chart: { one: 'Chart', many: 'Charts', weight: 1.6 },
  incident: { one: 'Clash or strike', many: 'Clashes and strikes', weight: 1.25 },
  crossing: { one: 'Crossing', many: 'Crossings', weight: 1.7 },
  organisation: { one: 'Organisation', many: 'Organisations', weight: 2 },
  indicator: { one: 'What is counted', many: 'What is counted', weight: 1.3 },
  place: { one: 'Place', many: 'Places', weight: 1.3 },
  event: { one: 'Dated event', many: 'Dated events', weight: 1 },
  page: { one: 'Page', many: 'Pages', weight: 1.4 },
  publisher: { one: 'Publisher', many: 'Publishers', weight: 1.5 },
  source: { one: 'Source', many: 'Sources', weight: 0.75 },
} as const;

export type SearchKind = keyof typeof SEARCH_KINDS;

export interface SearchEntry {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  /** What tells it from others of its kind, shown under the title. */
  readonly note: string;
  /** Further words it is found by; not shown. */
  readonly words: string;
  /** Public path; the release is for the caller to add. */
  readonly path: string;
  /** With its `#`, or empty. */
  readonly fragment: string;
}

/** The same as a row of an array: names of fields would be a third of what is sent. */
export type PackedEntry = readonly [kind: SearchKind, id: string, title: string, note: string, words: string, path: string, fragment: string];

export function packEntry({ kind, id, title, note, words, path, fragment }: SearchEntry): PackedEntry {
  return [kind, id, title, note, words, path, fragment];
}

export function unpackEntry([kind, id, title, note, words, path, fragment]: PackedEntry): SearchEntry {
  return { kind, id, title, note, words, path, fragment };
}
