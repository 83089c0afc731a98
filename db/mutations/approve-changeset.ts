import type { Editor } from '../../domain/editor';
import { accept, type Outcome, type Refusal } from '../../domain/outcome';
import { canonicalJson, sha256 } from '../canonical-json';
import type { Database } from '../client';
import { findDrafts, type RowVersion } from '../queries/find-versions';
import { moveChangeset, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';

/** Approves a submitted changeset as it is now; any later edit voids it. Refuses what requireStep refuses, `own-changeset` among it. */
export async function approveChangeset(
  db: Database, editor: Editor, { changesetId }: { readonly changesetId: string }, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'approve');
    if (!step.ok) return step;
    const approvedHash = hashOfDrafts(await findDrafts(tx, changesetId));
    const stamps = { state: 'approved' as const, approvedAt: now, approverId: editor.id, approverName: editor.name, approvedHash };
    await moveChangeset(tx, editor, step.value, 'approve-changeset', stamps, now);
    return accept(null);
  });
}

/** What an approval holds for: every drafted version with its citations, in findDrafts' order. */
export function hashOfDrafts(drafts: readonly RowVersion[]): string {
  return sha256(canonicalJson(drafts.map(({ kind, id, revision, change, changeNote, content, citations }) =>
    ({ kind, id, revision, change, changeNote, content, citations }))));
}
