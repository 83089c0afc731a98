import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { addDays } from '@/domain/period';
import { startPostgres } from '../../tests/fixtures/postgres-server';
import { startInstance } from '../../scripts/cluster/instance';
import { tableOf } from '../load/table';
import { grow } from './grow';

// `npm run bench:growth`: what a page, an embed and an API answer cost that were never asked for before, as the ledger grows 10, 100 and 1,000 times. Nothing kept
// helps: each request asks for another vintage. Ends with an error if a chart costs more than 1.3 times as much. `--largest 100` for a shorter look.

const { values } = parseArgs({ options: { largest: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '40' }, scans: { type: 'boolean', default: false } } });
const GOAL = 1.3;
const FACTORS = [1, 10, 100, 1_000].filter((factor) => factor <= Number(values.largest));
const SLUG = 'fatalities-by-quarter';
const ASKED: Readonly<Record<string, (vintage: string) => string>> = {
  'a chart\'s page': (vintage) => `/charts/${SLUG}?asof=${vintage}`,
  'an embed': (vintage) => `/embed/${SLUG}?asof=${vintage}`,
  'a chart\'s file': (vintage) => `/charts/${SLUG}.csv?asof=${vintage}`,
  'readings of a series': (vintage) => `/api/v1/readings?series=crss-violence-fatalities&asof=${vintage}`,
};
const median = (some: readonly number[]) => [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)] ?? Number.NaN;
const say = (line: string) => console.info(line);

const directory = mkdtempSync(path.join(tmpdir(), 'frontier-ledger-growth-'));
const server = await startPostgres({ settings: { shared_buffers: '512MB', max_wal_size: '4GB' } });
const results = new Map<string, number[]>();
try {
  for (const [step, factor] of FACTORS.entries()) {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    if (factor > 1) await grow(client, FACTORS[step - 1] ?? 1, factor);
    const instance = startInstance({ port: await freePort(), settings: { DATABASE_URL: server.url, DATA_DIR: path.join(directory, 'data'), AUTH_SECRET: 'the secret of a measurement that ends soon' } });
    try {
      await instance.ready();
      const { rows } = await client.query<{ readings: string; size: string }>('select (select count(*) from readings) as readings, pg_size_pretty(pg_database_size(current_database())) as size');
      for (const [name, addressOf] of Object.entries(ASKED)) {
        const times: number[] = [];
        for (let round = -5; round < Number(values.rounds); round += 1) {
          // The same vintages at every size.
          const address = `${instance.origin}${addressOf(addDays('2025-06-01', round))}`;
          const started = performance.now();
          const answer = await fetch(address, { headers: { 'X-Forwarded-For': `10.0.${factor % 250}.${(round + 5) % 250}` } });
          const text = await answer.text();
          if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${text.slice(0, 300)}`);
          if (round >= 0) times.push(performance.now() - started);
        }
        results.set(name, [...(results.get(name) ?? []), median(times)]);
      }
      say(`${factor} times: ${rows[0]?.readings} readings, ${rows[0]?.size}`);
      if (values.scans) await tellScans(client);
    } finally {
      await instance.stop();
      await client.end();
    }
  }
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}
const rows = [...results].map(([name, times]) => [name, ...times.map((time) => `${time.toFixed(1)} ms (${(time / (times[0] ?? Number.NaN)).toFixed(2)})`)]);
for (const line of tableOf(['asked for the first time', ...FACTORS.map((factor) => `${factor} times`)], rows)) say(line);
for (const [name, times] of results) {
  const ratio = (times.at(-1) ?? Number.NaN) / (times[0] ?? Number.NaN);
  if (!(ratio <= GOAL)) {
    say(`MISSED: ${name} costs ${ratio.toFixed(2)} times as much (goal ${GOAL})`);
    process.exitCode = 1;
  }
}

/** Tables that were read whole since the server started, the most rows first. */
async function tellScans(client: Client): Promise<void> {
  const { rows: scans } = await client.query<{ relname: string; seq_scan: string; seq_tup_read: string }>(
    'select relname, seq_scan, seq_tup_read from pg_stat_user_tables where seq_tup_read > 0 order by seq_tup_read desc limit 8');
  for (const { relname, seq_scan: times, seq_tup_read: read } of scans) say(`  read whole: ${relname} ${times} times, ${read} rows`);
  await client.query('select pg_stat_reset()');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
