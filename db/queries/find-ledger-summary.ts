import { sql } from 'drizzle-orm';
import { ROW_KINDS, type RowKind } from '../../domain/release';
import type { Database } from '../client';
import { ledgerTable } from '../schema/ledger-tables';
import { standsIn } from './standing';

/** How many rows of each kind stand in a release, and how many stand there as withdrawn. */
export type LedgerSummary = Record<RowKind, { readonly current: number; readonly withdrawn: number }>;

export async function findLedgerSummary(db: Database, release: number): Promise<LedgerSummary> {
  const counts = ROW_KINDS.map((kind) => {
    const table = ledgerTable(kind);
    return sql`select ${kind}::text as kind, (count(*) filter (where change <> 'withdraw'))::int as current,
      (count(*) filter (where change = 'withdraw'))::int as withdrawn from ${table} where ${standsIn(table, release)}`;
  });
  const answer = await db.execute<{ kind: RowKind; current: number; withdrawn: number }>(sql.join(counts, sql` union all `));
  const byKind = new Map(answer.rows.map((row) => [row.kind, { current: row.current, withdrawn: row.withdrawn }]));
  // The question names every kind once, so the answer has every kind.
  return Object.fromEntries(ROW_KINDS.map((kind) => [kind, byKind.get(kind)])) as LedgerSummary;
}
