import { and, eq, isNull } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database } from '../client';
import { previewLinks } from '../schema/index';
import { requireStep, type StateRefusal } from './changeset-step';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

export interface PreviewLinkInput {
  readonly changesetId: string;
  readonly linkId: string;
  /** sha256 of the token, which is never stored itself. */
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

/** Makes a link that shows a changeset as it will be. Refuses what requireStep refuses for an edit. */
export async function makePreviewLink(
  db: Database, editor: Editor, { changesetId, linkId, tokenHash, expiresAt }: PreviewLinkInput, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'edit');
    if (!step.ok) return step;
    await tx.insert(previewLinks).values({ id: linkId, changesetId, tokenHash, madeById: editor.id, madeByName: editor.name, madeAt: now, expiresAt });
    await recordAudit(tx, editor, [
      { action: 'make-preview-link', subject: 'preview-link', subjectId: linkId, revision: null, changesetId, before: null, after: { expiresAt } },
    ], now);
    return accept(null);
  });
}

/** Closes a link at once. Refuses `no-such-link` for one that is closed already, and `not-allowed`. */
export async function withdrawPreviewLink(
  db: Database, editor: Editor, { changesetId, linkId }: { readonly changesetId: string; readonly linkId: string }, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  return writeLedger<null, Refusal | StateRefusal>(db, async (tx) => {
    const step = await requireStep(tx, editor, changesetId, 'edit');
    // Links of a changeset that is published or abandoned can be closed by whoever could have edited it.
    if (!step.ok && step.refusal.code !== 'wrong-state') return step;
    const closed = await tx.update(previewLinks).set({ withdrawnAt: now })
      .where(and(eq(previewLinks.id, linkId), eq(previewLinks.changesetId, changesetId), isNull(previewLinks.withdrawnAt))).returning({ id: previewLinks.id });
    if (closed.length === 0) return refuse({ code: 'no-such-link', message: 'There is no such link, or it is closed already.' });
    await recordAudit(tx, editor, [
      { action: 'withdraw-preview-link', subject: 'preview-link', subjectId: linkId, revision: null, changesetId, before: null, after: null },
    ], now);
    return accept(null);
  });
}
