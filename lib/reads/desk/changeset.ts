import 'server-only';
import type { Database } from '@/db/client';
import { type Activity, findActivity } from '@/db/queries/find-changeset-activity';
import { type Changeset, findChangesetHead } from '@/db/queries/find-changesets';
import { type Comment, findComments } from '@/db/queries/find-comments';
import { findNearDrafts, type NearChangeset } from '@/db/queries/find-near-drafts';
import { findReleaseOf } from '@/db/queries/find-release-of';
import { readDraftedRows, type DraftedRow, type DraftedRows, type DraftsPage } from './changeset-rows';

export interface ChangesetRead {
  readonly changeset: Changeset;
  /** One page of each kind it drafts. */
  readonly rows: readonly DraftedRow[];
  readonly counts: DraftedRows['counts'];
  readonly comments: readonly Comment[];
  readonly near: readonly NearChangeset[];
  readonly activity: Activity | null;
  /** The release it became; null while it is not published. */
  readonly release: number | null;
}

/** Everything that the desk shows of one changeset, or null where there is none. */
export async function readChangeset(db: Database, id: string, asked: DraftsPage | null): Promise<ChangesetRead | null> {
  // First what was last done: what is read after it is at least as new, so that a page never shows less than its version says.
  const activity = (await findActivity(db, [id])).get(id) ?? null;
  const changeset = await findChangesetHead(db, id);
  if (changeset === null) return null;
  const [{ rows, counts, drafts }, comments, release] = await Promise.all([readDraftedRows(db, id, asked), findComments(db, id), findReleaseOf(db, id)]);
  return { changeset, rows, counts, comments, near: await findNearDrafts(db, id, drafts), activity, release };
}
