import { desc, lte } from 'drizzle-orm';
import type { ReviewMode } from '../../domain/review/alone';
import type { Database } from '../client';
import { reviewModes } from '../schema/index';

/** Who may approve, as told in `release` (now, where none is given): two people until it was set otherwise. */
export async function findReviewMode(db: Database, release?: number): Promise<ReviewMode> {
  const [row] = await db.select({ mode: reviewModes.mode }).from(reviewModes)
    .where(release === undefined ? undefined : lte(reviewModes.release, release)).orderBy(desc(reviewModes.release)).limit(1);
  return row?.mode ?? 'two-people';
}
