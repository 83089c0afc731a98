import 'server-only';
import type { Database } from '@/db/client';
import { findChangeset, type Changeset } from '@/db/queries/find-changesets';
import { findReviewMode } from '@/db/queries/find-review-mode';
import type { FigureChange } from '@/domain/embed/changes';
import type { ReviewMode } from '@/domain/review/alone';
import type { Checklist } from '@/domain/review/checklist';
import type { ComparedChart } from '@/domain/review/compare';
import { markChanges, rowChanges } from '@/domain/review/mark-changes';
import { readChecklist, readReview, type Review } from './review';

/** One chart that will look or read otherwise, with its marks that differ. */
export interface AffectedChart {
  readonly chart: ComparedChart;
  readonly marks: readonly FigureChange[];
}

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
  const affected = affectedCharts(review);
  const sameCharts = (review.seen?.compared.charts.length ?? 0) - affected.length;
  return { changeset, mode, work: { review, checklist: await readChecklist(db, changesetId, review), affected, sameCharts } };
}

/** The charts whose model differs, in the order of the site. */
export function affectedCharts({ seen, drafts }: Review): readonly AffectedChart[] {
  if (seen === null) return [];
  const rows = rowChanges(drafts, seen.before, seen.release);
  return seen.compared.charts.filter(({ isChanged }) => isChanged).map((chart) => ({ chart, marks: markChanges(chart, rows) }));
}
