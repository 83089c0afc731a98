// A mapping says what the columns of a file mean; it is kept for the next file of the same layout.

import type { Day } from '../day';
import type { CrossingRule, EventSpan } from './event-counts';
import type { EventLayoutId } from './event-layouts';
import type { DifferingRule } from './verdict';

/** What a date standing for a period means: spreadsheets turn `2025-10` into the first of October. */
export type DateMeans = 'day' | 'month' | 'quarter' | 'year';

/** Columns by their name in the header; null where the file has none. */
export interface ReadingColumns {
  readonly series: string | null;
  readonly period: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly value: string | null;
  readonly qualifier: string | null;
  readonly empty: string | null;
  readonly kind: string | null;
  readonly status: string | null;
  readonly reportedOn: string | null;
  readonly note: string | null;
  readonly citationTitle: string | null;
  readonly citationUrl: string | null;
}

/** The document that stands behind every row, and where in it. */
export interface SourceChoice {
  /** Null: each row names its own in the columns of citations. */
  readonly sourceId: string | null;
  /** `table 3`; null: the row of the file is named. */
  readonly locator: string | null;
}

export interface ReadingsMapping extends DifferingRule, SourceChoice {
  readonly kind: 'readings';
  /** `long`: one figure a row. `periods`: a row is a series, its columns are periods. `series`: a row is a period, its columns are series. */
  readonly shape: 'long' | 'periods' | 'series';
  readonly columns: ReadingColumns;
  /** The series of all rows, where no column says. */
  readonly seriesId: string | null;
  /** What the file calls a series, and its id. */
  readonly seriesNames: Readonly<Record<string, string>>;
  readonly dateMeans: DateMeans;
  /** For rows without a day of their own. */
  readonly reportedOn: Day | null;
}

export interface EventsMapping extends DifferingRule, SourceChoice {
  readonly kind: 'events';
  readonly layout: EventLayoutId;
  readonly every: EventSpan;
  readonly crossing: CrossingRule;
  readonly split: 'none' | 'type' | 'area';
  /** The days the file covers; null: as its layout has it. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The day this version of the data was published. */
  readonly reportedOn: Day | null;
}

/** Rows of our own files, known by the id in them: what differs is drafted. */
export interface RowsMapping extends DifferingRule, SourceChoice {
  readonly kind: 'closures' | 'claims' | 'sources' | 'incidents';
}

export type ImportMapping = ReadingsMapping | EventsMapping | RowsMapping;
export type ImportKind = ImportMapping['kind'];

export const NO_COLUMNS: ReadingColumns = {
  series: null, period: null, periodStart: null, periodEnd: null, value: null, qualifier: null, empty: null, kind: null, status: null, reportedOn: null, note: null,
  citationTitle: null, citationUrl: null,
};

/** What of a mapping holds for the next file of the same layout: its columns and rules. Its document, days and reason belong to one file. */
export function ofLayout(mapping: ImportMapping): ImportMapping {
  const without = { ...mapping, change: 'correct', reason: null, sourceId: null, locator: null } as const;
  if (without.kind === 'events') return { ...without, from: null, to: null, reportedOn: null };
  return without.kind === 'readings' ? { ...without, reportedOn: null } : without;
}
