import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { verifyAudit } from '@/db/queries/verify-audit';
import { SEED_RELEASES } from '@/db/seed/seed-files';
import { startPostgres, type PostgresServer } from '../tests/fixtures/postgres-server';
import { asApp, urlsWithRoles } from '../tests/fixtures/server-roles';

// `npm run proof:starts [rounds]`: eight processes prepare one empty database at the same moment, on PostgreSQL as two roles and on the embedded
// database, where one gets in and the others name it. The tests do a few rounds of it.

const STARTS = 8;
const rounds = Number(process.argv[2] ?? 25);

interface Ended {
  readonly pid: number;
  readonly code: number | null;
  readonly said: string;
}

/** What `npm start` does before it serves: migrate, and load the starting data into an empty ledger. */
function start(settings: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/seed.ts'], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { said += text.toString(); });
    child.once('close', (code) => resolve({ pid: child.pid ?? 0, code, said }));
  });
}

const together = (settings: Readonly<Record<string, string>>) => Promise.all(Array.from({ length: STARTS }, () => start(settings)));

async function requireWhole(where: { readonly url: string } | { readonly dataDir: string }): Promise<void> {
  const open = await openDatabase(where);
  try {
    const [release, verdict] = [await findCurrentRelease(open.db), await verifyAudit(open.db)];
    if (release !== SEED_RELEASES.length || !verdict.isWhole) throw new Error(`After the starts the ledger is at release ${release}, its audit ${verdict.isWhole ? 'whole' : 'broken'}.`);
  } finally {
    await open.close();
  }
}

async function onPostgres(server: PostgresServer, urls: { DATABASE_URL: string; MIGRATE_URL: string }, round: number): Promise<void> {
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  const name = `round_${round}`;
  await admin.query(`create database ${name} owner ledger_owner`);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const ended = await together({ DATABASE_URL: at(urls.DATABASE_URL), MIGRATE_URL: at(urls.MIGRATE_URL) });
  const failed = ended.filter(({ code }) => code !== 0);
  if (failed.length > 0) throw new Error(`${failed.length} of ${STARTS} starts failed: ${failed[0]?.said.slice(-1500)}`);
  const loaded = ended.filter(({ said }) => said.includes('Starting data loaded')).length;
  if (loaded !== 1) throw new Error(`${loaded} starts loaded the starting data instead of one.`);
  await requireWhole({ url: at(asApp(server)) });
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
}

/** How many of the starts were refused, each naming the one that had the directory. */
async function onEmbedded(directory: string): Promise<number> {
  const ended = await together({ DATA_DIR: directory, DATABASE_URL: '', MIGRATE_URL: '' });
  const refused = ended.filter(({ code }) => code !== 0);
  const pids = new Set(ended.map(({ pid }) => String(pid)));
  const stranger = refused.find(({ said }) => !pids.has(/is in use by process (\d+)/.exec(said)?.[1] ?? '') && !said.includes('at the same'));
  if (stranger) throw new Error(`A start failed without naming who has the directory: ${stranger.said.slice(-1500)}`);
  if (refused.length === STARTS) throw new Error('Every start was refused.');
  await requireWhole({ dataDir: directory });
  return refused.length;
}

const server = await startPostgres();
const scratch = mkdtempSync(path.join(tmpdir(), 'ledger-starts-'));
try {
  const urls = await urlsWithRoles(server);
  for (let round = 1; round <= rounds; round += 1) {
    const began = performance.now();
    await onPostgres(server, urls, round);
    const middle = performance.now();
    const refused = await onEmbedded(path.join(scratch, `round-${round}`));
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    console.log(`Round ${round}: ${STARTS} starts on PostgreSQL, none failed (${seconds(began, middle)} s); on the embedded database ${STARTS - refused} got in, ${refused} named who had it (${seconds(middle, performance.now())} s).`);
  }
  console.log(`${rounds} rounds of ${STARTS} starts on each database: no failure.`);
} finally {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
