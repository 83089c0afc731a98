import { eq } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database } from '../client';
import { changesets } from '../schema/index';
import { requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import type { OpenChangesetInput } from './open-changeset';
import { recordAudit } from './record-audit';

export interface RenameChangesetInput extends OpenChangesetInput {
  readonly changesetId: string;
}

/** Gives an open changeset another name and note; its rows and an approval stay as they are. Refuses what requireStep refuses, and `name-missing`. */
export async function renameChangeset(db: Database, editor: Editor, input: RenameChangesetInput, now: Date): Promise<Outcome<null, Refusal | StateRefusal>> {
  const { changesetId, note } = input;
  const name = input.name.trim();
  if (name === '') return refuse({ code: 'name-missing', message: 'Give the changeset a name that says what it is about.' });
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'edit');
    if (!step.ok) return step;
    const before = { name: step.value.name, note: step.value.note };
    if (before.name === name && before.note === note) return accept(null);
    await tx.update(changesets).set({ name, note }).where(eq(changesets.id, changesetId));
    await recordAudit(tx, editor, [
      { action: 'rename-changeset', subject: 'changeset', subjectId: changesetId, revision: null, changesetId, before, after: { name, note } },
    ], now);
    return accept(null);
  });
}
