import { hasRole, type Editor } from '../../domain/editor';
import { accept, refuse, type Outcome } from '../../domain/outcome';
import type { ReviewMode } from '../../domain/review/alone';
import type { Database } from '../client';
import { findReviewMode } from '../queries/find-review-mode';
import { reviewModes } from '../schema/index';
import { announce } from './announce';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

const TOLD: Readonly<Record<ReviewMode, { readonly title: string; readonly note: string }>> = {
  'single-editor': {
    title: 'This site is now kept by a single editor',
    note: 'From this release on a reviewer may approve what he wrote himself. Every release that was approved in this way says so.',
  },
  'two-people': { title: 'Two people stand behind every release again', note: 'From this release on nobody approves what he wrote himself.' },
};

/** Sets who may approve. Readers are told by a release of its own, whose number it answers. Refuses `not-allowed` and `same-mode`. */
export async function setReviewMode(
  db: Database, editor: Editor, { mode }: { readonly mode: ReviewMode }, now: Date,
): Promise<Outcome<{ release: number }>> {
  if (!hasRole(editor, 'admin')) return refuse({ code: 'not-allowed', message: 'This takes an admin.' });
  return writeLedger<{ release: number }, { code: string; message: string }>(db, async (tx) => {
    const before = await findReviewMode(tx);
    if (before === mode) return refuse({ code: 'same-mode', message: 'It is set to this already.' });
    const release = await announce(tx, editor, TOLD[mode], now);
    await tx.insert(reviewModes).values({ release, mode });
    await recordAudit(tx, editor, [
      { action: 'set-review-mode', subject: 'setting', subjectId: 'review-mode', revision: null, changesetId: null, before: { mode: before }, after: { mode } },
    ], now);
    return accept({ release });
  });
}
