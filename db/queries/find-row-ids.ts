import { asc } from 'drizzle-orm';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { ledgerTable } from '../schema/ledger-tables';
import { standsIn } from './standing';

/** The ids of one kind that stand in a release, withdrawn ones too, in order. Throws where the database lacks the release. */
export async function findRowIds(db: Database, kind: RowKind, release: number): Promise<string[]> {
  const table = ledgerTable(kind);
  const rows = (await db.select({ id: table.id }).from(table).where(standsIn(table, release)).orderBy(asc(table.id))) as { id: string }[];
  return rows.map(({ id }) => id);
}
