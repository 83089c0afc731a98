import type { Editor } from '../../domain/editor';
import { accept, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database } from '../client';
import { findDrafts } from '../queries/find-versions';
import { moveChangeset, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';
import { removeDrafts } from './write-drafts';

/** Gives a changeset up and sets its rows free; what was drafted stays in the audit chain. Refuses what requireStep refuses. */
export async function abandonChangeset(
  db: Database, editor: Editor, { changesetId }: { readonly changesetId: string }, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'abandon');
    if (!step.ok) return step;
    const drafts = await findDrafts(tx, changesetId);
    await removeDrafts(tx, drafts);
    await recordAudit(tx, editor, drafts.map(({ kind, id, revision, change, changeNote, content, citations }) => ({
      action: 'discard-draft', subject: kind, subjectId: id, revision, changesetId, before: { change, changeNote, content, citations }, after: null,
    })), now);
    await moveChangeset(tx, editor, step.value, 'abandon-changeset', { state: 'abandoned', abandonedAt: now }, now);
    return accept(null);
  });
}
