import 'server-only';
import type { Database } from '@/db/client';
import { findChartDefinitions } from '@/db/queries/find-chart-definitions';
import { findChartGrounds } from '@/db/queries/find-chart-grounds';
import { findNames } from '@/db/queries/find-names';
import { findSources } from '@/db/queries/find-sources';

// What stands in a release never changes, so what the desk has read of it is kept in memory. Drafts, comments and the audit never are.

/** The newest release and the one before it, which some screens may still be at. */
const RELEASES = 2;
/** Each is asked for by a name of the code, a few with a day; never by what somebody typed. */
const NAMES = 60;

type Kept = Map<number, Map<string, Promise<unknown>>>;

// Next keeps several copies of a module in one process. By database, so that a transaction that is rolled back is never taken for a release.
const shared = globalThis as { [key: symbol]: WeakMap<Database, Kept> | undefined };
const KEY = Symbol.for('frontier-ledger.desk-of-release');

/**
 * What `read` answers of a release, read once for each release and name. `read` must ask for that release by its number and for nothing
 * else, and its answer must not be changed by whoever gets it. What fails is asked again by the next.
 */
export function ofRelease<T>(db: Database, release: number, name: string, read: () => Promise<T>): Promise<T> {
  const all = (shared[KEY] ??= new WeakMap());
  const releases: Kept = all.get(db) ?? new Map();
  all.set(db, releases);
  const names = releases.get(release) ?? new Map<string, Promise<unknown>>();
  releases.set(release, names);
  const known = names.get(name);
  if (known !== undefined) return known as Promise<T>;
  const asked = read();
  names.set(name, asked);
  asked.catch(() => names.delete(name));
  dropOldest(names, NAMES);
  if (releases.size > RELEASES) releases.delete(Math.min(...releases.keys()));
  return asked;
}

// What several screens ask of a release.
export const readNamesOf = (db: Database, release: number) => ofRelease(db, release, 'names', () => findNames(db, release));
export const readSourcesOf = (db: Database, release: number) => ofRelease(db, release, 'sources', () => findSources(db, release));
export const readChartDefinitionsOf = (db: Database, release: number) => ofRelease(db, release, 'charts', () => findChartDefinitions(db, release));
export const readChartGroundsOf = (db: Database, release: number) => ofRelease(db, release, 'grounds', () => findChartGrounds(db, release));

function dropOldest(names: Map<string, unknown>, most: number): void {
  for (const oldest of [...names.keys()].slice(0, Math.max(0, names.size - most))) names.delete(oldest);
}
