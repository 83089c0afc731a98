// A file holds one row a mark, with the columns promised for its kind; what was withdrawn stays in it, marked as withdrawn.

import type { Citation } from '../citation';
import { claimRecords } from './claim-records';
import { closedDaysRecords, closureRecords } from './closure-records';
import type { ChartDefinition } from './definition';
import { mapRecords } from './map-records';
import type { ChartModel } from './model';
import { periodRecords } from './period-records';
import type { ChartRows } from './rows';

export type Value = string | number | null;
export type RecordStatus = 'current' | 'superseded' | 'withdrawn';

/** One row before its citations are laid out in columns. */
export interface ChartRecord {
  readonly fields: Readonly<Record<string, Value>>;
  /** Null for kinds whose files carry no citations. */
  readonly citations: readonly Citation[] | null;
}

export interface ChartRecords {
  readonly columns: readonly string[];
  readonly records: readonly ChartRecord[];
}

export interface RecordOptions {
  /** Superseded vintages too, with status `superseded`. */
  readonly history: boolean;
}

export const CITATION_COLUMNS = ['citation_title', 'citation_publisher', 'citation_date', 'citation_url'] as const;

/** The records of a chart in the view of its model, citations still as rows. */
export function recordsOf(definition: ChartDefinition, rows: ChartRows, model: ChartModel, options: RecordOptions): ChartRecords {
  switch (model.kind) {
    case 'periods':
    case 'year-to-date':
      return periodRecords(rows, model, options);
    case 'closures':
      return closureRecords(rows, model);
    case 'closed-days':
      return closedDaysRecords(definition, rows, model);
    case 'claims':
      return claimRecords(definition, rows, model);
    case 'map':
      return mapRecords(model);
  }
}

const join = (citations: readonly Citation[], pick: (citation: Citation) => string | null): string => citations.map((citation) => pick(citation) ?? '').join(' | ');

/** Dates as exact as the source shows them: `2025-10-02`, `2025-10`, `2025`. */
export function citationDate({ source }: Citation): string | null {
  const { publishedOn, publishedPrecision } = source;
  if (publishedOn === null || publishedPrecision === 'unknown') return null;
  return publishedPrecision === 'year' ? publishedOn.slice(0, 4) : publishedPrecision === 'month' ? publishedOn.slice(0, 7) : publishedOn;
}

function citationFields(citations: readonly Citation[]): Record<string, string> {
  return {
    citation_title: join(citations, ({ source }) => source.title),
    citation_publisher: join(citations, ({ source }) => source.publisher),
    citation_date: join(citations, citationDate),
    citation_url: join(citations, ({ source }) => source.url),
  };
}

/** Columns and rows of the CSV file; an empty value is no number. Several citations stand in one field, joined by ` | `. */
export function chartRecords(
  definition: ChartDefinition,
  rows: ChartRows,
  model: ChartModel,
  options: RecordOptions,
): { columns: string[]; records: Record<string, Value>[] } {
  const { columns, records } = recordsOf(definition, rows, model, options);
  return {
    columns: [...columns, ...(model.kind === 'closed-days' ? [] : CITATION_COLUMNS)],
    records: records.map(({ fields, citations }) => ({ ...fields, ...(citations === null ? {} : citationFields(citations)) })),
  };
}
