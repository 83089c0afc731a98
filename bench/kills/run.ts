import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, type OpenDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { PASSWORD } from '../../tests/fixtures/desk';
import { Journal, type Account, type Note, type Step } from '../../tests/fixtures/kills/journal';
import { BASE, workUntilKilled } from '../../tests/fixtures/kills/rounds';
import { findLosses } from '../../tests/fixtures/kills/verify';
import { draftOf } from '../../tests/fixtures/ledger-rows';
import { publishRows } from '../../tests/fixtures/ledger-steps';
import { killAllAndBury, startAgain } from '../../tests/fixtures/postgres-faults';
import { ensurePostgres, startPostgres, waitUntilReady } from '../../tests/fixtures/postgres-server';
import { confirm, httpDesk, ServerGone, type Cookies } from './http-desk';
import { SECRET, signPeopleIn } from './people';
import { startServer, type KillableServer } from './server';

// `npm run proof:kills -- --kills 200 --engine embedded` (or `postgres`), after `npm run build`: the built server is killed with kill -9 at
// random moments, `--longest` milliseconds at most after its first answer (or after the first step that `--during` names was asked for), while three editors save and a reviewer publishes through its
// routes. After each kill the database is opened and held against what had been acknowledged. With `--kill server` (and `--engine postgres`) it is every process of PostgreSQL that is killed and started again;
// the app is left alone and has to go on by itself.

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, engine: { type: 'string', default: 'embedded' }, longest: { type: 'string' }, during: { type: 'string' }, kill: { type: 'string', default: 'app' } },
});
const kills = Number(values.kills);
const STEPS: readonly string[] = ['open', 'save', 'submit', 'approve', 'publish'] satisfies Step[];
if (values.during !== undefined && !STEPS.includes(values.during)) throw new Error(`--during is one of ${STEPS.join(', ')}.`);
if (values.kill !== 'app' && (values.kill !== 'server' || values.engine !== 'postgres')) throw new Error('--kill is app, or server with --engine postgres.');
/** A step takes some tens of milliseconds. */
const longestMs = Number(values.longest ?? (values.during === undefined ? 3_000 : 60));
const WRITERS = 3;
const CONFIRM_EVERY_MS = 5 * 60_000;

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-proof-'));
const postgres = values.engine === 'postgres' ? await startPostgres({ fsync: true }) : null;
const dataDir = path.join(scratch, 'data');
const port = await freePort();
const settings = { DATA_DIR: dataDir, DATABASE_URL: postgres?.url ?? '', AUTH_SECRET: SECRET, SITE_URL: `http://localhost:${port}`, NEXT_TELEMETRY_DISABLED: '1' };
const started = Date.now();
const accounts: Account[] = [];
const struck = new Map<Step | 'nothing', number>();
let losses = 0;
let standing: KillableServer | null = null;
/** How long the app took to be ready again after the database was. */
const backMs: number[] = [];
try {
  const cookies = await withDatabase(prepare);
  let confirmedAt = Date.now();
  for (let kill = 1; kill <= kills; kill += 1) {
    const server: KillableServer = standing ?? (await startServer(port, settings));
    if (values.kill === 'server') standing = server;
    if (Date.now() - confirmedAt > CONFIRM_EVERY_MS) {
      await confirm(server.origin, cookies.reviewer, PASSWORD);
      confirmedAt = Date.now();
    }
    const journal = await workThenKill(server, cookies, kill);
    accounts.push(...journal.all());
    await hold(kill, journal.all());
  }
  await hold(kills, accounts);
  report();
} finally {
  await standing?.kill();
  await postgres?.stop();
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = losses === 0 ? 0 : 1;

async function prepare(open: OpenDatabase): Promise<Cookies> {
  await migrateDatabase(open);
  await publishRows(open.db, [draftOf(BASE, 'source')]);
  return signPeopleIn(open, settings.SITE_URL);
}

async function workThenKill(server: KillableServer, cookies: Cookies, kill: number): Promise<Journal> {
  const journal = new Journal();
  const desk = httpDesk(server.origin, cookies);
  // A server that has just started reads its routes first: the clock of the kill runs from the first answer on.
  let ends: Promise<PromiseSettledResult<never>[]> = Promise.resolve([]);
  await new Promise<void>((resolve) => {
    const note = (line: Note) => {
      journal.take(line);
      if (values.during === undefined ? line.at === 'answered' : line.at === 'asked' && line.step === values.during) resolve();
    };
    ends = Promise.allSettled(Array.from({ length: WRITERS }, (_, writer) => workUntilKilled(desk, `kill${kill}-${writer}`, note)));
    void ends.then(() => resolve());
  });
  await new Promise((resolve) => setTimeout(resolve, Math.random() * longestMs));
  const steps = journal.underWay();
  for (const step of steps.length === 0 ? (['nothing'] as const) : steps) struck.set(step, (struck.get(step) ?? 0) + 1);
  await (values.kill === 'server' ? killDatabase(server) : server.kill());
  for (const end of await ends) if (end.status === 'rejected' && !isGone(end.reason)) throw end.reason;
  return journal;
}

/** Where only the app is killed, a page that answers 500 is a fault. */
function isGone(reason: unknown): boolean {
  return reason instanceof ServerGone && (values.kill === 'server' || !reason.message.endsWith('answered 500'));
}

/** kill -9 of the whole of PostgreSQL, and its start; the app is asked until it is ready again. */
async function killDatabase(server: KillableServer): Promise<void> {
  if (postgres === null) throw new Error('There is no PostgreSQL server to kill.');
  await killAllAndBury(postgres.directory);
  startAgain(postgres.directory, ensurePostgres());
  await waitUntilReady(postgres.url, postgres.directory);
  const from = performance.now();
  for (const end = from + 30_000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await fetch(`${server.origin}/api/health/ready`).catch(() => null);
    if (!answer?.ok) continue;
    backMs.push(performance.now() - from);
    return;
  }
  throw new Error('The app did not become ready again within 30 s of its database.');
}

async function hold(kill: number, some: readonly Account[]): Promise<void> {
  const found = await withDatabase(({ db }) => findLosses(db, some));
  losses += found.length;
  for (const loss of found) console.error(`kill ${kill}: ${loss}`);
  if (kill % 10 === 0) console.info(`${kill} of ${kills} kills, ${losses} losses, ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

function report(): void {
  const told = accounts.map(({ saves, release }) => ({ saves: saves.length, rows: saves.flat().length, releases: release === null ? 0 : 1 }));
  const sum = (name: 'saves' | 'rows' | 'releases') => told.reduce((total, account) => total + account[name], 0);
  console.info(`${values.engine}: ${kills} kills of ${values.kill === 'server' ? 'the database' : 'the app'}; acknowledged: ${sum('saves')} saves of ${sum('rows')} row versions, ${sum('releases')} releases; ${losses} losses.`);
  if (backMs.length > 0) console.info(`Ready again ${Math.round(Math.max(...backMs))} ms after the database at the latest.`);
  console.info(`Under way at the kill: ${[...struck].map(([step, times]) => `${step} ${times}`).join(', ')}.`);
}

async function withDatabase<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const open = await openDatabase(postgres === null ? { dataDir } : { url: postgres.url });
  return work(open).finally(() => open.close());
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
