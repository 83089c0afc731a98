// A CSV file is described for programs as the W3C has it (CSV on the Web): what each column is called, holds and means.

import { LEDGER_NAME } from './cite';
import { COMPILATION_LICENCE, type TableFile } from './package/descriptor';
import type { FieldType, PackageTable } from './package/table';
import { CHART_COLUMNS } from './chart/columns';

export interface CsvwColumn {
  readonly name: string;
  readonly type: FieldType;
  readonly note: string;
  readonly isRequired: boolean;
  /** All values there are. */
  readonly words: readonly string[] | null;
}

interface CsvwTable {
  /** Of the CSV file, as it is asked for. */
  readonly url: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly CsvwColumn[];
  readonly primaryKey?: readonly string[];
}

const CONTEXT = ['http://www.w3.org/ns/csvw', { '@language': 'en' }] as const;
const DIALECT = { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminators: ['\r\n'] } as const;
const DATATYPES: Readonly<Record<FieldType, string>> = {
  string: 'string', integer: 'integer', number: 'number', boolean: 'boolean', date: 'date', datetime: 'dateTime', array: 'json', object: 'json',
};

/** The columns of a chart's file; a name that nothing is said of is a mistake of ours. */
export function chartCsvwColumns(names: readonly string[]): readonly CsvwColumn[] {
  return names.map((name) => {
    const known = CHART_COLUMNS[name];
    if (!known) throw new Error(`Nothing says what the column ${name} holds.`);
    return { name, type: known.type === 'day' ? 'date' : known.type === 'number' ? 'number' : 'string', note: known.note, isRequired: false, words: null };
  });
}

/** Metadata of one file, to stand beside it. `page` describes it to people. */
export function csvwOfFile(table: CsvwTable, { page, release }: { readonly page: string; readonly release: number }): Readonly<Record<string, unknown>> {
  return { '@context': CONTEXT, ...tableOf(table), ...rights(page, release), dialect: DIALECT };
}

/** Metadata of all tables of a package, to lie in their folder. */
export function csvwOfPackage(files: readonly TableFile[], { page, release }: { readonly page: string; readonly release: number }): Readonly<Record<string, unknown>> {
  const tables = files.map(({ table }) => ({
    ...tableOf({ url: `${table.name}.csv`, title: table.title, note: table.note, columns: table.fields, primaryKey: table.primaryKey }, foreignKeysOf(table)),
  }));
  return { '@context': CONTEXT, ...rights(page, release), dialect: DIALECT, tables };
}

function rights(page: string, release: number) {
  return { 'dc:license': { '@id': COMPILATION_LICENCE.path }, 'dc:publisher': LEDGER_NAME, 'dc:source': { '@id': page }, 'schema:version': String(release) };
}

function foreignKeysOf({ foreignKeys }: PackageTable): readonly object[] {
  return foreignKeys.map(({ field, table }) => ({ columnReference: field, reference: { resource: `${table}.csv`, columnReference: table === 'releases' ? 'number' : 'id' } }));
}

function tableOf({ url, title, note, columns, primaryKey = [] }: CsvwTable, foreignKeys: readonly object[] = []) {
  return {
    url,
    'dc:title': title,
    'dc:description': note,
    tableSchema: {
      columns: columns.map(({ name, type, note: meaning, isRequired, words }) => ({
        name, titles: name, 'dc:description': meaning,
        datatype: words === null ? DATATYPES[type] : { base: DATATYPES[type], format: words.join('|') },
        ...(isRequired && { required: true }),
      })),
      ...(primaryKey.length > 0 && { primaryKey }),
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  };
}
