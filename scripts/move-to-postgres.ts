import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, type OpenDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { dumpDatabase } from '@/db/transfer/dump';
import { loadDump } from '@/db/transfer/load';
import { findPublicDigests } from '@/db/transfer/public-digest';
import { env } from '@/lib/env';
import { readDumpFile, writeDumpFile } from './dump-file';
import { loadSettings } from './load-settings';

// Moves an embedded database into an empty PostgreSQL database. The server is stopped meanwhile: what it wrote later would be missing.

const USAGE = 'Usage: npm run db:move -- --to postgres://user:password@host:5432/name';

async function move(from: OpenDatabase, to: OpenDatabase): Promise<ReadonlyMap<number, string>> {
  const directory = await mkdtemp(path.join(tmpdir(), 'frontier-ledger-move-'));
  try {
    const file = path.join(directory, 'dump.gz');
    await writeDumpFile(file, (write) => dumpDatabase(from.db, new Date(), write));
    const loaded = await loadDump(to.db, readDumpFile(file));
    if (!loaded.ok) throw new Error(loaded.refusal.message);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  const [before, after] = [await findPublicDigests(from.db), await findPublicDigests(to.db)];
  const different = [...before].filter(([release, digest]) => after.get(release) !== digest).map(([release]) => release);
  if (different.length > 0 || before.size !== after.size) throw new Error(`The public answers of release ${different.join(', ')} differ after the move. Go on with the embedded database and report this.`);
  return after;
}

async function main(): Promise<void> {
  loadSettings('production');
  const { values } = parseArgs({ options: { to: { type: 'string' } }, strict: true });
  if (!values.to || !/^postgres(ql)?:\/\//.test(values.to)) throw new Error(USAGE);
  const from = await openDatabase({ dataDir: env().dataDir });
  try {
    const to = await openDatabase({ url: values.to });
    try {
      await migrateDatabase(from);
      await migrateDatabase(to);
      const digests = await move(from, to);
      console.log(`${to.location} answers byte for byte as ${from.location} does, for each of ${digests.size} releases. The embedded database was not changed.`);
      console.log('Start the server with DATABASE_URL set to it, and with the same AUTH_SECRET (or the auth-secret file beside the data). Everybody signs in anew.');
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
