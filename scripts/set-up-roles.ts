import { Client } from 'pg';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { scramVerifier } from '@/db/scram-verifier';
import { env } from '@/lib/env';
import { loadSettings } from './load-settings';

// Makes the role that serves, if there is none, and gives it its rights: MIGRATE_URL is the owner of the database, DATABASE_URL the role to be made.

const NOT_ALLOWED = '42501';

async function makeRole(owner: Client, name: string, password: string): Promise<'made' | 'there'> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [name]);
  if (rowCount) return 'there';
  const secret = password === '' ? '' : ` password '${scramVerifier(password)}'`;
  await owner.query(`create role "${name.replaceAll('"', '""')}" login${secret}`).catch((error: { code?: string }) => {
    if (error.code !== NOT_ALLOWED) throw error;
    throw new Error(`The owner may not make roles. Let whoever administers the server do it once: create role "${name}" login; \\password "${name}"`);
  });
  return 'made';
}

async function main(): Promise<void> {
  loadSettings('production');
  const { databaseUrl, migrateUrl } = env();
  if (databaseUrl === null || migrateUrl === null) throw new Error('Set DATABASE_URL to the role that is to serve, and MIGRATE_URL to the owner of the same database.');
  const { username, password } = new URL(databaseUrl);
  const name = decodeURIComponent(username);
  const owner = new Client({ connectionString: migrateUrl });
  await owner.connect();
  const role = await makeRole(owner, name, decodeURIComponent(password)).finally(() => owner.end());
  const open = await openDatabase();
  try {
    await migrateDatabase(open);
    console.log(`${open.location} is up to date. The role ${name} ${role === 'made' ? 'was made, and' : 'was there;'} it has the rights to serve, and no others.`);
  } finally {
    await open.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
