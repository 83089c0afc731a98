import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../client';

const CHUNK = 500;

/**
 * Inserts many records with one parameter a chunk; a parameter a value would hit the protocol's limit and cost seconds on the embedded
 * database. Keys are the table's property names; a missing one is null. Instants are ISO texts or Dates.
 */
export async function insertRecords(tx: Transaction, table: PgTable, records: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(([property]) => records.some((record) => property in record));
  const names = sql.join(columns.map(([, column]) => sql.identifier(column.name)), sql`, `);
  for (let from = 0; from < records.length; from += CHUNK) {
    const rows = records.slice(from, from + CHUNK)
      .map((record) => Object.fromEntries(columns.map(([property, column]) => [column.name, record[property] ?? null])));
    await tx.execute(sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)`);
  }
}
