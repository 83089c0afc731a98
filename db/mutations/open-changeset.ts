import { randomUUID } from 'node:crypto';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome } from '../../domain/outcome';
import type { Database, Transaction } from '../client';
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
  return writeLedger(db, async (tx) => accept({ changesetId: await openWithin(tx, editor, { ...input, name }, now) }));
}

/** The same inside a transaction of writeLedger's; the name must not be blank. Answers the id. */
export async function openWithin(tx: Transaction, editor: Editor, { name, note }: OpenChangesetInput, now: Date): Promise<string> {
  const changesetId = randomUUID();
  const opened = { name, note, state: 'draft' as const, authorId: editor.id, authorName: editor.name };
  await tx.insert(changesets).values({
    id: changesetId, ...opened, contributors: [{ id: editor.id, name: editor.name }], openedAt: now,
  });
  await recordAudit(tx, editor, [
    { action: 'open-changeset', subject: 'changeset', subjectId: changesetId, revision: null, changesetId, before: null, after: opened },
  ], now);
  return changesetId;
}
