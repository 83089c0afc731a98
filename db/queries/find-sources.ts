import { asc, count, eq, getTableColumns, inArray, type SQL, and } from 'drizzle-orm';
import type { Recorded, Source } from '../../domain/citation';
import type { Database } from '../client';
import { toContent, type StandingRow, type StoredRow } from '../ledger-rows';
import { sources } from '../schema/index';
import { standsIn } from './standing';

/** A source as a row of the ledger; sources carry no citations themselves. */
export type RecordedSource = Source & Omit<Recorded, 'citations'>;

const PER_QUESTION = 5_000;

/** Every source of a release, withdrawn ones included with their status, by id. */
export async function findSources(db: Database, release: number): Promise<RecordedSource[]> {
  return (await select(db, release)).map(toRecorded);
}

/** One source as it stands in a release, or null. */
export async function findSource(db: Database, release: number, id: string): Promise<RecordedSource | null> {
  const [row] = await select(db, release, eq(sources.id, id));
  return row ? toRecorded(row) : null;
}

/** How many sources of a publisher a release has, withdrawn ones included. */
export async function countShelf(db: Database, release: number, publisher: string): Promise<number> {
  const [found] = await db.select({ sources: count() }).from(sources).where(and(standsIn(sources, release), eq(sources.publisher, publisher)));
  return found?.sources ?? 0;
}

/** A stored version that stands in a release as readers see it. */
export function toRecorded(row: StandingRow): RecordedSource {
  const { id, revision, change, changeNote } = row;
  const status = change === 'withdraw' ? 'withdrawn' : 'current';
  // Only published rows stand in a release.
  return { id, ...toContent('source', row), revision, publishedIn: row.publishedIn as number, change, changeNote, status };
}

/** The named sources as they stand in a release, by id; those it does not have are left out. */
export async function findSourcesById(db: Database, release: number, ids: readonly string[]): Promise<Map<string, Source>> {
  const found = new Map<string, Source>();
  for (let from = 0; from < ids.length; from += PER_QUESTION) {
    const rows = await select(db, release, inArray(sources.id, ids.slice(from, from + PER_QUESTION)));
    for (const row of rows) found.set(row.id, { id: row.id, ...toContent('source', row) });
  }
  return found;
}

function select(db: Database, release: number, where?: SQL): Promise<StoredRow[]> {
  return db.select(getTableColumns(sources)).from(sources).where(and(standsIn(sources, release), where)).orderBy(asc(sources.id));
}
