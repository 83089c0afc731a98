import { parseArgs } from 'node:util';
import { loadSettings } from '../load-settings';
import { startCluster } from './cluster';

// `npm run cluster`: several instances behind nginx on this machine, to look at and to measure. Everything is gone when it is stopped.

const { values } = parseArgs({ options: { instances: { type: 'string', default: '3' }, port: { type: 'string', default: '8080' } }, strict: true });

loadSettings('production');
const cluster = await startCluster({ skewsMs: Array.from({ length: Number(values.instances) }, () => 0), port: Number(values.port) });
console.log(`Front        ${cluster.front.origin}`);
for (const { origin } of cluster.instances) console.log(`Instance     ${origin}`);
console.log(`PostgreSQL   ${cluster.primary.url}\nReplica      ${cluster.replica.url}\nStop it with Ctrl-C.`);
await new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});
await cluster.stop();
