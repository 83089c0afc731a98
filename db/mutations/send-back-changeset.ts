import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database } from '../client';
import { moveChangeset, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

/** Sends a submitted or approved changeset back to its authors, who are told why. Refuses what requireStep refuses, and `comment-missing`. */
export async function sendBackChangeset(
  db: Database, editor: Editor, { changesetId, comment }: { readonly changesetId: string; readonly comment: string }, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  const said = comment.trim();
  if (said === '') return refuse({ code: 'comment-missing', message: 'Say what should be changed: the authors see this.' });
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'send-back');
    if (!step.ok) return step;
    await recordAudit(tx, editor, [
      { action: 'say-why-sent-back', subject: 'changeset', subjectId: changesetId, revision: null, changesetId, before: null, after: { comment: said } },
    ], now);
    const blank = { submittedAt: null, approvedAt: null, approverId: null, approverName: null, approvedHash: null };
    await moveChangeset(tx, editor, step.value, 'send-back-changeset', { state: 'draft', ...blank }, now);
    return accept(null);
  });
}
