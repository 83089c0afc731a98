import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database } from '../client';
import { moveChangeset, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';

/** Takes a changeset back from the reviewers, as a draft with all its rows; an approval is void. Refuses what requireStep refuses, and `not-in-review`. */
export async function withdrawFromReview(
  db: Database, editor: Editor, { changesetId }: { readonly changesetId: string }, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'edit');
    if (!step.ok) return step;
    if (step.value.state === 'draft') return refuse({ code: 'not-in-review', message: 'The changeset is a draft already: nobody reviews it now.' });
    const blank = { submittedAt: null, approvedAt: null, approverId: null, approverName: null, approvedHash: null };
    await moveChangeset(tx, editor, step.value, 'reopen-changeset', { state: 'draft', ...blank }, now);
    return accept(null);
  });
}
