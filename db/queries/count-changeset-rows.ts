import { sql } from 'drizzle-orm';
import { ROW_KINDS } from '../../domain/release';
import type { Database } from '../client';
import { ledgerTable } from '../schema/ledger-tables';

/** How many row versions of any kind each changeset holds; one that holds none is absent. For the editors' desk, never for readers. */
export async function countChangesetRows(db: Database): Promise<ReadonlyMap<string, number>> {
  const perKind = ROW_KINDS.map((kind) => sql`select changeset_id, count(*) as n from ${ledgerTable(kind)} group by changeset_id`);
  const counted = await db.execute<{ changeset_id: string; n: string }>(
    sql`select changeset_id, sum(n)::text as n from (${sql.join(perKind, sql` union all `)}) as counts group by changeset_id`,
  );
  return new Map(counted.rows.map((row) => [row.changeset_id, Number(row.n)]));
}
