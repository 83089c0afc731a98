// A workbook holds what the CSV holds, beside it the sources one by one, and a sheet that says what a reader must know to use the rows.

import { apaReference, type CitedWork, referenceText } from '../cite';
import type { Citation } from '../citation';
import { labelDay } from '../day';
import { CitationRegister } from './citation-register';
import { CHART_COLUMNS } from './columns';
import type { ChartDefinition } from './definition';
import type { ChartModel } from './model';
import { chartRecords, citationDate, recordsOf, type RecordOptions } from './records';
import type { ChartRows } from './rows';

/** A calendar day that a spreadsheet should know as one. */
export interface DayCell {
  readonly day: string;
}

export type SheetCell = string | number | DayCell | null;

export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; /** In letters. */ readonly width: number }[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows of one kind under a header that filters them; else a page to read. */
  readonly isTable: boolean;
}

interface WorkbookQuestion {
  readonly definition: ChartDefinition;
  readonly rows: ChartRows;
  readonly model: ChartModel;
  readonly options: RecordOptions;
  readonly work: CitedWork;
}

/** The three sheets: rows, sources, about. */
export function chartSheets(question: WorkbookQuestion): readonly Sheet[] {
  const { definition, rows, model, options } = question;
  const { columns, records } = chartRecords(definition, rows, model, options);
  const { records: cited } = recordsOf(definition, rows, model, options);
  const register = new CitationRegister();
  register.cite(model.citations);
  const numbers = cited.map(({ citations }) => register.cite(citations ?? []).map((index) => index + 1).join('; '));
  const hasNumbers = numbers.some((text) => text !== '');
  const names = hasNumbers ? [...columns, 'sources'] : columns;
  const rowSheet: Sheet = {
    name: 'Rows', isTable: true,
    columns: names.map((name) => ({ title: name, width: widthOf(name) })),
    rows: records.map((record, index) => names.map((name) => (name === 'sources' ? numbers[index] ?? null : cellOf(name, record[name] ?? null)))),
  };
  return [rowSheet, sourceSheet(register.list()), aboutSheet(question, names)];
}

function cellOf(column: string, value: string | number | null): SheetCell {
  return typeof value === 'string' && CHART_COLUMNS[column]?.type === 'day' ? { day: value } : value;
}

function widthOf(column: string): number {
  if (column === 'citation_title' || column === 'citation_url' || column === 'reason') return 44;
  if (column === 'series' || column === 'claim' || column === 'closure' || column === 'citation_publisher') return 28;
  return Math.max(12, column.length + 3);
}

const SOURCE_COLUMNS: readonly Sheet['columns'][number][] = [
  { title: 'number', width: 9 }, { title: 'publisher', width: 26 }, { title: 'title', width: 52 }, { title: 'published', width: 12 }, { title: 'locator', width: 24 },
  { title: 'quote', width: 52 }, { title: 'paraphrase', width: 52 }, { title: 'address', width: 44 }, { title: 'archived', width: 30 }, { title: 'seen', width: 12 },
  { title: 'language', width: 10 }, { title: 'licence', width: 30 }, { title: 'recorded_by', width: 20 }, { title: 'recorded_on', width: 13 },
];

function sourceSheet(citations: readonly Citation[]): Sheet {
  return {
    name: 'Sources', isTable: true, columns: SOURCE_COLUMNS,
    rows: citations.map((citation, index) => {
      const { source, locator, quote, paraphrase, recordedBy, recordedAt } = citation;
      return [
        index + 1, source.publisher, source.title, citationDate(citation), locator, quote, paraphrase, source.url ?? source.linkNote, source.archiveUrl, { day: source.accessedOn },
        source.language, source.licence, recordedBy, { day: recordedAt.slice(0, 10) },
      ];
    }),
  };
}

function aboutSheet({ model, work, options }: WorkbookQuestion, names: readonly string[]): Sheet {
  const facts: (readonly [string, SheetCell])[] = [
    ['Title', model.title],
    ['Subtitle', model.subtitle],
    ['What is counted', model.countingRule],
    ['Unit', model.unit],
    ['Description', model.description],
    ['Release', work.release],
    ['Published', { day: work.publishedOn }],
    ['As known on', work.asOf === null ? 'everything that is known in this release' : { day: work.asOf }],
    ['Figures reach to', model.knownUntil === null ? 'nothing is known yet' : { day: model.knownUntil }],
    ['View', work.scope.length === 0 ? 'the whole chart' : work.scope.join('; ')],
    ['Superseded values', options.history ? 'included, with status superseded' : 'not included'],
    ...model.notes.map((note, index): readonly [string, SheetCell] => [index === 0 ? 'Notes' : '', note]),
    ['Address', work.address],
    ['Cite as', referenceText(apaReference(work))],
    ['Licence', 'Compilation: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. The sources keep their own rights.'],
    ['', null],
    ['Column', 'Meaning'],
    ...names.map((name): readonly [string, SheetCell] => [name, CHART_COLUMNS[name]?.note ?? null]),
  ];
  return {
    name: 'About', isTable: false,
    columns: [{ title: 'Frontier Ledger', width: 22 }, { title: model.asOf === null ? `Release ${work.release}` : `Release ${work.release}, as known on ${labelDay(model.asOf)}`, width: 110 }],
    rows: facts,
  };
}
