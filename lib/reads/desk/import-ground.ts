import 'server-only';
import type { Database } from '@/db/client';
import { findChangesets } from '@/db/queries/find-changesets';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findOpenReadingIds } from '@/db/queries/find-reading-ids';
import { findDrafts, findOpenVersions, type RowVersion } from '@/db/queries/find-versions';
import type { RowContents } from '@/domain/draft';
import { foldName } from '@/domain/import/header';
import { knownSources, type KnownSources } from '@/domain/import/known-sources';
import type { OpenRow } from '@/domain/import/verdict';
import type { RowKind } from '@/domain/release';
import { titleOf, type Named } from '@/domain/row-title';
import { readNamesOf } from './of-release';

// What an import is laid upon: what stands, with the drafts of the changeset over it, and who holds what elsewhere.

export interface ImportGround {
  readonly release: number;
  /** Every series there is with its title, in the order of titles. */
  readonly series: readonly { readonly id: string; readonly title: string }[];
  /** Series by folded id and name; null where two share a name. */
  readonly seriesNames: ReadonlyMap<string, string | null>;
  readonly sources: KnownSources;
  /** Rows of a kind that stand or are drafted, by id; ids that are neither are absent. */
  findOpen<K extends RowKind>(kind: K, ids: readonly string[]): Promise<Map<string, OpenRow<K>>>;
  /** The open readings of some series. */
  findReadings(seriesIds: readonly string[]): Promise<OpenRow<'reading'>[]>;
}

export async function readImportGround(db: Database, changesetId: string): Promise<ImportGround> {
  const drafts = await findDrafts(db, changesetId);
  const release = await findCurrentRelease(db);
  const names = release === 0 ? null : await readNamesOf(db, release);
  const drafted = <K extends RowKind>(kind: K) => drafts.filter((row) => row.kind === kind && row.change !== 'withdraw').map(({ id, content }) => ({ ...(content as RowContents[K]), id }));
  const standing = <K extends RowKind>(kind: K, published: readonly (RowContents[K] & { readonly id: string })[]) => new Map([...published, ...drafted(kind)].map((row) => [row.id, row]));
  const series = standing('series', names?.series ?? []);
  const indicators = standing('indicator', names?.indicators ?? []);
  const organisations = standing('organisation', names?.organisations ?? []);
  const rows: Partial<Record<RowKind, ReadonlyMap<string, unknown>>> = { series, indicator: indicators, organisation: organisations };
  const named: Named = <K extends RowKind>(kind: K, id: string) => (rows[kind]?.get(id) ?? null) as RowContents[K] | null;
  let holders: ReadonlyMap<string, string> | null = null;
  const findOpen: ImportGround['findOpen'] = async (kind, ids) => {
    const versions = await findOpenVersions(db, kind, [...new Set(ids)]);
    holders ??= new Map((await findChangesets(db)).map(({ id, name }) => [id, name]));
    return openRows(kind, versions, changesetId, holders);
  };
  const titled = [...series].map(([id, content]) => ({ id, title: titleOf('series', content, named) })).sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return {
    release,
    series: titled,
    seriesNames: namesOf(titled),
    sources: knownSources([...standing('source', names?.sources ?? []).values()]),
    findOpen,
    findReadings: async (seriesIds) => [...(await findOpen('reading', await findOpenReadingIds(db, seriesIds))).values()],
  };
}

function namesOf(series: readonly { readonly id: string; readonly title: string }[]): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const { id, title } of series) {
    const key = foldName(title);
    names.set(key, names.has(key) ? null : id);
  }
  // An id always means its own series, whatever another one is called.
  for (const { id } of series) names.set(foldName(id), id);
  return names;
}

function openRows<K extends RowKind>(_kind: K, versions: readonly RowVersion[], changesetId: string, holders: ReadonlyMap<string, string>): Map<string, OpenRow<K>> {
  const byId = new Map<string, RowVersion[]>();
  for (const version of versions) byId.set(version.id, [...(byId.get(version.id) ?? []), version]);
  return new Map([...byId].flatMap(([id, some]) => {
    const current = some.find(({ publishedIn }) => publishedIn !== null) ?? null;
    const draft = some.find(({ publishedIn }) => publishedIn === null) ?? null;
    const isElsewhere = draft !== null && draft.changesetId !== changesetId;
    const base = isElsewhere ? (current ?? draft) : (draft ?? current);
    if (base === null) return [];
    const row: OpenRow<K> = {
      id, revision: base.revision, content: base.content as RowContents[K], changeNote: base.changeNote, isPublished: current !== null, isWithdrawn: base.change === 'withdraw',
      citations: base.citations.map(({ sourceId, locator, quote, paraphrase, role }) => ({ sourceId, locator, quote, paraphrase, role })),
      heldBy: isElsewhere ? (holders.get(draft.changesetId) ?? draft.changesetId) : null,
    };
    return [[id, row] as const];
  }));
}
