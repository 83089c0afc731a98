// The JSON of a chart says what its CSV says, with names in camelCase and citations as a list of objects.

import type { Citation } from '../citation';
import type { ChartDefinition } from './definition';
import type { ChartModel } from './model';
import { citationDate, recordsOf, type RecordOptions, type Value } from './records';
import type { ChartRows } from './rows';

export interface JsonCitation {
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly paraphrase: string | null;
}

export type JsonRecord = Readonly<Record<string, Value | readonly JsonCitation[]>>;

/** `value_low` as `valueLow`. */
export const camelCase = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function jsonCitation(citation: Citation): JsonCitation {
  const { source, locator, quote, paraphrase } = citation;
  return { title: source.title, publisher: source.publisher, date: citationDate(citation), url: source.url, locator, quote, paraphrase };
}

/** The data of a chart's JSON answer, one object a mark, fields in the order of the CSV columns. */
export function chartJson(definition: ChartDefinition, rows: ChartRows, model: ChartModel, options: RecordOptions): readonly JsonRecord[] {
  const { columns, records } = recordsOf(definition, rows, model, options);
  return records.map(({ fields, citations }) => ({
    ...Object.fromEntries(columns.map((column) => [camelCase(column), fields[column] ?? null])),
    ...(citations === null ? {} : { citations: citations.map(jsonCitation) }),
  }));
}
