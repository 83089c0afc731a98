// A citation ties one row version to a source: where in it, and a short quote or paraphrase.

import { labelDay, monthName, partsOf } from './day';
import type { Day } from './day';

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

/** `PTI, 2 Oct 2025: "title"`; the month or the year alone where the page shows no more, nothing where it shows no date. */
export function citationLine(citation: Citation): string {
  const { publisher, title } = citation.source;
  const date = publishedLabel(citation.source);
  return `${publisher}${date === null ? '' : `, ${date}`}: "${title}"`;
}

/** The language of a title: a page without one is named by us, in brackets and in English. */
export function titleLanguage({ title, language }: Source): string {
  return title.startsWith('[') ? 'en' : language;
}

/** The day, the month or the year, as exactly as the page shows it. */
export function labelPublished(source: Source): string {
  return publishedLabel(source) ?? 'undated';
}

function publishedLabel({ publishedOn, publishedPrecision }: Source): string | null {
  if (publishedOn === null || publishedPrecision === 'unknown') return null;
  if (publishedPrecision === 'day') return labelDay(publishedOn);
  const { year, month } = partsOf(publishedOn);
  return publishedPrecision === 'month' ? `${monthName(month).slice(0, 3)} ${year}` : String(year);
}

/** The host of a web address without `www.`, for "read at <host>"; null for anything that is not a web address. */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : null;
}

/** Words of a quote: runs of letters and digits between spaces or dashes. `well-known` and `2,414` are one word each. */
export function countWords(text: string): number {
  return text.split(/[\s\u2013\u2014/]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
