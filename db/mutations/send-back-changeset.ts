import { randomUUID } from 'node:crypto';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database } from '../client';
import { isCleanText } from '../ledger-rows';
import { comments } from '../schema/index';
import { moveChangeset, requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

/** Sends a submitted or approved changeset back to its authors, with a comment that says why. Refuses what requireStep refuses, and `comment-missing`. */
export async function sendBackChangeset(
  db: Database, editor: Editor, { changesetId, comment }: { readonly changesetId: string; readonly comment: string }, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  const text = comment.trim();
  if (text === '' || !isCleanText(text)) return refuse({ code: 'comment-missing', message: 'Say what should be changed: the authors see this.' });
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'send-back');
    if (!step.ok) return step;
    const said = { changesetId, rowKind: null, rowId: null, text, authorId: editor.id, authorName: editor.name };
    const commentId = randomUUID();
    await tx.insert(comments).values({ id: commentId, ...said, writtenAt: now });
    await recordAudit(tx, editor, [{ action: 'add-comment', subject: 'comment', subjectId: commentId, revision: null, changesetId, before: null, after: said }], now);
    const blank = { submittedAt: null, approvedAt: null, approverId: null, approverName: null, approvedHash: null };
    await moveChangeset(tx, editor, step.value, 'send-back-changeset', { state: 'draft', ...blank }, now);
    return accept(null);
  });
}
