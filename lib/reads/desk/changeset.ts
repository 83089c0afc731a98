import 'server-only';
import type { Database } from '@/db/client';
import { type Activity, findActivity } from '@/db/queries/find-changeset-activity';
import { type Changeset, findChangesetHead } from '@/db/queries/find-changesets';
import { type Comment, findComments } from '@/db/queries/find-comments';
import { findNearDrafts, type NearChangeset } from '@/db/queries/find-near-drafts';
import { findReleaseOf } from '@/db/queries/find-release-of';
import { readDraftedRows, type DraftedRow } from './changeset-rows';

export interface ChangesetRead {
  readonly changeset: Changeset;
  readonly rows: readonly DraftedRow[];
  readonly comments: readonly Comment[];
  readonly near: readonly NearChangeset[];
  readonly activity: Activity | null;
  /** The release it became; null while it is not published. */
  readonly release: number | null;
}

/** Everything that the desk shows of one changeset, or null where there is none. */
export async function readChangeset(db: Database, id: string): Promise<ChangesetRead | null> {
  // First what was last done: what is read after it is at least as new, so that a page never shows less than its version says.
  const activity = (await findActivity(db, [id])).get(id) ?? null;
  const changeset = await findChangesetHead(db, id);
  if (changeset === null) return null;
  const [{ rows, drafts }, comments, release] = [await readDraftedRows(db, id), await findComments(db, id), await findReleaseOf(db, id)];
  return { changeset, rows, comments, near: await findNearDrafts(db, id, drafts), activity, release };
}
