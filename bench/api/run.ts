import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { openDatabase } from '@/db/client';
import { readingsOf } from '@/db/queries/find-readings';
import { standingRows } from '@/db/queries/find-rows';
import { startCluster } from '../../scripts/cluster/cluster';
import { tableOf } from '../load/table';

// `npm run bench:api`: what the read API adds to its question. Each round asks the API for the readings of a series, and then PostgreSQL the same by bare SQL.

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '60' } } });
const ROUNDS = Number(values.rounds);
const median = (some: readonly number[]) => [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)] ?? Number.NaN;

const cluster = await startCluster({ skewsMs: [0] });
const open = await openDatabase({ url: cluster.primary.url });
const client = new Client({ connectionString: cluster.primary.url });
await client.connect();
try {
  const origin = cluster.instances[0]?.origin ?? '';
  const { rows: series } = await client.query<{ series_id: string; rows: string }>('select series_id, count(*) as rows from readings group by 1 order by 2 desc, 1 limit 20');
  const { rows: [pointer] } = await client.query<{ number: number }>('select number from release_pointer');
  const times = { api: [] as number[], sql: [] as number[] };
  let count = 0;
  for (let round = -10; round < ROUNDS; round += 1) {
    const id = series[(round + 10) % series.length]?.series_id ?? '';
    const first = performance.now();
    const answer = await fetch(`${origin}/api/v1/readings?series=${encodeURIComponent(id)}&limit=500`, { headers: { 'X-Forwarded-For': `10.0.1.${round + 11}` } });
    const { data } = (await answer.json()) as { data: readonly unknown[] };
    const between = performance.now();
    const { sql, params } = standingRows(open.db, 'reading', pointer?.number ?? 0, readingsOf([id], null)).toSQL();
    await client.query(sql, params);
    if (round < 0) continue;
    count += data.length;
    times.api.push(between - first);
    times.sql.push(performance.now() - between);
  }
  const ratio = median(times.api.map((time, round) => time / (times.sql[round] ?? Number.NaN)));
  for (const line of tableOf(['who', 'ms', 'of bare SQL'], [['the API', median(times.api).toFixed(2), ratio.toFixed(1)], ['bare SQL', median(times.sql).toFixed(2), '1.0']])) console.info(line);
  console.info(`${(count / ROUNDS).toFixed(0)} readings an answer, each with its citations from the API and without from SQL`);
} finally {
  await client.end();
  await open.close();
  await cluster.stop();
}
