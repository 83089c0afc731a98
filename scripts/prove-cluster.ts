import { openDatabase } from '@/db/client';
import { draftOf } from '../tests/fixtures/ledger-rows';
import { publishRows } from '../tests/fixtures/ledger-steps';
import { startCluster } from './cluster/cluster';
import { seenBy } from './cluster/seen-by';

// `npm run proof:cluster [publishes]`: three instances whose clocks are 90 seconds apart, a replica, nginx; how long until each shows a publish.

const publishes = Number(process.argv[2] ?? 50);
const SKEWS = [0, 90_000, -90_000];

const cluster = await startCluster({ skewsMs: SKEWS });
const open = await openDatabase({ url: cluster.primary.url });
try {
  const waits = SKEWS.map((): number[] => []);
  for (let round = 1; round <= publishes; round += 1) {
    const release = await publishRows(open.db, [draftOf('', 'place', { id: `proof-${round}`, citations: [] }, { name: `Proof ${round}` })]);
    const seen = await Promise.all(cluster.instances.map((instance) => seenBy(instance.origin, release)));
    seen.forEach((ms, index) => waits[index]?.push(ms));
  }
  for (const [index, times] of waits.entries()) {
    const sorted = times.toSorted((a, b) => a - b);
    const of = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    console.log(`Instance ${index + 1}, clock ${(SKEWS[index] ?? 0) / 1000} s ahead: a publish is seen after ${of(0.5)} ms (median), ${of(0.95)} ms (95 %), ${of(1)} ms (slowest of ${times.length}).`);
  }
  if (waits.flat().some((ms) => ms > 1_000)) throw new Error('An instance showed a publish later than a second after it.');
} finally {
  await open.close();
  await cluster.stop();
}
