import { openDatabase } from '@/db/client';
import { DirectoryLockedError } from '@/db/directory-lock';
import { migrateDatabase } from '@/db/migrate';
import { EnvError } from '@/lib/env';
import { loadSettings } from './load-settings';

// Migrates the database that the settings name. `npm start` does the same; this is for operators who migrate before they deploy.

async function main(): Promise<void> {
  loadSettings('production');
  const open = await openDatabase();
  try {
    await migrateDatabase(open);
    console.log(`${open.location} is up to date.`);
  } finally {
    await open.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof DirectoryLockedError || error instanceof EnvError ? error.message : error);
  process.exitCode = 1;
});
