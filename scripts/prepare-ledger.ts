import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { loadStartingData } from '@/db/seed/load';
import { mintSystemEditor } from '@/lib/auth';

/** Of several instances that start on an empty database one loads the starting data, and the others wait for it. */
const PATIENCE_MS = 180_000;

/**
 * Brings the database that the settings name to where the server can start on it: migrated, and with the starting data if it is empty.
 * It is closed again, for the server to open. Answers where the data lie, fit to be shown.
 */
export async function prepareLedger(report: (line: string) => void): Promise<string> {
  const open = await openDatabase({ patienceMs: PATIENCE_MS });
  try {
    await migrateDatabase(open);
    const { loaded } = await loadStartingData(open.db, { editor: mintSystemEditor('starting data'), report });
    // Without fresh statistics and a vacuum after so many new rows the embedded database chooses slow plans.
    if (loaded.length > 0 && open.engine === 'pglite') await open.embedded.maintain();
    return open.engine === 'pglite' ? `${open.location} (embedded database)` : `${open.location} (PostgreSQL)`;
  } finally {
    await open.close();
  }
}
