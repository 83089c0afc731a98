// A citation ties one row version to a source: where in it, and a short quote or paraphrase.

import type { Day } from './period';

/** One document of a publisher. Dates are days, or null where the page shows none. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Null where the page must not be linked or none is known; `linkNote` then says why. */
  readonly url: string | null;
  /** True when the page is a copy on somebody else's host: shown as "read at <host>". */
  readonly urlIsCopy: boolean;
  readonly linkNote: string | null;
  readonly publishedOn: Day | null;
  readonly publishedPrecision: DatePrecision;
  readonly accessedOn: Day;
  readonly archiveUrl: string | null;
  readonly language: string;
  readonly licence: string;
}

export type DatePrecision = 'day' | 'month' | 'year' | 'unknown';

export interface Citation {
  readonly source: Source;
  readonly locator: string | null;
  /** At most 25 words, verbatim. */
  readonly quote: string | null;
  readonly paraphrase: string | null;
  /** What the citation is for: the row itself, or a rival date of it. */
  readonly role: 'main' | 'rival';
  readonly recordedBy: string;
  /** ISO instant. */
  readonly recordedAt: string;
}

/** Columns that every published row carries, as readers see them. */
export interface Recorded {
  readonly id: string;
  readonly revision: number;
  readonly publishedIn: number;
  readonly change: 'add' | 'update' | 'correct' | 'withdraw';
  readonly changeNote: string | null;
  readonly status: 'current' | 'withdrawn';
  readonly citations: readonly Citation[];
}
