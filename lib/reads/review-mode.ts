import 'server-only';
import { findReviewMode } from '@/db/queries/find-review-mode';
import type { ReviewMode } from '@/domain/review/alone';
import { ledgerAt } from './ledger';

/** Who may approve, as told in a release. */
export async function readReviewMode(release: number): Promise<ReviewMode> {
  return findReviewMode(await ledgerAt(release), release);
}
