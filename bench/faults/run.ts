import { spawn } from 'node:child_process';
import net from 'node:net';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { loadStartingData } from '@/db/seed/load';
import { mintSystemEditor } from '@/lib/auth';
import { goOn, halt, killAll, startAgain } from '../../tests/fixtures/postgres-faults';
import { ensurePostgres, startPostgres } from '../../tests/fixtures/postgres-server';
import { SECRET, signPeopleIn } from '../kills/people';

// `npm run proof:faults -- --minutes 10`, after `npm run build`: the built server on a PostgreSQL server that is halted for so long, then killed
// and started again. Every public page, file, feed, frame and list that was asked for before is asked for again and timed all the while.

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const SLOWEST_MS = 300;
const postgres = await startPostgres({ fsync: true });
const port = await freePort();
const origin = `http://localhost:${port}`;
const problems: string[] = [];

const open = await openDatabase({ url: postgres.url });
await migrateDatabase(open);
await loadStartingData(open.db, { editor: mintSystemEditor('starting data'), report: () => undefined });
const cookies = await signPeopleIn(open, origin);
await open.close();

const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
  env: {
    ...process.env, NODE_ENV: 'production', PORT: String(port), DATABASE_URL: postgres.url, SITE_URL: origin, AUTH_SECRET: SECRET,
    NEXT_MANUAL_SIG_HANDLE: 'true', LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});
try {
  await until('the server is ready', 60_000, async () => (await ask('/api/health/ready')).status === 200);
  const addresses = await findAddresses();
  for (const address of addresses) await ask(address, 60_000);
  report('with the database', await round(addresses));

  halt(postgres.directory);
  report('from the moment it is halted', await round(addresses));
  for (const end = Date.now() + Number(values.minutes) * 60_000; Date.now() < end;) report('halted', await round(addresses));
  await holdAway();
  goOn(postgres.directory);
  await returns('goes on');

  killAll(postgres.directory);
  report('killed', await round(addresses));
  await holdAway();
  startAgain(postgres.directory, ensurePostgres());
  await returns('was started again');

  const from = performance.now();
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number | null];
  console.info(`SIGTERM: exit ${code} after ${Math.round(performance.now() - from)} ms`);
  if (code !== 0) problems.push(`The server ended with ${code}.`);
} finally {
  server.kill('SIGKILL');
  await postgres.stop();
}
for (const problem of problems) console.error(problem);
console.info(`${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

async function ask(address: string, patience = 5_000, init: RequestInit = {}): Promise<Answer> {
  const from = performance.now();
  try {
    const answer = await fetch(`${origin}${address}`, { redirect: 'manual', signal: AbortSignal.timeout(patience), ...init });
    const text = await answer.text();
    return { status: answer.status, ms: performance.now() - from, retryAfter: answer.headers.get('retry-after'), text };
  } catch (error) {
    return { status: 0, ms: performance.now() - from, retryAfter: null, text: String(error) };
  }
}

/** What the site map names, and for each chart its frame and files; feeds, files and lists of the API. */
async function findAddresses(): Promise<string[]> {
  const pages = [...(await ask('/sitemap.xml', 60_000)).text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? origin).pathname);
  const charts = pages.filter((page) => /^\/charts\/[a-z0-9-]+$/.test(page));
  const files = charts.flatMap((chart) => [`/embed/${chart.slice(8)}`, ...['csv', 'json', 'svg', 'png'].map((ending) => `${chart}.${ending}`)]);
  const others = ['/closures.csv', '/closures.ics', '/releases.atom', '/corrections.rss', '/data.zip', '/api/v1/readings?limit=50', '/api/v1/closures', '/api/v1/releases?format=csv', '/charts/no-such-chart'];
  return [...new Set([...pages, ...files, ...others])];
}

async function round(addresses: readonly string[]): Promise<readonly (Answer & { readonly address: string })[]> {
  const answers = [];
  for (const address of addresses) answers.push({ address, ...(await ask(address)) });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return answers;
}

function report(when: string, answers: Awaited<ReturnType<typeof round>>): void {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  console.info(`${when}: ${answers.length} answers, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`);
  for (const { address, status, ms } of answers) {
    const wanted = address === '/charts/no-such-chart' ? 404 : 200;
    if (status !== wanted || ms > SLOWEST_MS) problems.push(`${when}: ${address} answered ${status} after ${Math.round(ms)} ms`);
  }
}

/** What nobody has asked for before, the desk, and the operators' checks. */
async function holdAway(): Promise<void> {
  const save = { method: 'POST', body: JSON.stringify({ name: 'Halted', note: '' }), headers: { origin, cookie: cookies.editor, accept: 'application/json', 'content-type': 'application/json' } };
  const expected: [string, number, RequestInit?][] = [
    [`/search?q=${Date.now()}`, 503], ['/charts/border-closures?from=2025-10-02', 503], ['/api/v1/readings?limit=7', 503], ['/admin', 503, { headers: { cookie: cookies.editor } }], ['/api/admin/changesets', 503, save],
    ['/api/health/ready', 503], ['/api/health/live', 200],
  ];
  for (const [address, status, init] of expected) {
    const answer = await ask(address, 5_000, init);
    console.info(`  ${address}: ${answer.status}, ${Math.round(answer.ms)} ms, Retry-After ${answer.retryAfter}`);
    const needsTime = status === 503 && !address.endsWith('ready');
    if (answer.status !== status || answer.ms > 1_500 || (needsTime && answer.retryAfter === null)) problems.push(`${address} answered ${answer.status} after ${Math.round(answer.ms)} ms, Retry-After ${answer.retryAfter}`);
  }
}

async function returns(what: string): Promise<void> {
  const from = performance.now();
  await until(`the database ${what}`, 30_000, async () => (await ask('/api/health/ready')).status === 200);
  console.info(`ready ${Math.round(performance.now() - from)} ms after the database ${what}`);
}

async function until(what: string, ms: number, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) if (await holds()) return;
  throw new Error(`Waited in vain until ${what}.`);
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
