import { sql } from 'drizzle-orm';
import type { DraftRow } from '../../domain/draft';
import type { Editor } from '../../domain/editor';
import type { RowKind } from '../../domain/release';
import type { Transaction } from '../client';
import { toColumns } from '../ledger-rows';
import type { RowVersion } from '../queries/find-versions';
import { citations } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';
import { insertRecords } from './insert-records';

/** A draft with the revision it gets and the draft whose place it takes. */
export interface PlacedDraft {
  readonly row: DraftRow;
  readonly revision: number;
  readonly replaces: RowVersion | null;
}

/** Deletes drafts; the database takes their citations with them and refuses if one is published. */
export async function removeDrafts(tx: Transaction, drafts: readonly Pick<RowVersion, 'kind' | 'id' | 'revision'>[]): Promise<void> {
  for (const [kind, some] of byKind(drafts, (draft) => draft.kind)) {
    const table = ledgerTable(kind);
    const wanted = JSON.stringify(some.map(({ id, revision }) => ({ id, revision })));
    await tx.execute(sql`delete from ${table} using jsonb_to_recordset(${wanted}::jsonb) as gone(id text, revision integer)
      where ${table.id} = gone.id and ${table.revision} = gone.revision`);
  }
}

/** Inserts drafts with their citations. */
export async function insertDrafts(tx: Transaction, editor: Editor, changesetId: string, drafts: readonly PlacedDraft[], now: Date): Promise<void> {
  for (const [kind, some] of byKind(drafts, (draft) => draft.row.kind)) {
    await insertRecords(tx, ledgerTable(kind), some.map(({ row, revision }) => ({
      ...toColumns(row.kind, row.content), id: row.id, revision, changesetId, change: row.change, changeNote: row.changeNote,
    })));
  }
  await insertRecords(tx, citations, drafts.flatMap(({ row, revision }) => row.citations.map((citation, index) => ({
    rowKind: row.kind,
    rowId: row.id,
    rowRevision: revision,
    position: index + 1,
    sourceId: citation.sourceId,
    locator: citation.locator,
    quote: citation.quote,
    paraphrase: citation.paraphrase,
    role: citation.role,
    recordedBy: editor.name,
    recordedAt: now,
  }))));
}

function byKind<T>(items: readonly T[], kindOf: (item: T) => RowKind): Map<RowKind, T[]> {
  const groups = new Map<RowKind, T[]>();
  for (const item of items) {
    const group = groups.get(kindOf(item)) ?? [];
    group.push(item);
    groups.set(kindOf(item), group);
  }
  return groups;
}
