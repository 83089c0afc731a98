import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { Client, type Pool } from 'pg';
import type { OpenDatabase } from './client';

// Brings a database to the shape this version of the program expects, or refuses; never leaves it half way.

export const MIGRATIONS_FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations');

/** Any number will do, as long as every version of the program uses the same one. */
const ADVISORY_LOCK = '7164020250901';
const LOCK_WAIT_SECONDS = 120;
const LOCK_NOT_AVAILABLE = '55P03';

type Query = (text: string) => Promise<{ rows: unknown[] }>;

interface Applied {
  readonly hash: string;
  readonly created_at: string;
}

/**
 * Applies the migrations that are missing, in one transaction. Safe when several processes start at once.
 * Throws if the database was migrated by a newer version, or if a migration of `folder` was edited or dated before an applied one.
 */
export async function migrateDatabase(open: OpenDatabase, folder: string = MIGRATIONS_FOLDER): Promise<void> {
  if (open.engine === 'postgres') return migrateServer(open.pool, folder);
  const { client } = open.embedded;
  // One process holds the directory, so there is nobody to wait for.
  await migrateWith((text) => client.query(text), folder, () => migratePglite(drizzlePglite(client), { migrationsFolder: folder }));
}

async function migrateServer(pool: Pool, folder: string): Promise<void> {
  // A connection of its own, without the limits of the pool: building an index over a large ledger takes longer than any page may.
  const client = new Client({ ...pool.options, statement_timeout: 0, query_timeout: 0 });
  await client.connect();
  try {
    await waitForTurn(client);
    await migrateWith((text) => client.query(text), folder, () => migratePostgres(drizzlePostgres(client), { migrationsFolder: folder }));
  } finally {
    // The server gives the advisory lock to the next in line when the connection ends.
    await client.end();
  }
}

async function waitForTurn(client: Client): Promise<void> {
  try {
    await client.query(`set lock_timeout = '${LOCK_WAIT_SECONDS}s'`);
    await client.query(`select pg_advisory_lock(${ADVISORY_LOCK})`);
    await client.query('set lock_timeout = 0');
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    throw new Error(`Another process has been migrating this database for ${LOCK_WAIT_SECONDS} seconds; start again when it is done.`, { cause: error });
  }
}

async function migrateWith(query: Query, folder: string, apply: () => Promise<void>): Promise<void> {
  const known = new Map(readMigrationFiles({ migrationsFolder: folder }).map((file) => [file.hash, file]));
  const stranger = (await findApplied(query)).find((row) => !known.has(row.hash));
  if (stranger) {
    throw new Error(
      `The database holds a migration of ${new Date(Number(stranger.created_at)).toISOString()} that this version does not know: ` +
        'it was migrated by a newer version of the program, or a migration was edited after it had been applied. Nothing was changed.',
    );
  }
  await apply();
  const applied = new Set((await findApplied(query)).map((row) => row.hash));
  const missing = [...known.keys()].filter((hash) => !applied.has(hash));
  if (missing.length > 0) {
    throw new Error(`${missing.length} migration(s) in ${folder} are dated before the last applied one and were passed over: generate them again.`);
  }
}

async function findApplied(query: Query): Promise<Applied[]> {
  const { rows } = await query(`select to_regclass('drizzle.__drizzle_migrations')::text as found`);
  if ((rows[0] as { found: string | null }).found === null) return [];
  return (await query('select hash, created_at from drizzle.__drizzle_migrations order by created_at')).rows as Applied[];
}
