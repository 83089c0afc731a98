import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@/db/client';
import { DirectoryLockedError } from '@/db/directory-lock';
import { migrateDatabase } from '@/db/migrate';
import { dumpDatabase } from '@/db/transfer/dump';
import { loadDump } from '@/db/transfer/load';
import { findPublicDigests } from '@/db/transfer/public-digest';
import { verifyAudit } from '@/db/queries/verify-audit';
import { readLocalDoor, type LocalDoor } from '@/lib/accounts/local-door';
import { besideData } from '@/lib/accounts/private-file';
import { env, EnvError } from '@/lib/env';
import { readDumpFile, writeDumpFile } from './dump-file';
import { loadSettings } from './load-settings';

// Writes the whole ledger with people and audit into one file, and proves the file by loading it into an empty database of its own.

const USAGE = 'Usage: npm run backup -- --to ledger-2026-11-22.gz';

/** False where nobody of ours answers there: the server that left the key has stopped. */
async function dumpFromServer(door: LocalDoor, write: (text: string) => Promise<void>): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${door.port}/api/admin/local/dump`, { method: 'POST', headers: { authorization: `Bearer ${door.key}` }, redirect: 'error' }).catch(() => null);
  if (response?.status !== 200 || response.body === null) return false;
  const decoder = new TextDecoder();
  for await (const chunk of response.body) await write(decoder.decode(chunk as Uint8Array, { stream: true }));
  return true;
}

async function dumpHere(write: (text: string) => Promise<void>): Promise<void> {
  const open = await openDatabase();
  try {
    await migrateDatabase(open);
    await dumpDatabase(open.db, new Date(), write);
  } finally {
    await open.close();
  }
}

/** Loads the file into memory, as a restore would; answers what it holds. */
async function prove(file: string): Promise<string> {
  const open = await openDatabase({ memory: 'empty' });
  try {
    await migrateDatabase(open);
    const loaded = await loadDump(open.db, readDumpFile(file));
    if (!loaded.ok) throw new Error(`The file cannot be restored: ${loaded.refusal.message}`);
    const verdict = await verifyAudit(open.db);
    if (!verdict.isWhole) throw new Error(`The audit chain in the file is broken at row ${verdict.seq}.`);
    const digests = [...(await findPublicDigests(open.db))].map(([release, digest]) => `  release ${release}  ${digest}`);
    const rows = loaded.value.reduce((sum, table) => sum + table.rows, 0);
    return [`${rows} rows in ${loaded.value.length} tables, an audit chain of ${verdict.rows} links, and these public answers:`, ...digests].join('\n');
  } finally {
    await open.close();
  }
}

async function main(): Promise<void> {
  loadSettings('production');
  const { values } = parseArgs({ options: { to: { type: 'string' } }, strict: true });
  if (!values.to) throw new Error(USAGE);
  const file = path.resolve(values.to);
  const { databaseUrl, dataDir } = env();
  const door = databaseUrl === null ? readLocalDoor() : null;
  await writeDumpFile(file, async (write) => {
    if (door && (await dumpFromServer(door, write))) return;
    await dumpHere(write);
  });
  console.log(`${file} was written and read back: ${await prove(file)}`);
  console.log(`Keep the secret that seals second factors and sessions as well: AUTH_SECRET, or ${besideData(dataDir, 'auth-secret')}.`);
}

main().catch((error: unknown) => {
  const isExpected = error instanceof DirectoryLockedError || error instanceof EnvError || (error instanceof Error && !(error instanceof TypeError));
  console.error(isExpected ? (error as Error).message : error);
  process.exitCode = 1;
});
