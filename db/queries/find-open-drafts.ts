import { sql } from 'drizzle-orm';
import { ROW_KINDS, type RowKind } from '../../domain/release';
import type { Database } from '../client';
import { changesets } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';

/** A row that an open changeset holds as a draft: nobody else can change it meanwhile. */
export interface HeldRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly changesetId: string;
  readonly changesetName: string;
  readonly authorName: string;
}

/** Every drafted row with the changeset that holds it; of one kind and id where asked for. */
export async function findHeldRows(db: Database, only: { readonly kind: RowKind; readonly id: string } | null = null): Promise<HeldRow[]> {
  const questions = ROW_KINDS.filter((kind) => only === null || only.kind === kind).map((kind) => sql`
    select ${kind}::text as kind, id, changeset_id from ${ledgerTable(kind)} where published_in is null ${only === null ? sql`` : sql`and id = ${only.id}`}`);
  const { rows } = await db.execute<{ kind: RowKind; id: string; changeset_id: string; name: string; author_name: string }>(sql`
    select held.kind, held.id, held.changeset_id, c.name, c.author_name from (${sql.join(questions, sql` union all `)}) as held
    join ${changesets} as c on c.id = held.changeset_id order by held.kind, held.id`);
  return rows.map(({ kind, id, changeset_id, name, author_name }) => ({ kind, id, changesetId: changeset_id, changesetName: name, authorName: author_name }));
}
