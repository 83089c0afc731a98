import type { RowContents } from '../../domain/draft';
import { findChecks, settleChecks } from '../../domain/review/checklist';
import { buildSide } from '../../domain/review/side';
import type { Transaction } from '../client';
import { findCommentedRows } from '../queries/find-commented-rows';
import { findReviewRows } from '../queries/find-review-rows';
import type { RowVersion } from '../queries/find-versions';
import type { RowProblem } from './row-problems';

/** What the reviewers' list has against `release` as it now stands in the transaction; nobody publishes past it. */
export async function findChecklistProblems(tx: Transaction, changesetId: string, release: number, drafts: readonly RowVersion[]): Promise<RowProblem[]> {
  const seriesIds = draftedSeries(drafts);
  const before = buildSide(await findReviewRows(tx, release - 1, seriesIds));
  const after = buildSide(await findReviewRows(tx, release, seriesIds));
  const { blocks } = settleChecks(findChecks({ before, after, drafts, problems: [] }), await findCommentedRows(tx, changesetId));
  return blocks.map(({ rule, kind, id, message }) => ({ rule, kind, id, message }));
}

/** The series whose readings are drafted. */
export function draftedSeries(drafts: readonly Pick<RowVersion, 'kind' | 'content'>[]): string[] {
  return [...new Set(drafts.filter(({ kind }) => kind === 'reading').map(({ content }) => (content as RowContents['reading']).seriesId))];
}
