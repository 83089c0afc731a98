import { sql } from 'drizzle-orm';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { ledgerTable } from '../schema/ledger-tables';

/** Every id of a kind that was ever published or is drafted by anybody: no new row may take one. */
export async function findTakenIds(db: Database, kind: RowKind): Promise<string[]> {
  const answer = await db.execute<{ id: string }>(sql`select distinct id from ${ledgerTable(kind)}`);
  return answer.rows.map(({ id }) => id);
}
