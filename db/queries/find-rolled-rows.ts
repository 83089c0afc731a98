import { ROW_KINDS } from '../../domain/release';
import type { RolledRow } from '../../domain/review/rollback';
import type { Database } from '../client';
import { findOpenVersions, findTurnedOver } from './find-versions';

/** Every row that a release changed, by kind and id: what stood before it, what stands now, and which later release changed it again. */
export async function findRolledRows(db: Database, release: number): Promise<RolledRow[]> {
  const rolled: RolledRow[] = [];
  for (const kind of ROW_KINDS) {
    const versions = await findTurnedOver(db, kind, release);
    const made = versions.filter(({ publishedIn }) => publishedIn === release);
    if (made.length === 0) continue;
    const before = new Map(versions.filter(({ supersededIn }) => supersededIn === release).map((version) => [version.id, version]));
    const open = await findOpenVersions(db, kind, made.map(({ id }) => id));
    const current = new Map(open.filter(({ publishedIn }) => publishedIn !== null).map((version) => [version.id, version]));
    for (const { id } of made) {
      const standing = current.get(id);
      if (standing === undefined) throw new Error(`The ${kind} ${id} of release ${release} has no version that stands.`);
      const changedSince = standing.publishedIn === release ? null : standing.publishedIn;
      rolled.push({ kind, id, before: before.get(id) ?? null, current: standing, changedSince });
    }
  }
  return rolled;
}
