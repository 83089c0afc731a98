import { DirectoryLockedError } from '@/db/directory-lock';
import { EnvError } from '@/lib/env';
import { loadSettings } from './load-settings';
import { prepareLedger } from './prepare-ledger';

// Loads the starting data into the database that the settings name, unless it holds a release already. `npm start` does the same.

async function main(): Promise<void> {
  loadSettings('production');
  console.log(`${await prepareLedger((line) => console.log(line))} holds the starting data.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof DirectoryLockedError || error instanceof EnvError ? error.message : error);
  process.exitCode = 1;
});
