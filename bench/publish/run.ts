import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { approveChangeset } from '@/db/mutations/approve-changeset';
import { draftRows } from '@/db/mutations/draft-rows';
import { publishChangeset } from '@/db/mutations/publish-changeset';
import { submitChangeset } from '@/db/mutations/submit-changeset';
import { addDays } from '@/domain/period';
import type { DraftRow } from '@/domain/draft';
import { loader } from '../../tests/fixtures/ledger-editors';
import { draftOf } from '../../tests/fixtures/ledger-rows';
import { NOW, openWith, publishRows, valueOf } from '../../tests/fixtures/ledger-steps';
import { startPostgres } from '../../tests/fixtures/postgres-server';
import { tableOf } from '../load/table';

// `npm run bench:publish`: 10,000 changed readings from draft to release on PostgreSQL, beside bare SQL that inserts the same rows, and what a reader and another
// writer see meanwhile. `--rows 1000` for a shorter look.

const { values } = parseArgs({ options: { rows: { type: 'string', default: '10000' } } });
const ROWS = Number(values.rows);
const PREFIX = 'publish-bench-';
const say = (line: string) => console.info(line);
const server = await startPostgres({ fsync: true });
const open = await openDatabase({ url: server.url });
const [watching, bare] = [new Client({ connectionString: server.url }), new Client({ connectionString: server.url })];
await Promise.all([watching.connect(), bare.connect()]);
try {
  await migrateDatabase(open);
  const { db } = open;
  await publishRows(db, (['source', 'organisation', 'indicator', 'series'] as const).map((kind) => draftOf(PREFIX, kind)));
  const first = await publishRows(db, readings(1));
  const times: [string, number][] = [];
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const answer = await work();
    times.push([name, performance.now() - started]);
    return answer;
  };
  const before = process.memoryUsage().rss;
  const changesetId = await openWith(db, []);
  const drafts = readings(2);
  await timed('draft', async () => valueOf(await draftRows(db, loader, { changesetId, rows: drafts }, NOW)));
  await timed('submit', async () => valueOf(await submitChangeset(db, loader, { changesetId }, NOW)));
  await timed('approve', async () => valueOf(await approveChangeset(db, loader, { changesetId }, NOW)));
  const watched = watch(first);
  await timed('publish', async () => valueOf(await publishChangeset(db, loader, { changesetId, title: 'Changed', note: '' }, NOW)));
  const seen = await watched.end();
  const peak = process.resourceUsage().maxRSS / 1024;
  await bare.query('create table plain_readings (like readings including all); create table plain_citations (like citations including all)');
  const { rows: [texts] } = await bare.query<{ readings: string; citations: string }>(`select (select jsonb_agg(r) from readings r where published_in = $1)::text as readings,
    (select jsonb_agg(c) from citations c where row_kind::text = 'reading' and row_revision = 2)::text as citations`, [first + 1]);
  await timed('bare SQL', async () => {
    await bare.query('begin');
    for (const table of ['readings', 'citations'] as const) await bare.query(`insert into plain_${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [texts?.[table]]);
    await bare.query('commit');
  });
  const plain = times.find(([name]) => name === 'bare SQL')?.[1] ?? Number.NaN;
  for (const line of tableOf(['step', 'ms', 'of bare SQL'], times.map(([name, ms]) => [name, ms.toFixed(0), (ms / plain).toFixed(1)]))) say(line);
  say(`${ROWS} readings; memory ${(before / 2 ** 20).toFixed(0)} MB before, ${peak.toFixed(0)} MB at most (the ${ROWS} drafts of the bench included)`);
  say(`while it was published: ${seen.asked} readers' questions, ${seen.median.toFixed(1)} ms at the median, ${seen.worst.toFixed(1)} at worst; ${seen.halves} saw half a release; another writer waited ${seen.waited.toFixed(0)} ms`);
  if (seen.halves > 0) process.exitCode = 1;
} finally {
  await Promise.all([watching.end(), bare.end()]);
  await open.close();
  await server.stop();
}

function readings(revision: 1 | 2): DraftRow[] {
  return Array.from({ length: ROWS }, (_, at) => {
    const day = addDays('1995-01-01', at);
    const content = { period: { kind: 'day', start: day, end: day } as const, value: at % 97 + revision, reportedOn: addDays(day, 1), knownFrom: addDays(day, 1) };
    return draftOf(PREFIX, 'reading', { id: `${PREFIX}${day}`, ...(revision === 2 && { change: 'update', expectedRevision: 1 }) }, content);
  });
}

/** A reader who asks on and on, and a writer who wants to write as soon as the publishing has begun. */
function watch(first: number) {
  let isOver = false;
  const times: number[] = [];
  let halves = 0;
  const reader = (async () => {
    while (!isOver) {
      const started = performance.now();
      const { rows: [row] } = await watching.query<{ number: number; changed: string }>(`select number, (select count(*) from readings where published_in <= number
        and coalesce(superseded_in, 2147483647) > number and revision = 2 and series_id = '${PREFIX}series') as changed from release_pointer`);
      times.push(performance.now() - started);
      if (Number(row?.changed) !== (row?.number === first ? 0 : ROWS)) halves += 1;
    }
  })();
  const writer = new Client({ connectionString: server.url });
  const waiting = (async () => {
    await writer.connect();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    await writer.query('select seq from audit_head for update');
    await writer.end();
    return performance.now() - started;
  })();
  return {
    async end() {
      isOver = true;
      const [waited] = await Promise.all([waiting, reader]);
      const sorted = [...times].sort((a, b) => a - b);
      return { asked: times.length, median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0, halves, waited };
    },
  };
}
