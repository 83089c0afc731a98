import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { loadStartingData } from '@/db/seed/load';
import { mintSystemEditor } from '@/lib/auth';

// Loads the starting data into the database that the settings name, unless it holds a release already.

const open = await openDatabase();
try {
  await migrateDatabase(open);
  const { loaded, currentRelease } = await loadStartingData(open.db, { editor: mintSystemEditor('starting data'), report: (line) => console.log(line) });
  if (loaded.length === 0) console.log(`Nothing to load: the ledger in ${open.location} is at release ${currentRelease}.`);
} finally {
  await open.close();
}
