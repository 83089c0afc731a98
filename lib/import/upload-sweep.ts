import { getDatabase } from '@/db/client';
import { dropOldImportUploads } from '@/db/mutations/keep-import-upload';

// Files that nobody came back for. Every instance looks, so that what a killed one took in goes too.

const LOOK_EVERY_MS = 5 * 60_000;

const shared = globalThis as { [key: symbol]: NodeJS.Timeout | undefined };
const KEY = Symbol.for('frontier-ledger.upload-sweep');

/** Starts looking, once a process; keeps none alive. A database that is away is asked again the next time. */
export function startUploadSweep(): void {
  shared[KEY] ??= setInterval(() => void getDatabase().then(dropOldImportUploads).catch(() => undefined), LOOK_EVERY_MS).unref();
}
