// A table of a package says of each column what it is called, what it holds and what it means, once: for the file and for its description.

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'array' | 'object';
export type PackageCell = string | number | null;
export type Value = string | number | boolean | null | readonly unknown[] | object;

export interface Field<Row> {
  readonly name: string;
  readonly type: FieldType;
  readonly note: string;
  readonly isRequired: boolean;
  readonly words: readonly string[] | null;
  readonly of: (row: Row) => Value;
}

export interface ForeignKey {
  readonly field: string;
  readonly table: string;
}

export interface PackageTable {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly fields: readonly Omit<Field<never>, 'of'>[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** The values as they are, by column. */
  readonly records: readonly Readonly<Record<string, Value>>[];
  /** The same as cells of a file: lists and objects as JSON text. */
  readonly rows: readonly Readonly<Record<string, PackageCell>>[];
}

interface FieldOptions {
  /** May be empty. */
  readonly empty?: boolean;
  /** All values there are. */
  readonly words?: readonly string[];
}

/** One column: name, type, meaning and where its value comes from. */
export function field<Row>(name: string, type: FieldType, note: string, of: Field<Row>['of'], { empty = false, words }: FieldOptions = {}): Field<Row> {
  return { name, type, note, of, isRequired: !empty, words: words ?? null };
}

interface TableFacts<Row> {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly fields: readonly Field<Row>[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: Readonly<Record<string, string>>;
}

/** The rows laid out in the columns. */
export function table<Row>({ name, title, note, fields, primaryKey = ['id'], foreignKeys = {} }: TableFacts<Row>, rows: readonly Row[]): PackageTable {
  const records = rows.map((row) => Object.fromEntries(fields.map(({ name: column, of }) => [column, of(row)])));
  return {
    name, title, note, fields, primaryKey, records,
    foreignKeys: Object.entries(foreignKeys).map(([key, other]) => ({ field: key, table: other })),
    rows: records.map((record) => Object.fromEntries(Object.entries(record).map(([column, value]) => [column, printCell(value)]))),
  };
}

/** A value as a cell of a file. */
export function printCell(value: Value): PackageCell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
