import 'server-only';
import type { Database } from '@/db/client';
import { findChangeset, type Changeset } from '@/db/queries/find-changesets';
import { findReviewMode } from '@/db/queries/find-review-mode';
import type { ReviewMode } from '@/domain/review/alone';
import type { Checklist } from '@/domain/review/checklist';
import { readChecklist, readReview, type AffectedChart, type Review } from './review';

export interface ReviewPage {
  readonly changeset: Changeset;
  readonly mode: ReviewMode;
  /** Null where nothing is drafted (any more). */
  readonly work: { readonly review: Review; readonly checklist: Checklist; readonly affected: readonly AffectedChart[]; readonly sameCharts: number } | null;
}

/** What the pages of review and publishing show of a changeset, or null where there is none. */
export async function readReviewPage(db: Database, changesetId: string, now: Date): Promise<ReviewPage | null> {
  const found = await readReview(db, changesetId, now);
  const mode = await findReviewMode(db);
  if (found === null) {
    const changeset = await findChangeset(db, changesetId);
    return changeset && { changeset, mode, work: null };
  }
  const { changeset, review } = found;
  const affected = review.seen?.affected ?? [];
  const sameCharts = (review.seen?.compared.charts.length ?? 0) - affected.length;
  return { changeset, mode, work: { review, checklist: await readChecklist(db, changesetId, review), affected, sameCharts } };
}
