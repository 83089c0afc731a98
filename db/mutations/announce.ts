import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import type { Transaction } from '../client';
import { changesets } from '../schema/index';
import { hashOfDrafts } from './approve-changeset';
import { recordAudit } from './record-audit';
import { insertRelease } from './release-rows';

/**
 * A release that changes no row and tells readers something about how the ledger is kept. What readers see follows from the release
 * alone, so that nothing can be told without one. Answers its number.
 */
export async function announce(tx: Transaction, editor: Editor, { title, note }: { readonly title: string; readonly note: string }, now: Date): Promise<number> {
  const changesetId = randomUUID();
  const isIt = eq(changesets.id, changesetId);
  await tx.insert(changesets).values({
    id: changesetId, name: title, note: '', state: 'draft', authorId: editor.id, authorName: editor.name, contributors: [{ id: editor.id, name: editor.name }], openedAt: now,
  });
  await tx.update(changesets).set({ state: 'in-review', submittedAt: now }).where(isIt);
  const approval = { approvedAt: now, approverId: editor.id, approverName: editor.name, approvedHash: hashOfDrafts([]) };
  await tx.update(changesets).set({ state: 'approved', ...approval }).where(isIt);
  const release = await insertRelease(tx, { changesetId, title, note, authors: [editor.name], approvedBy: editor.name }, [], now);
  await tx.update(changesets).set({ state: 'published', publishedAt: now }).where(isIt);
  await recordAudit(tx, editor, [
    { action: 'publish-release', subject: 'release', subjectId: String(release), revision: null, changesetId, before: null, after: { title, note } },
  ], now);
  return release;
}
