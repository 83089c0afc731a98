import { rowKey } from '../../domain/review/checklist';
import type { Database } from '../client';
import { findComments } from './find-comments';

/** The rows that somebody has commented on in a changeset, as `kind:id`; a comment counts whether it is still open or settled. */
export async function findCommentedRows(db: Database, changesetId: string): Promise<ReadonlySet<string>> {
  return new Set((await findComments(db, changesetId)).flatMap(({ row }) => (row === null ? [] : [rowKey(row.kind, row.id)])));
}
