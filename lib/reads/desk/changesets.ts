import 'server-only';
import type { Database } from '@/db/client';
import { type Activity, countDrafts, findActivity, type KindCounts } from '@/db/queries/find-changeset-activity';
import { type Changeset, findChangesets } from '@/db/queries/find-changesets';
import { countOpenComments } from '@/db/queries/find-comments';

/** A changeset in a list: with how much it drafts and what was last done in it. */
export interface ListedChangeset extends Changeset {
  readonly counts: KindCounts;
  readonly openComments: number;
  readonly activity: Activity | null;
}

/** The open changesets, last touched first. */
export async function readOpenChangesets(db: Database): Promise<ListedChangeset[]> {
  const open = await findChangesets(db, ['draft', 'in-review', 'approved']);
  const [counts, said, activity] = await Promise.all([countDrafts(db), countOpenComments(db), findActivity(db, open.map(({ id }) => id))]);
  return open
    .map((changeset) => ({ ...changeset, counts: counts.get(changeset.id) ?? {}, openComments: said.get(changeset.id) ?? 0, activity: activity.get(changeset.id) ?? null }))
    .sort((a, b) => (b.activity?.seq ?? 0) - (a.activity?.seq ?? 0));
}
