import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome } from '../../domain/outcome';
import type { RowKind } from '../../domain/release';
import type { Database, Transaction } from '../client';
import { isCleanText } from '../ledger-rows';
import { changesets, comments } from '../schema/index';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

export interface AddCommentInput {
  readonly changesetId: string;
  /** The row spoken of; null for the changeset as a whole. */
  readonly row: { readonly kind: RowKind; readonly id: string } | null;
  readonly text: string;
}

/** Says something about an open changeset or a row in it; any editor may. Refuses `no-such-changeset`, `wrong-state`, `comment-empty`. */
export async function addComment(db: Database, editor: Editor, { changesetId, row, text: given }: AddCommentInput, now: Date): Promise<Outcome<{ commentId: string }>> {
  const text = given.trim();
  if (text === '' || !isCleanText(text)) return refuse({ code: 'comment-empty', message: 'Write what is to be said.' });
  return writeLedger(db, async (tx) => {
    const closed = await refuseUnlessOpen(tx, changesetId);
    if (closed !== null) return refuse(closed);
    const commentId = randomUUID();
    const said = { changesetId, rowKind: row?.kind ?? null, rowId: row?.id ?? null, text, authorId: editor.id, authorName: editor.name };
    await tx.insert(comments).values({ id: commentId, ...said, writtenAt: now });
    await recordAudit(tx, editor, [{ action: 'add-comment', subject: 'comment', subjectId: commentId, revision: null, changesetId, before: null, after: said }], now);
    return accept({ commentId });
  });
}

/** Why a changeset takes no comments any more, or null while it does. */
export async function refuseUnlessOpen(tx: Transaction, changesetId: string): Promise<{ readonly code: string; readonly message: string } | null> {
  const [changeset] = await tx.select({ state: changesets.state, name: changesets.name }).from(changesets).where(eq(changesets.id, changesetId));
  if (!changeset) return { code: 'no-such-changeset', message: 'There is no such changeset.' };
  if (changeset.state !== 'published' && changeset.state !== 'abandoned') return null;
  return { code: 'wrong-state', message: `The changeset "${changeset.name}" is ${changeset.state}: what was said in it stands.` };
}
