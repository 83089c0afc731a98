import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres, type PostgresServer } from '../../tests/fixtures/postgres-server';
import { PRIMARY_SETTINGS, startStandby } from '../../tests/fixtures/postgres-standby';
import { asApp, urlsWithRoles } from '../../tests/fixtures/server-roles';
import { buildApp, isBuildCurrent } from '../app-build';
import { startFront, type Front } from './front';
import { startInstance, type Instance } from './instance';

// The whole house on one machine: PostgreSQL with a streaming replica, several instances of the product, nginx in front.

export interface ClusterOptions {
  /** One number an instance: how far its wall clock is ahead, in milliseconds. */
  readonly skewsMs: readonly number[];
  /** Port of the front; a free one if absent. */
  readonly port?: number;
  /** Further settings of every instance. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Off where data must outlive a crash of the machine; on, PostgreSQL does not wait for the disk. */
  readonly fsync?: boolean;
}

export interface Cluster {
  readonly primary: PostgresServer;
  readonly replica: PostgresServer;
  readonly instances: readonly Instance[];
  readonly front: Front;
  /** Ends an instance with SIGTERM and starts it again in its place: whether it ended as it should, with nothing left unfinished. */
  restart(index: number): Promise<boolean>;
  stop(): Promise<void>;
}

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  // Once and beforehand: instances that each found it missing would build into one directory at the same time.
  if (!isBuildCurrent()) await buildApp();
  return start(options);
}

async function start({ skewsMs, port, settings = {}, fsync = false }: ClusterOptions): Promise<Cluster> {
  const directory = mkdtempSync(path.join(tmpdir(), 'frontier-ledger-cluster-'));
  const ends: (() => Promise<unknown>)[] = [async () => rmSync(directory, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const primary = await startPostgres({ fsync, settings: PRIMARY_SETTINGS });
    ends.push(primary.stop);
    const urls = await urlsWithRoles(primary);
    const replica = await startStandby(primary);
    ends.push(replica.stop);
    const [frontPort, ...ports] = await freePorts(skewsMs.length + 1);
    const publicPort = port ?? frontPort ?? 0;
    const shared = {
      ...urls, REPLICA_URL: asApp(replica), DATA_DIR: path.join(directory, 'data'), SITE_URL: `http://localhost:${publicPort}`,
      AUTH_SECRET: 'the secret of a cluster that lives for a test', ...settings,
    };
    const startOne = (index: number) => startInstance({ port: ports[index] ?? 0, skewMs: skewsMs[index], settings: shared });
    const instances = skewsMs.map((_, index) => startOne(index));
    ends.push(() => Promise.all(instances.map((instance) => instance.stop())));
    await Promise.all(instances.map((instance) => instance.ready()));
    const front = await startFront(directory, publicPort, ports);
    ends.push(front.stop);
    const restart = async (index: number) => {
      const isGraceful = (await instances[index]?.stop()) ?? false;
      const next = startOne(index);
      instances[index] = next;
      await next.ready();
      return isGraceful;
    };
    return { primary, replica, instances, front, restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** All at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(Array.from({ length: count }, () => new Promise<ReturnType<typeof createServer>>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => resolve(probe));
  })));
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
