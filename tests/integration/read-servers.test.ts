import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client } from 'pg';
import { openDatabase, type Database, type OpenDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findReleases } from '@/db/queries/find-releases';
import { findRowIds } from '@/db/queries/find-row-ids';
import { draftOf } from '../fixtures/ledger-rows';
import { publishRows } from '../fixtures/ledger-steps';
import { goOn, halt } from '../fixtures/postgres-faults';
import { startPostgres, type PostgresServer } from '../fixtures/postgres-server';
import { PRIMARY_SETTINGS, startStandby } from '../fixtures/postgres-standby';
import { asApp, urlsWithRoles } from '../fixtures/server-roles';

// A primary and a streaming replica, both real: where readers' questions go while the replica follows, lags, hangs or is gone.

let primary: PostgresServer;
let replica: PostgresServer;
let open: OpenDatabase & { readonly engine: 'postgres' };
let onReplica: Client;
const events = vi.spyOn(console, 'warn').mockReturnValue();

beforeAll(async () => {
  primary = await startPostgres({ settings: PRIMARY_SETTINGS });
  const { DATABASE_URL, MIGRATE_URL } = await urlsWithRoles(primary);
  replica = await startStandby(primary);
  const opened = await openDatabase({ url: DATABASE_URL, migrateUrl: MIGRATE_URL, replicaUrl: asApp(replica) });
  if (opened.engine !== 'postgres') throw new Error('A server was asked for.');
  open = opened;
  await migrateDatabase(open);
  onReplica = new Client({ connectionString: replica.url });
  await onReplica.connect();
  await publish();
});
afterEach(() => events.mockClear());
afterAll(async () => {
  await onReplica.end().catch(() => undefined);
  await open.close();
  await replica.stop();
  await primary.stop();
  events.mockRestore();
});

let places = 0;

function publish(): Promise<number> {
  places += 1;
  return publishRows(open.db, [draftOf('', 'place', { id: `place-${places}`, citations: [] }, { name: `Place ${places}` })]);
}

function readers() {
  if (!open.readers) throw new Error('There is no replica.');
  return open.readers;
}

const at = (release: number) => readers().at(release);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function isFromReplica(db: Database): Promise<boolean> {
  return (await db.execute<{ yes: boolean }>(sql`select pg_is_in_recovery() as yes`)).rows[0]?.yes === true;
}

const become = (state: string) => vi.waitUntil(() => readers().state === state, { timeout: 20_000, interval: 20 });
const said = () => events.mock.calls.map(([line]) => String(JSON.parse(String(line)).event));

describe('a replica that follows', () => {
  it('answers readers, and nothing is written through it', async () => {
    await become('in-step');
    await vi.waitUntil(async () => (await findCurrentRelease(at(0))) === places, { timeout: 20_000, interval: 20 });
    expect(await isFromReplica(at(places))).toBe(true);
    expect(await isFromReplica(open.db)).toBe(false);
    await expect(at(0).execute(sql`update release_pointer set number = 0`)).rejects.toThrow();
    await expect(at(0).transaction(async () => undefined)).rejects.toThrow();
  });
});

describe('a replica that lags', () => {
  it('answers with its own release, and never for a newer one', async () => {
    await become('in-step');
    await onReplica.query('select pg_wal_replay_pause()');
    const before = places;
    const published = await publish();
    expect(await findCurrentRelease(at(0))).toBe(before);
    expect(await isFromReplica(at(before))).toBe(true);
    // Of the newer release every question is answered by the primary, also those that do not name it themselves.
    for (let round = 0; round < 20; round += 1) {
      expect(await findRowIds(at(published), 'place', published)).toContain(`place-${places}`);
      expect((await findReleases(at(published)))[0]?.number).toBe(published);
    }
    expect(await isFromReplica(at(published))).toBe(false);
    await onReplica.query('select pg_wal_replay_resume()');
    await vi.waitUntil(() => isFromReplica(at(published)), { timeout: 20_000, interval: 20 });
  });

  it('is left alone while it stays behind, so that readers see what is published', async () => {
    await become('in-step');
    await onReplica.query('select pg_wal_replay_pause()');
    const published = await publish();
    await become('behind');
    expect(await findCurrentRelease(at(0))).toBe(published);
    await onReplica.query('select pg_wal_replay_resume()');
    await become('in-step');
    expect(said()).toEqual(['replica-behind', 'replica-in-step']);
  });

  it('a release that no server has is an error, not an older answer', async () => {
    await expect(findRowIds(at(places + 1), 'place', places + 1)).rejects.toMatchObject({ cause: { code: 'FL006' } });
    expect(readers().state).toBe('in-step');
  });
});

describe('a primary that hangs', () => {
  it('leaves readers the replica', async () => {
    await become('in-step');
    const { rows } = await open.pool.query<{ pid: number }>('select pid from pg_stat_activity');
    for (const { pid } of rows) process.kill(pid, 'SIGSTOP');
    try {
      expect(await findRowIds(at(places), 'place', places)).toHaveLength(places);
      await vi.waitUntil(() => !readers().isPrimaryHere, { timeout: 20_000, interval: 20 });
      expect([readers().state, await findCurrentRelease(at(0))]).toEqual(['in-step', places]);
    } finally {
      for (const { pid } of rows) process.kill(pid, 'SIGCONT');
    }
    await vi.waitUntil(() => readers().isPrimaryHere, { timeout: 20_000, interval: 20 });
  });
});

describe('a replica that hangs, and one that is gone', () => {
  it('is given up: the primary answers, the log says so, and it is taken up again', async () => {
    await become('in-step');
    // All of it: with the postmaster left, a new connection would find it well again.
    halt(replica.directory);
    try {
      expect(await findCurrentRelease(at(0))).toBe(places);
      await become('away');
      expect(await isFromReplica(at(places))).toBe(false);
    } finally {
      goOn(replica.directory);
    }
    await become('in-step');
    expect(said()).toEqual(['replica-away', 'replica-in-step']);
  });

  it('questions asked while it goes away are all answered', async () => {
    await become('in-step');
    let [isGone, asked] = [false, 0];
    const asking = (async () => {
      while (!isGone || readers().state !== 'away') {
        const [answer] = await Promise.all([findRowIds(at(places), 'place', places), findReleases(at(places))]);
        expect(answer).toHaveLength(places);
        asked += 1;
        await pause(1);
      }
    })();
    await onReplica.end();
    await vi.waitUntil(() => asked > 3, { timeout: 20_000, interval: 5 });
    await replica.stop();
    isGone = true;
    await asking;
    expect(await publish()).toBe(places);
    expect(await findCurrentRelease(at(0))).toBe(places);
  });
});
