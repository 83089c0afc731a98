import http from 'node:http';
import { openDatabase } from '@/db/client';
import { draftOf } from '../tests/fixtures/ledger-rows';
import { publishRows } from '../tests/fixtures/ledger-steps';
import { startCluster } from './cluster/cluster';
import { startAsking } from './cluster/asking';

// `npm run proof:rolling [rounds]`: every instance is ended and started again, one after the other, while readers ask without pause and figures are
// published. Not one request may fail, and each instance has to end
// by itself: with 0, after finishing what ran, its database closed.

const rounds = Number(process.argv[2] ?? 2);

const cluster = await startCluster({ skewsMs: [0, 0, 0] });
const open = await openDatabase({ url: cluster.primary.url });
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
const asking = startAsking(cluster.front.origin, agent);
try {
  let [release, cutShort] = [0, 0];
  for (let round = 1; round <= rounds; round += 1) {
    for (const index of cluster.instances.keys()) {
      const began = performance.now();
      const isGraceful = await cluster.restart(index);
      if (!isGraceful) cutShort += 1;
      release = await publishRows(open.db, [draftOf('', 'place', { id: `rolling-${round}-${index}`, citations: [] }, { name: `Rolling ${round} ${index}` })]);
      console.log(`Round ${round}: instance ${index + 1} ${isGraceful ? 'ended by itself' : 'was cut short'} and was started again in ${((performance.now() - began) / 1000).toFixed(1)} s; ${asking.counts()}.`);
    }
  }
  const { asked, failures } = await asking.stop();
  for (const failure of failures.slice(0, 10)) console.log(`  failed: ${failure}`);
  console.log(`${asked} requests through nginx during ${rounds * cluster.instances.length} restarts up to release ${release}: ${failures.length} failed, ${cutShort} instances were cut short.`);
  if (failures.length > 0 || cutShort > 0) process.exitCode = 1;
} finally {
  await asking.stop();
  agent.destroy();
  await open.close();
  await cluster.stop();
}
