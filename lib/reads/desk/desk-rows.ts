import 'server-only';
import type { Database } from '@/db/client';
import { findDeskVersions, type RowVersion } from '@/db/queries/find-versions';
import type { RowContents } from '@/domain/draft';
import type { RowKind } from '@/domain/release';

/** A row as the desk of a changeset shows it: its draft where it has one, else what stands. */
export interface DeskRow<K extends RowKind> {
  readonly id: string;
  /** What an edit names as `expectedRevision`. */
  readonly revision: number;
  readonly content: RowContents[K];
  readonly change: RowVersion['change'];
  readonly changeNote: string | null;
  readonly citations: RowVersion['citations'];
  /** Drafted in this changeset. */
  readonly isDraft: boolean;
  /** What stands published, null for a new row. */
  readonly published: { readonly content: RowContents[K]; readonly citations: RowVersion['citations']; readonly change: RowVersion['change'] } | null;
}

/** Every row of a kind as it will stand once the changeset is published, withdrawn ones too, by id. */
export async function readDeskRows<K extends RowKind>(db: Database, changesetId: string, kind: K): Promise<DeskRow<K>[]> {
  const rows = new Map<string, DeskRow<K>>();
  for (const version of await findDeskVersions(db, kind, changesetId)) {
    const { id, revision, change, changeNote, citations } = version;
    const content = version.content as RowContents[K];
    const isDraft = version.publishedIn === null;
    const before = rows.get(id);
    const published = isDraft ? (before?.published ?? null) : { content, citations, change };
    // The query may give a draft first or last; it wins either way.
    rows.set(id, isDraft || before === undefined ? { id, revision, content, change, changeNote, citations, isDraft, published } : { ...before, published });
  }
  return [...rows.values()];
}

/** Those that are not withdrawn: what a new row may name. */
export async function readLivingRows<K extends RowKind>(db: Database, changesetId: string, kind: K): Promise<DeskRow<K>[]> {
  return (await readDeskRows(db, changesetId, kind)).filter(({ change }) => change !== 'withdraw');
}
