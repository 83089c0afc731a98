import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDatabaseAway } from '@/db/database-away';
import { GuardedPool } from '@/db/guarded-pool';
import { goOn, halt, openSlowDoor, type SlowDoor } from '../fixtures/postgres-faults';
import { startPostgres, type PostgresServer } from '../fixtures/postgres-server';

// A pool whose server stops answering: what waits ends, nothing new waits, and it is used again as soon as it answers.

let postgres: PostgresServer;
let door: SlowDoor;

beforeAll(async () => {
  postgres = await startPostgres();
  door = await openSlowDoor(postgres.url);
});
afterAll(async () => {
  await door.close();
  await postgres.stop();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function within(pool: GuardedPool, isHere: boolean, ms: number): Promise<void> {
  for (const end = performance.now() + ms; performance.now() < end; await pause(20)) if ((await pool.answers()) === isHere) return;
  throw new Error(`The pool did not find its server ${isHere ? 'here' : 'away'} within ${ms} ms.`);
}

async function withPool(url: string, work: (pool: GuardedPool) => Promise<void>): Promise<void> {
  const pool = new GuardedPool({ connectionString: url, max: 3, connectionTimeoutMillis: 5_000, query_timeout: 20_000 });
  pool.on('error', () => undefined);
  pool.watch();
  await work(pool).finally(() => pool.end());
}

describe('a guarded pool', () => {
  it('ends every wait on a halted server, begins no new one, and goes on when it does', async () => {
    await withPool(postgres.url, async (pool) => {
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      const held = await pool.connect();
      halt(postgres.directory);
      try {
        // More than there are connections: some wait for an answer, some for a connection.
        const asked = [held.query('select 2'), ...Array.from({ length: 6 }, () => pool.query('select 2'))];
        const ends = await Promise.allSettled(asked);
        expect(ends.map(({ status }) => status)).toEqual(asked.map(() => 'rejected'));
        for (const end of ends) expect(isDatabaseAway((end as PromiseRejectedResult).reason)).toBe(true);
        expect(await pool.answers()).toBe(false);
        const from = performance.now();
        for (let times = 0; times < 100; times += 1) await expect(pool.query('select 3')).rejects.toThrow('away');
        // A hundred questions take less than one wait would have.
        expect(performance.now() - from).toBeLessThan(750);
      } finally {
        goOn(postgres.directory);
        held.release();
      }
      await within(pool, true, 5_000);
      const answers = await Promise.all(Array.from({ length: 20 }, () => pool.query('select 4 as four')));
      expect(answers.every(({ rows }) => rows[0].four === 4)).toBe(true);
    });
  });

  it('knows a refused server at once and takes it back by itself', async () => {
    await withPool(door.url, async (pool) => {
      await pool.query('select 1');
      await door.setClosed(true);
      await within(pool, false, 2_000);
      await expect(pool.query('select 1')).rejects.toThrow('away');
      await door.setClosed(false);
      await within(pool, true, 5_000);
      await pool.query('select 1');
    });
  });

  it('takes a slow server for slow, not for away', async () => {
    await withPool(door.url, async (pool) => {
      await pool.query('select 1');
      door.setDelay(200);
      for (let times = 0; times < 5; times += 1) await pool.query('select 1');
      expect(await pool.answers()).toBe(true);
      door.setDelay(0);
    });
  });

  it.each([['at once', 0], ['after its goodbye has been heard', 200]])('survives connections that the server ends under a transaction, asked %s', async (_, ms) => {
    await withPool(postgres.url, async (pool) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await pool.query('select pg_terminate_backend(pid) from pg_stat_activity where state = $1', ['idle in transaction']);
        await pause(ms);
        await expect(client.query('commit')).rejects.toSatisfy(isDatabaseAway);
      } finally {
        client.release(true);
      }
      await pool.query('select 1');
    });
  });
});
