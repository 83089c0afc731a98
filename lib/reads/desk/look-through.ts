import 'server-only';
import type { Database } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findDraftedKinds } from '@/db/queries/find-versions';
import type { RowKind } from '@/domain/release';

interface Preview { readonly db: Database; readonly release: number }

/** `previewChangeset`, handed in by the route: reads reach no mutations. */
export type PreviewDrafts = <T>(db: Database, changesetId: string, now: Date, read: (preview: Preview) => Promise<T>) => Promise<{ readonly value: T | null } | null>;

export interface Looked<T> {
  readonly value: T;
  /** `drafts`: with what the changeset changes; `release`: nothing drafted bears on it; `hidden`: drafts do, but cannot be laid over what stands. */
  readonly ground: 'drafts' | 'release' | 'hidden';
}

/**
 * What `read` sees with the changeset's drafts of these kinds published. Where it drafts none of them the current release is read, which
 * holds up nobody; so it is where the drafts cannot stand in a release yet.
 */
export async function lookThrough<T>(
  db: Database, { changesetId, kinds, now, preview }: { readonly changesetId: string; readonly kinds: readonly RowKind[]; readonly now: Date; readonly preview: PreviewDrafts },
  read: (db: Database, release: number) => Promise<T>,
): Promise<Looked<T>> {
  const drafted = await findDraftedKinds(db, changesetId);
  const bears = drafted.some((kind) => kinds.includes(kind));
  const seen = bears ? await preview(db, changesetId, now, (over) => read(over.db, over.release)) : null;
  if (seen !== null && seen.value !== null) return { value: seen.value, ground: 'drafts' };
  return { value: await read(db, await findCurrentRelease(db)), ground: bears ? 'hidden' : 'release' };
}
