import 'server-only';
import type { Database } from '@/db/client';
import { findChangesetHead } from '@/db/queries/find-changesets';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findOpenVersions, type RowVersion } from '@/db/queries/find-versions';
import type { RowKind } from '@/domain/release';
import { readRowPast, type PastVersion } from './row-past';
import { readRowUses, type RowUses } from './row-uses';

/** One row as a form needs it. */
export interface RowFormRead {
  /** The version that stands, null for a row that only drafts know. */
  readonly current: RowVersion | null;
  /** This changeset's own draft, null where it has none. */
  readonly draft: RowVersion | null;
  /** Another changeset that drafts it, and thereby keeps it. */
  readonly heldBy: { readonly id: string; readonly name: string; readonly author: string } | null;
  readonly past: readonly PastVersion[];
  readonly uses: RowUses | null;
}

/** Null where nobody ever wrote such a row, or only another changeset drafts it anew. */
export async function readRowForm(db: Database, changesetId: string, kind: RowKind, id: string): Promise<RowFormRead | null> {
  const versions = await findOpenVersions(db, kind, [id]);
  const current = versions.find(({ publishedIn }) => publishedIn !== null) ?? null;
  const open = versions.find(({ publishedIn }) => publishedIn === null) ?? null;
  const draft = open?.changesetId === changesetId ? open : null;
  if (current === null && open === null) return null;
  const holder = open !== null && draft === null ? await findChangesetHead(db, open.changesetId) : null;
  const [past, uses] = await Promise.all([
    readRowPast(db, kind, id), current === null ? null : findCurrentRelease(db).then((release) => readRowUses(db, release, kind, id, current.content)),
  ]);
  return {
    current,
    draft,
    heldBy: holder === null ? null : { id: holder.id, name: holder.name, author: holder.author.name },
    past, uses,
  };
}

