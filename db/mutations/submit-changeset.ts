import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database } from '../client';
import { findDrafts } from '../queries/find-versions';
import { moveChangeset, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';

/** Hands a changeset to the reviewers. Refuses what requireStep refuses, and `nothing-drafted`. */
export async function submitChangeset(
  db: Database, editor: Editor, { changesetId }: { readonly changesetId: string }, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'submit');
    if (!step.ok) return step;
    if ((await findDrafts(tx, changesetId)).length === 0) {
      return refuse({ code: 'nothing-drafted', message: 'The changeset is empty: there is nothing to review.' });
    }
    await moveChangeset(tx, editor, step.value, 'submit-changeset', { state: 'in-review', submittedAt: now }, now);
    return accept(null);
  });
}
