import { randomUUID } from 'node:crypto';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome } from '../../domain/outcome';
import type { Database } from '../client';
import { changesets } from '../schema/index';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

export interface OpenChangesetInput {
  readonly name: string;
  readonly note: string;
}

/** Opens an empty changeset of the editor's. Refuses `name-missing`. */
export async function openChangeset(db: Database, editor: Editor, input: OpenChangesetInput, now: Date): Promise<Outcome<{ changesetId: string }>> {
  const name = input.name.trim();
  if (name === '') return refuse({ code: 'name-missing', message: 'Give the changeset a name that says what it is about.' });
  return writeLedger(db, async (tx) => {
    const changesetId = randomUUID();
    const opened = { name, note: input.note, state: 'draft' as const, authorId: editor.id, authorName: editor.name };
    await tx.insert(changesets).values({
      id: changesetId, ...opened, contributors: [{ id: editor.id, name: editor.name }], openedAt: now,
    });
    await recordAudit(tx, editor, [
      { action: 'open-changeset', subject: 'changeset', subjectId: changesetId, revision: null, changesetId, before: null, after: opened },
    ], now);
    return accept({ changesetId });
  });
}
