import path from 'node:path';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { env } from '../lib/env';
import { openEmbedded, openInMemory, type EmbeddedDatabase } from './embedded';
import { GuardedPool } from './guarded-pool';
import { ReadServers, type ReplicaState } from './read-servers';
import * as schema from './schema/index';

// One way to the data for the whole product: the embedded database in this process, or a PostgreSQL server, behind the same type.

type Schema = typeof schema;

/** What both drivers answer to execute(): rows as plain objects. int8 and numeric arrive as strings on both. */
interface Answer<Row> {
  readonly rows: Row[];
}
interface Rows extends PgQueryResultHKT {
  readonly type: Answer<this['row']>;
}

/** Reads and writes outside a transaction. Inside one use the transaction it hands you: on the embedded database the outer one waits for ever. */
export type Database = PgDatabase<Rows, Schema>;
export type Transaction = PgTransaction<Rows, Schema, ExtractTablesWithRelations<Schema>>;

interface Open {
  readonly db: Database;
  /** Where the data lie, fit to be shown: a directory, or host and name of the server's database. Never a password. */
  readonly location: string;
  close(): Promise<void>;
}

export type OpenDatabase =
  | (Open & { readonly engine: 'pglite'; readonly embedded: EmbeddedDatabase })
  | (Open & { readonly engine: 'postgres'; readonly pool: GuardedPool; readonly readers: ReadServers | null; readonly migrateUrl: string | null });

export interface Whereabouts {
  /** Address of a PostgreSQL server; wins over dataDir. */
  readonly url?: string;
  /** The same database as its owner, who migrates it; absent where the one of `url` does. */
  readonly migrateUrl?: string;
  /** Address of a streaming replica of it, for readers' questions. */
  readonly replicaUrl?: string;
  /** Directory of the embedded database. */
  readonly dataDir?: string;
  /** How long a statement may take, for work that no reader waits for: on an empty database several starts wait until one has loaded the starting data. */
  readonly patienceMs?: number;
  /** An embedded database in memory instead, empty or from a dump of another one's directory. */
  readonly memory?: 'empty' | Blob;
  /** For a server that outlives its database: opening does not wait for PostgreSQL, which is watched from then on. */
  readonly isWatched?: boolean;
}

const CONNECT_MS = 5_000;
const STATEMENT_MS = 15_000;
/** The client's own limit: a server that is stopped, not gone, never gets to apply statement_timeout. */
const ANSWER_MS = 20_000;
const CONNECTIONS = 10;

/**
 * Opens the database that `where` names, or else the one the settings name. Does not migrate.
 * Throws during `next build`, if another process holds the directory, or if the server does not answer.
 */
export async function openDatabase(where: Whereabouts = {}): Promise<OpenDatabase> {
  const settings = env();
  if (settings.isBuilding) {
    throw new Error('Something asked for the database during `next build`. Pages are drawn on request: no route may read data while it is built.');
  }
  if (where.memory !== undefined) {
    return overEmbedded(await openInMemory(where.memory === 'empty' ? undefined : where.memory), 'memory');
  }
  const url = where.url ?? (where.dataDir === undefined ? settings.databaseUrl : null);
  const { migrateUrl = null, replicaUrl = null } = where.url === undefined ? settings : where;
  if (url !== null) return openPostgres({ url, migrateUrl, replicaUrl, patienceMs: where.patienceMs ?? null, isWatched: where.isWatched ?? false });
  const directory = path.resolve(/* turbopackIgnore: true */ where.dataDir ?? settings.dataDir);
  return overEmbedded(await openEmbedded(directory), directory);
}

function overEmbedded(embedded: EmbeddedDatabase, location: string): OpenDatabase {
  const db: Database = drizzlePglite(embedded.client, { schema });
  return { db, engine: 'pglite', location, embedded, close: () => embedded.close() };
}

