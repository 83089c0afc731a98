import { desc, sql } from 'drizzle-orm';
import { ROW_KINDS, type ChangesetState } from '../../domain/release';
import type { Database } from '../client';
import { ledgerTable } from '../schema/ledger-tables';
import { changesets } from '../schema/publishing';

export interface ChangesetSummary {
  readonly id: string;
  readonly name: string;
  readonly state: ChangesetState;
  readonly authorName: string;
  /** ISO instant. */
  readonly openedAt: string;
  /** Row versions it holds, of all kinds. */
  readonly rows: number;
}

/** Every changeset, newest first; for the editors' desk, never for readers. */
export async function findChangesets(db: Database): Promise<ChangesetSummary[]> {
  const perKind = ROW_KINDS.map((kind) => sql`select changeset_id, count(*) as n from ${ledgerTable(kind)} group by changeset_id`);
  const counted = await db.execute<{ changeset_id: string; rows: string }>(
    sql`select changeset_id, sum(n)::text as rows from (${sql.join(perKind, sql` union all `)}) as counts group by changeset_id`,
  );
  const rowsOf = new Map(counted.rows.map((row) => [row.changeset_id, Number(row.rows)]));
  const found = await db.select().from(changesets).orderBy(desc(changesets.openedAt), desc(changesets.id));
  return found.map((changeset) => ({
    id: changeset.id,
    name: changeset.name,
    state: changeset.state,
    authorName: changeset.authorName,
    openedAt: changeset.openedAt.toISOString(),
    rows: rowsOf.get(changeset.id) ?? 0,
  }));
}
