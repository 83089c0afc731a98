import { getTableColumns } from 'drizzle-orm';
import { isDay } from '../domain/day';
import type { Change, RowContents } from '../domain/draft';
import type { RowKind } from '../domain/release';
import { ledgerTable } from './schema/ledger-tables';

// How a row of the domain lies in its table: field by field, except that a reading's period is three columns.

/** A row of any ledger table as Drizzle answers a reader's question. */
export interface StandingRow {
  readonly id: string;
  readonly revision: number;
  readonly publishedIn: number | null;
  readonly change: Change;
  readonly changeNote: string | null;
  readonly [field: string]: unknown;
}

/** The same with what only writers ask for. */
export interface StoredRow extends StandingRow {
  readonly supersededIn: number | null;
  readonly changesetId: string;
}

const LEDGER_FIELDS: ReadonlySet<string> = new Set(['id', 'revision', 'publishedIn', 'supersededIn', 'changesetId', 'change', 'changeNote']);
const PERIOD_FIELDS: ReadonlySet<string> = new Set(['periodKind', 'periodStart', 'periodEnd']);

/** The names of a kind's own columns, in the order of the table. */
function contentColumns(kind: RowKind): string[] {
  return Object.keys(getTableColumns(ledgerTable(kind))).filter((name) => !LEDGER_FIELDS.has(name));
}

/** A stored row's own fields, in the order of its table. */
export function toContent<K extends RowKind>(kind: K, row: StandingRow): RowContents[K] {
  const content: Record<string, unknown> = {};
  for (const name of contentColumns(kind)) {
    if (!PERIOD_FIELDS.has(name)) content[name] = row[name];
    else if (name === 'periodKind') content.period = { kind: row.periodKind, start: row.periodStart, end: row.periodEnd };
  }
  // The columns are the domain's fields by construction of the schema; the integration tests hold every kind against it.
  return content as unknown as RowContents[K];
}

/** A content as values of its table's columns; a field that is not the kind's is left out, a missing one is null. */
export function toColumns<K extends RowKind>(kind: K, content: RowContents[K]): Record<string, unknown> {
  const given = content as unknown as Record<string, unknown>;
  const period = (given.period ?? {}) as { kind?: unknown; start?: unknown; end?: unknown };
  const folded = kind === 'reading' ? { ...given, periodKind: period.kind, periodStart: period.start, periodEnd: period.end } : given;
  return Object.fromEntries(contentColumns(kind).map((name) => [name, folded[name] ?? null]));
}

/** A content as it will be read back: only the kind's own fields, in the order of its table. */
export function asStored<K extends RowKind>(kind: K, content: RowContents[K]): RowContents[K] {
  return toContent(kind, toColumns(kind, content) as StandingRow);
}

/** Names of the fields whose value cannot be stored as given: a wrong type, a day that does not exist, text with a NUL or half a character. */
export function malformedFields(kind: RowKind, columns: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(getTableColumns(ledgerTable(kind))).flatMap(([name, column]) => {
    const value = columns[name];
    if (value === null || value === undefined) return [];
    return isStorable(column.columnType, value) ? [] : [name];
  });
}

function isStorable(columnType: string, value: unknown): boolean {
  switch (columnType) {
    case 'PgDateString': return typeof value === 'string' && isDay(value);
    case 'PgText': case 'PgCustomColumn': return typeof value === 'string' && isCleanText(value);
    case 'PgBoolean': return typeof value === 'boolean';
    case 'PgInteger': return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 2 ** 31;
    case 'PgNumericNumber': case 'PgDoublePrecision': return typeof value === 'number' && Number.isFinite(value);
    case 'PgArray': return Array.isArray(value) && value.every((item) => typeof item === 'string' && isCleanText(item));
    case 'PgJsonb': return isCleanJson(value);
    default: throw new Error(`No rule for what a column of type ${columnType} can store.`);
  }
}

/** PostgreSQL stores neither NUL nor lone surrogates. */
export function isCleanText(text: string): boolean {
  return !text.includes('\0') && !/[\uD800-\uDFFF]/u.test(text);
}

function isCleanJson(value: unknown): boolean {
  if (typeof value === 'string') return isCleanText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([name, item]) => isCleanText(name) && isCleanJson(item));
}