interface Server {
  readonly url: string;
  readonly migrateUrl: string | null;
  readonly replicaUrl: string | null;
  readonly patienceMs: number | null;
  readonly isWatched: boolean;
}

async function openPostgres({ url, migrateUrl, replicaUrl, patienceMs, isWatched }: Server): Promise<OpenDatabase> {
  const limits = {
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: patienceMs ?? STATEMENT_MS,
    query_timeout: patienceMs ?? ANSWER_MS,
    application_name: 'frontier-ledger',
  };
  const pool = new GuardedPool({ ...limits, connectionString: url });
  // An idle connection that breaks must not end the process; the pool replaces it.
  pool.on('error', (error) => {
    if (!pool.ending) console.warn(`A connection to PostgreSQL broke: ${error.message}`);
  });
  try {
    if (isWatched) pool.watch();
    else await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new Error(`PostgreSQL at ${placeOf(url)} cannot be used: ${(error as Error).message}`, { cause: error });
  }
  const db: Database = drizzlePostgres(pool, { schema });
  const readers = replicaUrl === null ? null : new ReadServers(pool, replicaUrl, limits, (event, facts) => console.warn(JSON.stringify({ event, ...facts })));
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= (readers?.close() ?? Promise.resolve()).then(() => pool.end()));
  return { db, engine: 'postgres', location: placeOf(url), pool, readers, migrateUrl, close };
}

/** Host and database of an address, without user and password. */
function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? host}${pathname}`;
}

// Next keeps several instances of a module in one process (and new ones after each edit in development); a second
// open of the same directory would be refused by the lock, so the one handle lives on globalThis.
const shared = globalThis as { [key: symbol]: Promise<OpenDatabase> | undefined };
const KEY = Symbol.for('frontier-ledger.database');

/** The database of this process; opened once, at the first call. A failed opening is tried again by the next call. */
export async function getDatabase(): Promise<Database> {
  return (await getOpen()).db;
}

/**
 * Where readers' questions about a release go: to the replica where there is one, in step and with that release; else to the primary.
 * Never inside a transaction, and never for the desk, which reads what it has just written.
 */
export async function getReadDatabase(release: number): Promise<Database> {
  const open = await getOpen();
  return open.engine === 'postgres' && open.readers ? open.readers.at(release) : open.db;
}

/** How the servers stood a second ago, for the operators' check; null without a replica. */
export async function getReplicaHealth(): Promise<{ readonly primary: 'here' | 'away'; readonly replica: ReplicaState } | null> {
  const open = await getOpen();
  return open.engine === 'postgres' && open.readers ? { primary: open.readers.isPrimaryHere ? 'here' : 'away', replica: open.readers.state } : null;
}

async function getOpen(): Promise<OpenDatabase> {
  const opening = (shared[KEY] ??= openDatabase({ isWatched: true }));
  try {
    return await opening;
  } catch (error) {
    if (shared[KEY] === opening) shared[KEY] = undefined;
    throw error;
  }
}

/**
 * Whether a question of a reader, or of the desk, would be answered now. Known at once as a rule and within a second always; readers are
 * also answered by a replica alone. The embedded database lives in this process; it ends where the disk is full.
 */
export async function isDatabaseHere(whose: 'readers' | 'desk'): Promise<boolean> {
  const open = await getOpen();
  if (open.engine === 'pglite') return !open.embedded.isAway();
  return (whose === 'readers' && open.readers !== null && open.readers.state !== 'away') || open.pool.answers();
}

/** The database of this process where it is open already, for the operators' figures; never opens one. */
export async function getOpened(): Promise<OpenDatabase | null> {
  return (await shared[KEY]?.catch(() => null)) ?? null;
}

/** Closes what getDatabase opened, if it did. */
export async function closeDatabase(): Promise<void> {
  const opening = shared[KEY];
  shared[KEY] = undefined;
  const open = await opening?.catch(() => null);
  await open?.close();
}
