import { desc, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm';
import type { ChangesetState } from '../../domain/release';
import type { Database } from '../client';
import { changesets, type Contributor } from '../schema/index';
import { findDrafts, type RowVersion } from './find-versions';

/** A changeset as the editors' desk sees it; instants are ISO texts, null where the step was not taken. */
export interface Changeset {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly state: ChangesetState;
  readonly author: Contributor;
  /** Everyone who drafted in it: none of them may approve it. */
  readonly contributors: readonly Contributor[];
  readonly openedAt: string;
  readonly submittedAt: string | null;
  readonly approvedAt: string | null;
  readonly approver: Contributor | null;
  readonly publishedAt: string | null;
  readonly abandonedAt: string | null;
}

/** Changesets in the given states (all where none is given), newest first. */
export async function findChangesets(db: Database, states: readonly ChangesetState[] = []): Promise<Changeset[]> {
  return select(db, states.length === 0 ? undefined : inArray(changesets.state, [...states]));
}

/** One changeset without its drafts, or null. */
export async function findChangesetHead(db: Database, id: string): Promise<Changeset | null> {
  const [changeset] = await select(db, eq(changesets.id, id));
  return changeset ?? null;
}

/** One changeset with what is drafted in it, or null. Published and abandoned ones hold no drafts. */
export async function findChangeset(db: Database, id: string): Promise<(Changeset & { readonly drafts: readonly RowVersion[] }) | null> {
  const [changeset] = await select(db, eq(changesets.id, id));
  return changeset ? { ...changeset, drafts: await findDrafts(db, id) } : null;
}

async function select(db: Database, where: SQL | undefined): Promise<Changeset[]> {
  const rows = await db.select(getTableColumns(changesets)).from(changesets).where(where).orderBy(desc(changesets.openedAt), desc(changesets.id));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    note: row.note,
    state: row.state,
    author: { id: row.authorId, name: row.authorName },
    contributors: row.contributors,
    openedAt: row.openedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    approver: row.approverId !== null && row.approverName !== null ? { id: row.approverId, name: row.approverName } : null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    abandonedAt: row.abandonedAt?.toISOString() ?? null,
  }));
}
