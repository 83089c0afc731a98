import { sql } from 'drizzle-orm';
import type { Release, RowKind } from '../../domain/release';
import type { Transaction } from '../client';
import { findCurrentRelease } from '../queries/find-current-release';
import type { RowVersion } from '../queries/find-versions';
import { releases } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';
import type { AuditEntry } from './record-audit';

// How drafts become a release; what may become one is decided by who calls.

interface ReleaseWords {
  readonly changesetId: string;
  readonly title: string;
  readonly note: string;
  readonly authors: readonly string[];
  readonly approvedBy: string;
}

/** Adds the next release and answers its number. The database moves the pointer, and refuses a changeset that is not approved. */
export async function insertRelease(tx: Transaction, words: ReleaseWords, drafts: readonly RowVersion[], now: Date): Promise<number> {
  const number = (await findCurrentRelease(tx)) + 1;
  const count = (change: RowVersion['change']) => drafts.filter((draft) => draft.change === change).length;
  const counts: Release['counts'] = { added: count('add'), updated: count('update'), corrected: count('correct'), withdrawn: count('withdraw') };
  await tx.insert(releases).values({ number, publishedAt: now, ...words, counts });
  return number;
}

/** Closes what the drafts of one kind replace, then publishes them. Answers an audit entry for each version touched. */
export async function turnOver(
  tx: Transaction, kind: RowKind, changesetId: string, release: number, drafts: readonly RowVersion[],
): Promise<AuditEntry[]> {
  const table = ledgerTable(kind);
  const closed = await tx.execute<{ id: string; revision: number }>(sql`
    update ${table} as old set superseded_in = ${release} from ${table} as draft
    where draft.changeset_id = ${changesetId} and draft.published_in is null
      and old.id = draft.id and old.published_in is not null and old.superseded_in is null
    returning old.id, old.revision`);
  await tx.execute(sql`update ${table} set published_in = ${release} where changeset_id = ${changesetId} and published_in is null`);
  const of = (action: string, { id, revision }: { id: string; revision: number }, field: string): AuditEntry =>
    ({ action, subject: kind, subjectId: id, revision, changesetId, before: { [field]: null }, after: { [field]: release } });
  const inOrder = [...closed.rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...inOrder.map((row) => of('supersede-row', row, 'supersededIn')),
    ...drafts.filter((draft) => draft.kind === kind).map((draft) => of('publish-row', draft, 'publishedIn')),
  ];
}
