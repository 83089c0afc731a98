import { and, eq } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome } from '../../domain/outcome';
import type { Database } from '../client';
import { comments } from '../schema/index';
import { refuseUnlessOpen } from './add-comment';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

export interface ResolveCommentInput {
  readonly changesetId: string;
  readonly commentId: string;
  /** False opens it again. */
  readonly isResolved: boolean;
}

/** Marks a comment as done, or opens it again; any editor may. Refuses `no-such-comment` and what addComment refuses of a changeset. */
export async function resolveComment(db: Database, editor: Editor, { changesetId, commentId, isResolved }: ResolveCommentInput, now: Date): Promise<Outcome<null>> {
  return writeLedger<null, { code: string; message: string }>(db, async (tx) => {
    const closed = await refuseUnlessOpen(tx, changesetId);
    if (closed !== null) return refuse(closed);
    const where = and(eq(comments.id, commentId), eq(comments.changesetId, changesetId));
    const [comment] = await tx.select().from(comments).where(where);
    if (!comment) return refuse({ code: 'no-such-comment', message: 'There is no such comment in this changeset.' });
    if ((comment.resolvedAt !== null) === isResolved) return accept(null);
    const before = { resolverId: comment.resolverId, resolverName: comment.resolverName };
    const after = isResolved ? { resolverId: editor.id, resolverName: editor.name } : { resolverId: null, resolverName: null };
    await tx.update(comments).set({ ...after, resolvedAt: isResolved ? now : null }).where(where);
    const action = isResolved ? 'resolve-comment' : 'reopen-comment';
    await recordAudit(tx, editor, [{ action, subject: 'comment', subjectId: commentId, revision: null, changesetId, before, after }], now);
    return accept(null);
  });
}
