import { eq } from 'drizzle-orm';
import type { ChangesetState } from '../../domain/release';
import type { Database } from '../client';
import { changesets } from '../schema/index';

/** The state of a changeset without what is drafted in it, or null where there is none. */
export async function findChangesetState(db: Database, id: string): Promise<ChangesetState | null> {
  const [changeset] = await db.select({ state: changesets.state }).from(changesets).where(eq(changesets.id, id));
  return changeset?.state ?? null;
}
