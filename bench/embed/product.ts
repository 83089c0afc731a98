import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@/db/client';
import type { Database } from '@/db/client';
import { draftOf } from '../../tests/fixtures/ledger-rows';
import { publishRows } from '../../tests/fixtures/ledger-steps';
import { buildApp, isBuildCurrent } from '../../scripts/app-build';
import { prepareLedger } from '../../scripts/prepare-ledger';
import { runNext } from '../../scripts/run-next';
import { BARS, TITLE } from './bars.js';

// The product itself, on a data directory of its own: the starting data and, as one release more, a chart of the same 16 bars.

const READY_MS = 60_000;
const PREFIX = 'bench-';
export const BENCH_SLUG = 'bench-bars';

export interface Product {
  readonly origin: string;
  stop(): Promise<void>;
}

/** `publish` adds what is measured to the starting data. */
export async function startProduct(report: (line: string) => void, publish: (db: Database) => Promise<void> = publishBars): Promise<Product> {
  const directory = mkdtempSync(path.join(tmpdir(), 'frontier-ledger-bench-'));
  const port = await freePort();
  Object.assign(process.env, { DATA_DIR: path.join(directory, 'data'), PORT: String(port), DATABASE_URL: '', SITE_URL: '', EMBED_SIGHTINGS: 'on' });
  if (!isBuildCurrent()) {
    report('building the app ...');
    await buildApp();
  }
  await prepareLedger(report);
  const open = await openDatabase();
  await publish(open.db).finally(() => open.close());
  const next = runNext(['start', '-p', String(port)], 'production');
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    next.stop();
    await next.ended;
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await becomeReady(origin);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, stop };
}

async function publishBars(db: Database): Promise<void> {
  const readings = BARS.map(({ year, quarter, value }) => {
    const [start, end] = [`${year}-${['01-01', '04-01', '07-01', '10-01'][quarter - 1]}`, `${year}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}`];
    const content = { period: { kind: 'quarter', start, end } as const, value, reportedOn: end, knownFrom: end };
    return draftOf(PREFIX, 'reading', { id: `${PREFIX}reading-${year}-${quarter}` }, content);
  });
  const options = { seriesIds: [`${PREFIX}series`], periodKind: 'quarter', arrangement: 'single', from: '2022', to: '2025', showAnnotations: false } as const;
  const chart = draftOf(PREFIX, 'chart', {}, {
    kind: 'periods', slug: BENCH_SLUG, title: TITLE, subtitle: 'Deaths in Pakistan, counted by CRSS, 2022 to 2025', position: 99, options,
    countingRule: 'CRSS counts civilians, security personnel and outlaws killed in attacks and in counter-terrorism operations together.',
    altText: 'Bars of deaths from violence in Pakistan by quarter, from 2022 to 2025, as CRSS counts them.',
  });
  await publishRows(db, [...(['source', 'organisation', 'indicator', 'series'] as const).map((kind) => draftOf(PREFIX, kind)), ...readings, chart]);
}

async function becomeReady(origin: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The product did not become ready.');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
