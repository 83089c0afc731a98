import { sql } from 'drizzle-orm';
import { ROW_KINDS } from '../../domain/release';
import type { Database } from '../client';
import { ledgerTable } from '../schema/ledger-tables';
import { standsIn } from './standing';

/** How many rows of a release cite each source; a source that none cites is absent. */
export async function countSourceRows(db: Database, release: number): Promise<ReadonlyMap<string, number>> {
  const perKind = ROW_KINDS.filter((kind) => kind !== 'source').map((kind) => {
    const table = ledgerTable(kind);
    return sql`select distinct c.source_id, c.row_kind, c.row_id from citations c join ${table} on ${table.id} = c.row_id and ${table.revision} = c.row_revision
      where c.row_kind = ${kind} and ${standsIn(table, release)}`;
  });
  const counted = await db.execute<{ source_id: string; n: string }>(
    sql`select source_id, count(*)::text as n from (${sql.join(perKind, sql` union all `)}) as cited group by source_id`,
  );
  return new Map(counted.rows.map(({ source_id: id, n }) => [id, Number(n)]));
}
