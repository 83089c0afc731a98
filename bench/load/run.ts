import { parseArgs } from 'node:util';
import { startCluster } from '../../scripts/cluster/cluster';
import { buildApp, isBuildCurrent } from '../../scripts/app-build';
import { drive, type Driven } from './drive';
import type { Phase } from './generator';
import { addressesOf } from './mix';
import { tableOf } from './table';

// `npm run bench:load -- --minutes 10 --rate 400`: mixed load on the documented cluster, through nginx and beside it on one instance without, with a
// publish every second, then a spike. Prints a table and ends with an error if a goal is missed. `--only front`, `--quiet-desk` (no publishing), `--no-spike`.

const { values } = parseArgs({
  options: {
    'minutes': { type: 'string', default: '10' }, 'rate': { type: 'string', default: '400' }, 'calm': { type: 'string', default: '50' }, 'spike': { type: 'string', default: '800' },
    'spike-seconds': { type: 'string', default: '60' }, 'instances': { type: 'string', default: '2' }, 'only': { type: 'string' }, 'quiet-desk': { type: 'boolean', default: false },
    'no-spike': { type: 'boolean', default: false },
  },
});
const GOAL = { p99: 250, recovered: 10 };
const WARM_UP: Phase = { rate: 20, seconds: 15 };
const say = (line: string) => console.info(line);

if (!isBuildCurrent()) await buildApp();
const cluster = await startCluster({ skewsMs: Array.from({ length: Number(values.instances) }, () => 0) });
const missed: string[] = [];
try {
  const direct = cluster.instances[0]?.origin ?? '';
  const names = async (path: string, field: string) => {
    const { data } = (await (await fetch(`${direct}${path}`)).json()) as { data: Record<string, string>[] };
    return data.map((row) => row[field] ?? '');
  };
  const slugs = await names('/api/v1/charts?limit=500', 'slug');
  const seriesIds = [...new Set(await names('/api/v1/readings?limit=500', 'seriesId'))];
  const publish = values['quiet-desk'] ? null : { url: cluster.primary.url, seriesId: seriesIds[0] ?? '' };
  const load = (origin: string, phases: readonly Phase[], publishing = publish) => drive({ origin, slugs, seriesIds, phases }, publishing);
  const places = [['front', cluster.front.origin], ['direct', direct]].filter(([name]) => values.only === undefined || name === values.only) as [string, string][];
  say(`${slugs.length} charts, ${seriesIds.length} series; ${values.instances} instances, PostgreSQL with a replica, nginx; ${values.rate} requests a second for ${values.minutes} minutes, ${publish ? 'a publish every second' : 'nothing published'}`);
  for (const [name, origin] of places) {
    // Every address once, then a little of everything: what is measured is a server that has been running, not its first minute.
    for (const path of Object.values(addressesOf(slugs, seriesIds)).flat()) await (await fetch(`${origin}${path}`)).arrayBuffer();
    await load(origin, [WARM_UP], null);
    const steady = await load(origin, [{ rate: Number(values.rate), seconds: Math.round(Number(values.minutes) * 60) }]);
    tell(`${name}, ${values.rate} a second`, steady);
    judge(name, steady);
    if (values['no-spike']) continue;
    const [calm, high, length] = [Number(values.calm), Number(values.spike), Number(values['spike-seconds'])];
    const spike = await load(origin, [{ rate: calm, seconds: 20 }, { rate: high, seconds: length }, { rate: calm, seconds: 30 }]);
    tell(`${name}, ${calm} to ${high} a second for ${length} s`, spike);
    const after = spike.report.seconds.slice(20 + length);
    const worst = after.findLastIndex(({ p99, errors }) => p99 > GOAL.p99 || errors > 0);
    say(`  recovered ${worst + 1} s after the spike (goal ${GOAL.recovered} s)`);
    if (worst + 1 > GOAL.recovered) missed.push(`${name}: recovered after ${worst + 1} s`);
    if (count(spike) > 0) missed.push(`${name}: ${count(spike)} errors in the spike`);
  }
} finally {
  await cluster.stop();
}
for (const what of missed) say(`MISSED: ${what}`);
if (missed.length > 0) process.exitCode = 1;

function count({ report }: Driven): number {
  return Object.values(report.errors).reduce((sum, errors) => sum + errors, 0);
}

function judge(name: string, driven: Driven): void {
  const p99 = driven.report.kinds.find(({ kind }) => kind === 'all')?.p99 ?? Infinity;
  if (p99 > GOAL.p99) missed.push(`${name}: p99 ${p99.toFixed(0)} ms (goal ${GOAL.p99})`);
  if (count(driven) > 0) missed.push(`${name}: ${count(driven)} errors`);
}

function tell(title: string, { report, publishing }: Driven): void {
  say(`\n${title}`);
  const ms = (value: number) => value.toFixed(1);
  for (const line of tableOf(['  what', 'requests', 'p50 ms', 'p99 ms', 'max ms'], report.kinds.map(({ kind, count: asked, p50, p99, max }) => [`  ${kind}`, String(asked), ms(p50), ms(p99), ms(max)]))) say(line);
  say(`  ${(report.bytes / 2 ** 20).toFixed(0)} MB answered; errors: ${Object.entries(report.errors).map(([what, times]) => `${times} x ${what}`).join(', ') || 'none'}`);
  if (publishing) {
    say(`  ${publishing.releases} releases published, ${ms(publishing.median)} ms each at the median, ${ms(publishing.max)} at most; ${report.late.count} answers of a release followed by another more than a second before (${ms(report.late.oldestMs)} ms at most)`);
  }
}
