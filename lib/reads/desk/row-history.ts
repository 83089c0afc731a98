import 'server-only';
import type { Database } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findHeldRows, type HeldRow } from '@/db/queries/find-open-drafts';
import { findRowAuthor, type RowAuthor } from '@/db/queries/find-row-authors';
import { findSourcesById } from '@/db/queries/find-sources';
import { findRowVersions, type RowVersion } from '@/db/queries/find-versions';
import { changedFields } from '@/domain/correction';
import type { PublishedChange, RowKind } from '@/domain/release';
import { titleOf } from '@/domain/row-title';
import { belongsTo, readNames, type DraftedRow } from './changeset-rows';

export interface ToldVersion {
  readonly version: RowVersion;
  /** What differs from the version before it; all that is said for the first. */
  readonly fields: PublishedChange['fields'];
  readonly author: RowAuthor | null;
  readonly sources: readonly string[];
}

export interface RowHistory {
  readonly title: string;
  /** Newest first; a draft is the newest. */
  readonly versions: readonly ToldVersion[];
  readonly heldBy: HeldRow | null;
  readonly belongs: DraftedRow['belongs'];
}

/** Every version of one row, or null where there never was one. */
export async function readRowHistory(db: Database, kind: RowKind, id: string): Promise<RowHistory | null> {
  const versions = await findRowVersions(db, kind, id);
  const newest = versions.at(-1);
  if (newest === undefined) return null;
  const release = await findCurrentRelease(db);
  const named = await readNames(db, release, versions);
  const cited = [...new Set(versions.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)))];
  const sources = release === 0 ? new Map() : await findSourcesById(db, release, cited);
  const told: ToldVersion[] = [];
  for (const [at, version] of versions.entries()) {
    const before = versions[at - 1];
    told.unshift({
      version,
      fields: changedFields({ change: before?.change ?? version.change, content: (before?.content ?? {}) as never }, { change: version.change, content: version.content as never }),
      author: await findRowAuthor(db, kind, id, version.revision),
      sources: version.citations.map(({ sourceId }) => {
        const source = sources.get(sourceId);
        return source ? `${source.publisher}: ${source.title}` : sourceId;
      }),
    });
  }
  const [heldBy = null] = newest.publishedIn === null ? await findHeldRows(db, { kind, id }) : [];
  return { title: titleOf(kind, newest.content as never, named), versions: told, heldBy, belongs: belongsTo(newest.content) };
}
