import { Client } from 'pg';
import { openDatabase, type Database } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { readingsOf } from '@/db/queries/find-readings';
import { standingRows } from '@/db/queries/find-rows';
import { startPostgres } from '../tests/fixtures/postgres-server';

// What versions cost: reading as of a release against the same question to a table that holds exactly the rows of that release and no
// versions. One million readings: 100,000 cells (1,000 series of 100 quarters) with 10 vintages each, spread over 200 releases.

const SERIES = 1_000;
const SERIES_OF_INDICATOR = 50;
const CELLS = 100_000;
const RELEASES = 200;
const MOMENTS = { early: 20, middle: 100, late: 200 } as const;
const AS_OF = '2027-06-30';
const ROUNDS = { series: 150, indicator: 25 } as const;
export const GOAL = 1.5;

type Moment = keyof typeof MOMENTS;

/** How the ten vintages of a cell lie in the ledger: as ten readings, or as ten revisions of one, each superseding the one before. */
export type Shape = 'vintages' | 'revisions';

export interface Measured {
  readonly shape: Shape;
  readonly question: 'series' | 'indicator';
  readonly moment: Moment;
  readonly asOf: string | null;
  readonly rows: number;
  /** Medians, in milliseconds. */
  readonly versioned: number;
  readonly plain: number;
  /** Median over the rounds of versioned over plain: the two are asked one after the other, so a busy machine slows both. */
  readonly ratio: number;
}

/** Measures every question on a private PostgreSQL server; about four minutes. `report` is told what happens. */
export async function measureAsOf(report: (line: string) => void): Promise<Measured[]> {
  const server = await startPostgres({ settings: { shared_buffers: '1GB', max_wal_size: '8GB', autovacuum: 'off' } });
  try {
    const measured: Measured[] = [];
    for (const shape of ['vintages', 'revisions'] as const) measured.push(...(await measureShape(server.url, shape, report)));
    return measured;
  } finally {
    await server.stop();
  }
}

async function measureShape(serverUrl: string, shape: Shape, report: (line: string) => void): Promise<Measured[]> {
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database bench_${shape} template template0`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/bench_${shape}`;
  const open = await openDatabase({ url: url.href });
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await migrateDatabase(open);
    const started = performance.now();
    await load(client, shape);
    report(`${shape}: 1,000,000 readings in ${RELEASES} releases loaded in ${Math.round((performance.now() - started) / 1000)} s`);
    return await measureAll(open.db, client, shape);
  } finally {
    await client.end();
    await open.close();
  }
}

async function load(client: Client, shape: Shape): Promise<void> {
  // The guards would look at every row for its release; what they guard is tested elsewhere.
  await client.query('set session_replication_role = replica');
  await client.query(`insert into changesets (id, name, note, state, author_id, author_name, contributors, opened_at, submitted_at, approved_at,
      approver_id, approver_name, approved_hash, published_at)
    select 'c' || n, 'bench', '', 'published', 'bench', 'bench', '[]', now(), now(), now(), 'bench', 'bench', 'x', now() from generate_series(1, ${RELEASES}) n`);
  await client.query(`insert into releases (number, published_at, title, note, changeset_id, authors, approved_by, counts)
    select n, now(), 'bench', '', 'c' || n, '[]', 'bench', '{}' from generate_series(1, ${RELEASES}) n`);
  await client.query(`update release_pointer set number = ${RELEASES}`);
  // Vintage v of cell c comes in release 20 (v - 1) + 1 + c mod 20, so every release adds 5,000 readings all over the ledger.
  const id = shape === 'vintages' ? `'reading-' || c || '-' || v` : `'reading-' || c`;
  const published = '20 * (v - 1) + 1 + c % 20';
  // A later vintage was known later; a revision of one reading tells of the same day again.
  const halfYears = shape === 'vintages' ? 'v - 1' : `(c / ${SERIES}) % 10`;
  await client.query(`insert into readings (id, revision, published_in, superseded_in, changeset_id, change, change_note, series_id, period_kind, period_start,
      period_end, value, empty, qualifier, reported_on, reported_precision, known_from, kind, formula, confidence, is_unconfirmed, note)
    select ${id}, ${shape === 'vintages' ? '1' : 'v'}, ${published}, ${shape === 'vintages' ? 'null' : `case when v < 10 then 20 * v + 1 + c % 20 end`},
      'c' || (${published}), ${shape === 'vintages' ? `'add', null` : `case v when 1 then 'add' else 'update' end, null`},
      'series-' || (c % ${SERIES}), 'quarter', q, (q + interval '3 months - 1 day')::date, (c * 7 + v) % 3000, null, 'exact', known, 'day', known, 'reported', null, 'high', false,
      'A note of the length that notes have, on how the source counted'
    from generate_series(1, 10) v, generate_series(0, ${CELLS - 1}) c,
      lateral (select (date '2000-01-01' + (c / ${SERIES}) * interval '3 months')::date as q, (date '2025-01-01' + (${halfYears}) * 182)::date as known) days
    order by ${published}, c`);
  for (const [moment, release] of Object.entries(MOMENTS)) {
    await client.query(`create table plain_${moment} as select id, series_id, period_kind, period_start, period_end, value, empty, qualifier, reported_on,
        reported_precision, known_from, kind, formula, confidence, is_unconfirmed, note
      from readings where published_in <= ${release} and coalesce(superseded_in, 2147483647) > ${release} order by published_in, ctid`);
    await client.query(`alter table plain_${moment} add primary key (id)`);
    await client.query(`create index on plain_${moment} (series_id, known_from)`);
  }
  await client.query('set session_replication_role = default');
  await client.query('vacuum (analyze)');
}

