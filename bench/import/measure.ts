import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import type { ImportMapping } from '@/domain/import/mapping';
import type { OpenRow } from '@/domain/import/verdict';
import { periodsBetween } from '@/domain/period';
import { planImport } from '@/lib/import/plan-import';
import { keepUpload } from '@/lib/import/uploads';
import type { ImportGround } from '@/lib/reads/desk/import-ground';
import { NO_COLUMNS } from '@/domain/import/mapping';
import { startPostgres } from '../../tests/fixtures/postgres-server';
import { eventFileHead, eventLine } from '../../tests/fixtures/event-file';

// One file of a size, sent and checked as the desk does it, in a process of its own: what it takes above idle, and how long others wait.
// Run as `node --conditions=react-server --import tsx bench/import/measure.ts events 300`, with `--postgres` on a PostgreSQL server.

const [kind = 'events', megabytes = '30'] = process.argv.slice(2);
const directory = mkdtempSync(path.join(tmpdir(), 'frontier-ledger-bench-import-'));
const postgres = process.argv.includes('--postgres') ? await startPostgres() : null;
const open = await openDatabase(postgres === null ? { dataDir: path.join(directory, 'data') } : { url: postgres.url });
await migrateDatabase(open);

const MONTHS = periodsBetween('month', '2000-01-01', '2024-12-31');
const SERIES = Array.from({ length: 8 }, (_, at) => `made-series-${at}`);

function* events(): Generator<string> {
  yield eventFileHead();
  for (let id = 1; ; id += 1) {
    const start = new Date(Date.UTC(1989, 0, 1 + (id % 12_000))).toISOString().slice(0, 10);
    const end = id % 100 === 0 ? new Date(Date.parse(start) + 40 * 86_400_000).toISOString().slice(0, 10) : start;
    yield eventLine(id, { start, end, low: id % 5, best: id % 7, high: id % 11 });
  }
}

/** The same figures again and again, each as it is published. */
function* figures(): Generator<string> {
  yield 'series,period,value,qualifier,reported_on,citation_title,remarks\n';
  for (let row = 0; ; row += 1) {
    const month = MONTHS[row % MONTHS.length];
    yield `${SERIES[row % 8] ?? ''},${month?.start.slice(0, 7) ?? ''},"${(row % MONTHS.length).toLocaleString('en-US')}",exact,2025-01-01,A made document,"row ${row}, said once more, with ""quotes"""\n`;
  }
}

const GROUND: ImportGround = {
  release: 1,
  series: [],
  seriesNames: new Map(SERIES.map((id) => [id.replaceAll('-', ''), id])),
  sources: { byUrl: new Map(), byTitle: new Map([['a made document', 'made']]) },
  findOpen: async () => new Map(),
  findReadings: async (ids) => ids.flatMap((seriesId) => MONTHS.map((period, at): OpenRow<'reading'> => ({
    id: `${seriesId}-${period.start}`, revision: 1, changeNote: null, isPublished: true, isWithdrawn: false, heldBy: null, citations: [],
    content: {
      seriesId, period, value: at, empty: null, qualifier: 'exact', reportedOn: '2025-01-01', reportedPrecision: 'day', knownFrom: '2025-01-01', kind: 'reported', formula: null, confidence: 'high',
      isUnconfirmed: false, note: null,
    },
  }))),
};

const SHARED = { change: 'correct', reason: null, sourceId: 'made', locator: null } as const;
const MAPPINGS: Readonly<Record<string, ImportMapping>> = {
  events: { kind: 'events', layout: 'ucdp-ged', every: 'quarter', crossing: 'apart', split: 'type', from: null, to: null, reportedOn: '2025-01-01', ...SHARED },
  figures: {
    kind: 'readings', shape: 'long', seriesId: null, seriesNames: {}, dateMeans: 'day', reportedOn: null, ...SHARED,
    columns: { ...NO_COLUMNS, series: 'series', period: 'period', value: 'value', qualifier: 'qualifier', reportedOn: 'reported_on' },
  },
};

async function make(file: string, bytes: number): Promise<void> {
  const out = createWriteStream(file);
  let size = 0;
  let piece = '';
  for (const line of kind === 'events' ? events() : figures()) {
    piece += line;
    size += Buffer.byteLength(line);
    if (piece.length > 65_536 || size >= bytes) {
      if (!out.write(piece)) await once(out, 'drain');
      piece = '';
    }
    if (size >= bytes) break;
  }
  out.end();
  await once(out, 'finish');
}

/** Sends and checks a file as the routes do. */
async function run(file: string) {
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const sent = performance.now();
  const kept = await keepUpload(open.db, body, { userId: 'bench', changesetId: 'bench' }, 'made.csv');
  if (!kept.ok) throw new Error(kept.refusal.message);
  const mapping = MAPPINGS[kind];
  if (mapping === undefined) throw new Error(`no file of ${kind}`);
  const watch = { signal: new AbortController().signal, progress: () => undefined };
  const started = performance.now();
  const planned = await planImport({ file: kept.value.file, fileName: 'made.csv', sheet: null, mapping, ground: GROUND, today: '2026-11-22' }, watch);
  if (!planned.ok) throw new Error(planned.refusal.message);
  return { report: planned.value.report, sendMs: started - sent, ms: performance.now() - started };
}

async function bare(file: string): Promise<number> {
  const started = performance.now();
  const parser = parse({ on_record: () => null, relax_column_count: true });
  parser.resume();
  createReadStream(file).pipe(parser);
  await once(parser, 'end');
  return performance.now() - started;
}

try {
  const [small, large] = [path.join(directory, 'small.csv'), path.join(directory, 'large.csv')];
  await make(small, 1024 * 1024);
  await make(large, Number(megabytes) * 1024 * 1024);
  await run(small);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const { report, sendMs, ms } = await run(large);
  delay.disable();
  clearInterval(watching);
  const bareMs = process.argv.includes('--bare') ? await bare(large) : null;
  const mb = statSync(large).size / 1024 / 1024;
  console.log(JSON.stringify({
    kind, megabytes: Math.round(mb), rows: report.rows, counts: report.counts, drafts: report.drafts, sendSeconds: sendMs / 1000, seconds: ms / 1000, megabytesASecond: mb / (ms / 1000), bareSeconds: bareMs === null ? null : bareMs / 1000,
    timesTheBareParser: bareMs === null ? null : ms / bareMs, idleMb: idle / 1024 / 1024, peakAboveIdleMb: (peak - idle) / 1024 / 1024, longestWaitMs: delay.max / 1e6, wait99Ms: delay.percentile(99) / 1e6,
  }));
} finally {
  await open.close();
  await postgres?.stop();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}
