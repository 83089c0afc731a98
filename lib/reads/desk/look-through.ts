import 'server-only';
import type { Database } from '@/db/client';
import { findAuditSeq } from '@/db/queries/find-audit-seq';
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

interface Question {
  readonly changesetId: string;
  /** Kinds of rows whose drafts bear on the answer. */
  readonly kinds: readonly RowKind[];
  readonly now: Date;
  readonly preview: PreviewDrafts;
  /** All that the answer depends on beside the ledger: asked again while nothing was written, it is answered from memory. */
  readonly key: string;
}

/** Somebody who words a chart asks for the same rows with every pause in his typing. */
const KEPT = 8;
const kept = new Map<string, Looked<unknown>>();

/**
 * What `read` sees with the changeset's drafts of these kinds published. Where it drafts none of them the current release is read, which
 * holds up nobody; so it is where the drafts cannot stand in a release yet.
 */
export async function lookThrough<T>(db: Database, question: Question, read: (db: Database, release: number) => Promise<T>): Promise<Looked<T>> {
  // Every write leaves an audit row, so the ledger is the same while the last one is.
  const key = `${question.changesetId} ${await findAuditSeq(db)} ${question.key}`;
  // A key is asked with one kind of read only: it names the question.
  const known = kept.get(key) as Looked<T> | undefined;
  const looked = known ?? (await look(db, question, read));
  kept.delete(key);
  kept.set(key, looked);
  for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
  return looked;
}

async function look<T>(db: Database, { changesetId, kinds, now, preview }: Question, read: (db: Database, release: number) => Promise<T>): Promise<Looked<T>> {
  const drafted = await findDraftedKinds(db, changesetId);
  const bears = drafted.some((kind) => kinds.includes(kind));
  const seen = bears ? await preview(db, changesetId, now, (over) => read(over.db, over.release)) : null;
  if (seen !== null && seen.value !== null) return { value: seen.value, ground: 'drafts' };
  return { value: await read(db, await findCurrentRelease(db)), ground: bears ? 'hidden' : 'release' };
}