async function measureAll(db: Database, client: Client, shape: Shape): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const question of ['series', 'indicator'] as const) {
    for (const moment of Object.keys(MOMENTS) as Moment[]) {
      for (const asOf of [null, AS_OF]) measured.push({ shape, question, moment, asOf, ...(await measure(db, client, question, moment, asOf)) });
    }
  }
  return measured;
}

/** Asks both tables the same question in turn, each time about other series. */
async function measure(
  db: Database, client: Client, question: 'series' | 'indicator', moment: Moment, asOf: string | null,
): Promise<Pick<Measured, 'rows' | 'versioned' | 'plain' | 'ratio'>> {
  const times = { versioned: [] as number[], plain: [] as number[] };
  let rows = 0;
  const WARM_UP = 3;
  for (let round = -WARM_UP; round < ROUNDS[question]; round += 1) {
    const first = ((round + WARM_UP) * 37) % SERIES;
    const count = question === 'series' ? 1 : SERIES_OF_INDICATOR;
    const ids = Array.from({ length: count }, (_, index) => `series-${(first + index * 20) % SERIES}`);
    const asked = { versioned: standingRows(db, 'reading', MOMENTS[moment], readingsOf(ids, asOf)).toSQL(), plain: plainQuestion(moment, ids, asOf) };
    const order = round % 2 === 0 ? (['versioned', 'plain'] as const) : (['plain', 'versioned'] as const);
    const counts = new Set<number>();
    for (const side of order) {
      const { sql, params } = asked[side];
      const started = performance.now();
      const answer = await client.query(sql, params);
      if (round >= 0) times[side].push(performance.now() - started);
      counts.add(answer.rows.length);
      rows = answer.rows.length;
    }
    if (counts.size !== 1) throw new Error(`the two tables answer ${[...counts].join(' and ')} rows`);
  }
  const ratios = times.versioned.map((time, round) => time / (times.plain[round] ?? Number.NaN));
  return { rows, versioned: median(times.versioned), plain: median(times.plain), ratio: median(ratios) };
}

/** The same question without versions. */
function plainQuestion(moment: Moment, ids: readonly string[], asOf: string | null): { sql: string; params: unknown[] } {
  const places = ids.map((_, index) => `$${index + 1}`).join(', ');
  const known = asOf === null ? '' : ` and known_from <= $${ids.length + 1}`;
  return {
    sql: `select * from plain_${moment} where series_id in (${places})${known} order by series_id, period_start, period_end, known_from, id`,
    params: asOf === null ? [...ids] : [...ids, asOf],
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
