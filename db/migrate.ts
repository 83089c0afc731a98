import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { Client } from 'pg';
import { grantApp } from './app-role';
import type { OpenDatabase } from './client';

// Brings a database to the shape this version of the program expects, or refuses; never leaves it half way.

export const MIGRATIONS_FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations');

/** Any number will do, as long as every version of the program uses the same one. */
const ADVISORY_LOCK = '7164020250901';
const LOCK_WAIT_SECONDS = 120;
const LOCK_NOT_AVAILABLE = '55P03';
const NOT_ALLOWED = '42501';

type Query = (text: string) => Promise<{ rows: unknown[] }>;

interface Applied {
  readonly hash: string;
  readonly created_at: string;
}

/**
 * Applies the migrations that are missing, in one transaction. Safe when several processes start at once. Where another role owns the tables it
 * is that one who migrates, and the one that serves is given its rights.
 * Throws if the database was migrated by a newer version, or if a migration of `folder` was edited or dated before an applied one.
 */
export async function migrateDatabase(open: OpenDatabase, folder: string = MIGRATIONS_FOLDER): Promise<void> {
  if (open.engine === 'postgres') return migrateServer(open, folder);
  const { client } = open.embedded;
  // One process holds the directory, so there is nobody to wait for.
  await migrateWith((text) => client.query(text), folder, () => migratePglite(drizzlePglite(client), { migrationsFolder: folder }));
}

async function migrateServer({ pool, migrateUrl }: Extract<OpenDatabase, { engine: 'postgres' }>, folder: string): Promise<void> {
  // A connection of its own, without the limits of the pool: building an index over a large ledger takes longer than any page may.
  const client = new Client({ ...pool.options, ...(migrateUrl !== null && { connectionString: migrateUrl }), statement_timeout: 0, query_timeout: 0 });
  const query: Query = (text) => client.query(text);
  await client.connect();
  try {
    await waitForTurn(client);
    await migrateWith(query, folder, () => migratePostgres(drizzlePostgres(client), { migrationsFolder: folder }));
    if (migrateUrl === null) return;
    const { rows } = await pool.query<{ role: string }>('select current_user as role');
    await grantApp(query, rows[0]?.role ?? '');
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
  // Looked at first: a role that may not migrate can start all the same where there is nothing to migrate.
  const open = await findMissing(query, known.keys());
  if (open.length === 0) return;
  await apply().catch((error: unknown) => {
    if ((error as { cause?: { code?: string } }).cause?.code !== NOT_ALLOWED) throw error;
    throw new Error(`${open.length} migration(s) are missing, and the role of DATABASE_URL may not apply them: set MIGRATE_URL to the owner's address.`, { cause: error });
  });
  const missing = await findMissing(query, known.keys());
  if (missing.length > 0) {
    throw new Error(`${missing.length} migration(s) in ${folder} are dated before the last applied one and were passed over: generate them again.`);
  }
}

async function findMissing(query: Query, known: Iterable<string>): Promise<string[]> {
  const applied = new Set((await findApplied(query)).map((row) => row.hash));
  return [...known].filter((hash) => !applied.has(hash));
}

async function findApplied(query: Query): Promise<Applied[]> {
  const { rows } = await query(`select to_regclass('drizzle.__drizzle_migrations')::text as found`);
  if ((rows[0] as { found: string | null }).found === null) return [];
  return (await query('select hash, created_at from drizzle.__drizzle_migrations order by created_at')).rows as Applied[];
}
