import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { findPublicDigests } from '@/db/transfer/public-digest';
import { loadDump } from '@/db/transfer/load';
import { env } from '@/lib/env';
import { readDumpFile } from './dump-file';
import { loadSettings } from './load-settings';

// Loads a backup into the database that the settings name, which has to be empty: all of it or nothing.

const USAGE = 'Usage: npm run restore -- --from ledger-2026-11-22.gz';

async function main(): Promise<void> {
  loadSettings('production');
  const { values } = parseArgs({ options: { from: { type: 'string' } }, strict: true });
  if (!values.from) throw new Error(USAGE);
  // Putting rows back past their guards is for whoever owns the tables.
  const { migrateUrl } = env();
  const open = await openDatabase(migrateUrl === null ? {} : { url: migrateUrl });
  try {
    await migrateDatabase(open);
    const loaded = await loadDump(open.db, readDumpFile(path.resolve(values.from)));
    if (!loaded.ok) throw new Error(loaded.refusal.message);
    if (open.engine === 'pglite') await open.embedded.maintain();
    console.log(`${open.location} holds the backup now. Its public answers:`);
    for (const [release, digest] of await findPublicDigests(open.db)) console.log(`  release ${release}  ${digest}`);
    console.log('Everybody signs in anew.');
  } finally {
    await open.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
