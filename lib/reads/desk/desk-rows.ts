import 'server-only';
import type { Database } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findDraftsOf, findStandingVersions, type RowVersion } from '@/db/queries/find-versions';
import type { RowContents } from '@/domain/draft';
import type { RowKind } from '@/domain/release';
import { ofRelease } from './of-release';

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
  const drafts = await findDraftsOf(db, changesetId, [kind]);
  const release = await findCurrentRelease(db);
  const standing = release === 0 ? [] : await ofRelease(db, release, `versions of ${kind}`, () => findStandingVersions(db, kind, release));
  // Versions of a kind have the content of that kind.
  const rows = new Map(standing.map((version) => [version.id, toDeskRow<K>(version, version as unknown as DeskRow<K>['published'])]));
  for (const draft of drafts) rows.set(draft.id, toDeskRow<K>(draft, rows.get(draft.id)?.published ?? null));
  return drafts.length === 0 ? [...rows.values()] : [...rows.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function toDeskRow<K extends RowKind>({ id, revision, content, change, changeNote, citations, publishedIn }: RowVersion, standing: DeskRow<K>['published']): DeskRow<K> {
  const published = standing && { content: standing.content, citations: standing.citations, change: standing.change };
  return { id, revision, content: content as RowContents[K], change, changeNote, citations, isDraft: publishedIn === null, published };
}

/** Those that are not withdrawn: what a new row may name. */
export async function readLivingRows<K extends RowKind>(db: Database, changesetId: string, kind: K): Promise<DeskRow<K>[]> {
  return (await readDeskRows(db, changesetId, kind)).filter(({ change }) => change !== 'withdraw');
}
