import fs from 'node:fs';
import net from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, type OpenDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { loadStartingData } from '@/db/seed/load';
import { mintSystemEditor } from '@/lib/auth';
import { Journal, type Note } from '../../tests/fixtures/kills/journal';
import { BASE, workUntilKilled } from '../../tests/fixtures/kills/rounds';
import { findLosses } from '../../tests/fixtures/kills/verify';
import { draftOf } from '../../tests/fixtures/ledger-rows';
import { publishRows } from '../../tests/fixtures/ledger-steps';
import { startAgain } from '../../tests/fixtures/postgres-faults';
import { ensurePostgres, startPostgres } from '../../tests/fixtures/postgres-server';
import { httpDesk, ServerGone, type Cookies } from '../kills/http-desk';
import { SECRET, signPeopleIn } from '../kills/people';
import { startServer } from '../kills/server';
import { makeSmallDisk } from './small-disk';

// `npm run proof:disk -- --engine embedded` (or `postgres`), after `npm run build`, as root: the database lies on a small disk, which is filled to
// the last byte for `--seconds` while an editor saves and a reviewer publishes and readers ask. Readers are answered all the while, a save that has
// no room is refused in words, and once there is room it goes on by itself, with everything that was acknowledged and nothing half.

const { values } = parseArgs({ options: { engine: { type: 'string', default: 'embedded' }, seconds: { type: 'string', default: '30' }, megabytes: { type: 'string', default: '400' } } });
const PAGES = [
  '/', '/charts', '/charts/border-closures', '/charts/fatalities-by-quarter', '/charts/border-closures.csv', '/charts/border-closures.svg', '/embed/border-closures', '/embed/closed-days-by-quarter',
  '/closures', '/incidents', '/sources', '/releases', '/corrections', '/methods', '/api/v1/readings?limit=50', '/api/v1/closures', '/api/health/live',
];
const PATIENCE_MS = 60_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const disk = makeSmallDisk(Number(values.megabytes));
const problems: string[] = [];
const refusals = new Map<string, number>();
const journal = new Journal();
let isOver = false;
let acknowledged = 0;

const postgres = values.engine === 'postgres' ? await startPostgres({ fsync: true, under: disk.directory, settings: { max_wal_size: '64MB', min_wal_size: '32MB' } }) : null;
const dataDir = path.join(disk.directory, 'data');
const port = await freePort();
const origin = `http://localhost:${port}`;
try {
  const cookies = await withDatabase(prepare);
  const server = await startServer(port, {
    DATA_DIR: dataDir, DATABASE_URL: postgres?.url ?? '', AUTH_SECRET: SECRET, SITE_URL: origin, NEXT_TELEMETRY_DISABLED: '1', LOG_LEVEL: 'warn',
  });
  try {
    await readers('before', 0);
    const writing = keepWriting(cookies);
    await until('something is published', () => acknowledged > 20);
    console.info(`${values.engine}: ${disk.freeMb()} MB are free, ${acknowledged} steps were acknowledged; now the disk is filled`);
    disk.fill();
    const full = acknowledged;
    for (const end = Date.now() + Number(values.seconds) * 1_000; Date.now() < end; disk.fill()) await readers('full', 300);
    if (refusals.size === 0) problems.push('Nothing was refused on a full disk: was it full?');
    console.info(`full: ${acknowledged - full} steps found room all the same; refused: ${[...refusals].map(([words, times]) => `${times} x ${words}`).join('; ')}`);
    disk.empty();
    await returns();
    await readers('after', 0);
    isOver = true;
    await writing;
  } finally {
    isOver = true;
    await server.kill();
  }
  const losses = await withDatabase(({ db }) => findLosses(db, journal.all()));
  problems.push(...losses);
  console.info(`${acknowledged} steps acknowledged in all, ${losses.length} losses`);
} finally {
  await postgres?.stop();
  disk.remove();
}
for (const problem of problems) console.error(problem);
console.info(`${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function prepare(open: OpenDatabase): Promise<Cookies> {
  await migrateDatabase(open);
  await loadStartingData(open.db, { editor: mintSystemEditor('starting data'), report: () => undefined });
  await publishRows(open.db, [draftOf(BASE, 'source')]);
  return signPeopleIn(open, origin);
}

/** An editor and a reviewer who try again after each refusal, with a new changeset. */
async function keepWriting(cookies: Cookies): Promise<void> {
  const desk = httpDesk(origin, cookies);
  const note = (line: Note) => {
    if (isOver && line.at === 'asked') throw new ServerGone('over');
    journal.take(line);
    if (line.at === 'answered') acknowledged += 1;
  };
  for (let attempt = 0; !isOver; attempt += 1) {
    const end = await workUntilKilled(desk, `disk-${attempt}`, note).catch((error: unknown) => error);
    if (isOver) return;
    const said = (end as Error).message;
    const title = /"title":"([^"]{1,40})/.exec(said)?.[1] ?? said.replaceAll(/<[^>]*>|\s+/g, ' ').trim().slice(0, 40);
    // A review is made by writing what it shows and taking it back: without room there is none, and its page says that it cannot be drawn.
    const isReview = /^\/admin\/changesets\/\S+\/review answered 500/.test(said);
    if (!(end instanceof ServerGone) && !isReview) problems.push(`Neither done nor refused: ${said.slice(0, 300)}`);
    else if (title === '') problems.push('A save was refused without words, or its connection was cut.');
    refusals.set(isReview ? 'no review' : title, (refusals.get(title) ?? 0) + 1);
    await pause(200);
  }
}

async function readers(when: string, restMs: number): Promise<void> {
  let slowest = 0;
  for (const page of PAGES) {
    const from = performance.now();
    const status = await fetch(`${origin}${page}`, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(async (answer) => { await answer.arrayBuffer(); return answer.status; }, () => 0);
    slowest = Math.max(slowest, performance.now() - from);
    if (status !== 200) problems.push(`${when}: ${page} answered ${status}`);
  }
  console.info(`${when}: ${PAGES.length} readers, the slowest waited ${Math.round(slowest)} ms`);
  await pause(restMs);
}

/** PostgreSQL may have ended itself for want of room; then whoever runs it has to start it. The app is never started again. */
async function returns(): Promise<void> {
  const from = performance.now();
  const before = acknowledged;
  if (postgres !== null && !isRunning(postgres.directory)) {
    console.info('PostgreSQL has ended itself and is started again, as its operator would.');
    startAgain(postgres.directory, ensurePostgres());
  }
  await until('a save is taken again', () => acknowledged > before);
  console.info(`saves are taken again ${Math.round(performance.now() - from)} ms after there was room`);
}

function isRunning(directory: string): boolean {
  try {
    process.kill(Number(fs.readFileSync(path.join(directory, 'data/postmaster.pid'), 'utf8').split('\n')[0]), 0);
    return true;
  } catch {
    return false;
  }
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) if (holds()) return;
  throw new Error(`Waited in vain until ${what}.`);
}

async function withDatabase<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const open = await openDatabase(postgres === null ? { dataDir } : { url: postgres.url });
  return work(open).finally(() => open.close());
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
