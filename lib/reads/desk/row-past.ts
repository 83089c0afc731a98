import 'server-only';
import type { Database } from '@/db/client';
import { findRowVersions } from '@/db/queries/find-versions';
import { changedFields } from '@/domain/correction';
import type { Change } from '@/domain/draft';
import type { RowKind } from '@/domain/release';

/** One published version of a row, with what it changed against the one before it. */
export interface PastVersion {
  readonly revision: number;
  readonly release: number;
  readonly change: Change;
  readonly changeNote: string | null;
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** The published versions of a row, newest first. */
export async function readRowPast(db: Database, kind: RowKind, id: string): Promise<readonly PastVersion[]> {
  const published = (await findRowVersions(db, kind, id)).filter(({ publishedIn }) => publishedIn !== null);
  return published.map((version, at): PastVersion => {
    const before = published[at - 1];
    const fields = before === undefined ? [] : changedFields(before as never, version as never);
    return { revision: version.revision, release: version.publishedIn ?? 0, change: version.change, changeNote: version.changeNote, fields };
  }).toReversed();
}
