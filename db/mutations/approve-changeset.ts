import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import { canonicalJson, sha256 } from '../canonical-json';
import type { Database, Transaction } from '../client';
import { findChangesSince, type ChangeSince } from '../queries/find-changes-since';
import { findReviewMode } from '../queries/find-review-mode';
import { findDrafts, type RowVersion } from '../queries/find-versions';
import { moveChangeset, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';

/** What the page showed on which the approval was given. */
export interface Seen {
  readonly hash: string;
  /** The last link of the audit chain then. */
  readonly seq: number;
}

export interface SeenStaleRefusal extends Refusal {
  readonly code: 'seen-stale';
  /** What was done to the changeset since, oldest first. */
  readonly changes: readonly ChangeSince[];
}

export type ApproveRefusal = Refusal | StateRefusal | SeenStaleRefusal;

/**
 * Approves a submitted changeset as it is now; any later edit voids it. Refuses what requireStep refuses, `own-changeset` among it unless
 * the instance is set to single-editor, and `seen-stale` where the changeset is not what was seen.
 */
export async function approveChangeset(
  db: Database, editor: Editor, { changesetId, seen }: { readonly changesetId: string; readonly seen?: Seen }, now: Date,
): Promise<Outcome<null, ApproveRefusal>> {
  return writeLedger<null, ApproveRefusal>(db, async (tx) => {
    const approvedHash = hashOfDrafts(await findDrafts(tx, changesetId));
    const step = await requireStep(tx, editor, changesetId, 'approve', await findReviewMode(tx));
    const isStale = seen !== undefined && seen.hash !== approvedHash;
    // Somebody edited it meanwhile, which made it a draft again: say what he did, not only that.
    if (isStale && (step.ok || isReopened(step.refusal))) return refuse(await staleRefusal(tx, changesetId, seen));
    if (!step.ok) return step;
    const stamps = { state: 'approved' as const, approvedAt: now, approverId: editor.id, approverName: editor.name, approvedHash };
    await moveChangeset(tx, editor, step.value, 'approve-changeset', stamps, now);
    return accept(null);
  });
}

function isReopened(refusal: Refusal | StateRefusal): boolean {
  return 'state' in refusal && refusal.state === 'draft';
}

async function staleRefusal(tx: Transaction, changesetId: string, { seq }: Seen): Promise<SeenStaleRefusal> {
  const message = 'The changeset is no longer what you looked at. Nothing was approved: look at what changed since, then decide.';
  return { code: 'seen-stale', message, changes: await findChangesSince(tx, changesetId, seq) };
}

/** What an approval holds for: every drafted version with its citations, in findDrafts' order. */
export function hashOfDrafts(drafts: readonly RowVersion[]): string {
  return sha256(canonicalJson(drafts.map(({ kind, id, revision, change, changeNote, content, citations }) =>
    ({ kind, id, revision, change, changeNote, content, citations }))));
}
