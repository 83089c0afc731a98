import fs from 'node:fs';
import host from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase, type OpenDatabase } from '@/db/client';
import { isDatabaseAway, isDatabaseFull } from '@/db/database-away';

// The embedded database on a disk without room. Here the host says so; `npm run proof:disk` has a disk that is really full, for both databases.

let scratch: string;
let open: OpenDatabase;

beforeAll(async () => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-disk-'));
  open = await openDatabase({ dataDir: path.join(scratch, 'data') });
  await open.db.execute(sql`create table kept (n int primary key, words text)`);
  await open.db.execute(sql`insert into kept values (1, 'acknowledged')`);
  await ask('checkpoint');
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await open.close();
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
});

const ask = (text: string) => open.db.execute<{ n: number }>(sql.raw(text));
const refusal = (text: string): Promise<unknown> => ask(text).then(() => null, (error: unknown) => error);
const kept = async () => (await ask('select n from kept order by n')).rows.map(({ n }) => n);

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 20_000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) if (await holds()) return;
  throw new Error(`Waited in vain until ${what}.`);
}

/** As if so many bytes were free. */
function leaveRoom(bytes: number): void {
  vi.spyOn(host, 'statfs').mockImplementation((async () => ({ bavail: bytes / 4096, bsize: 4096 })) as unknown as typeof host.statfs);
}

describe('the embedded database on a disk that is nearly full', () => {
  it('goes on reading, refuses changes in words of their own, and takes them again once there is room', async () => {
    leaveRoom(5 * 1024 * 1024);
    await until('changes are refused', async () => isDatabaseFull(await refusal("insert into kept values (2, 'too much') on conflict do nothing")));
    const before = await kept();
    expect(before[0]).toBe(1);
    expect(await refusal("insert into kept values (3, 'too much')")).toSatisfy((error) => isDatabaseFull(error) && !isDatabaseAway(error));
    expect(await kept()).toEqual(before);
    leaveRoom(500 * 1024 * 1024);
    await until('changes are taken', async () => (await refusal("insert into kept values (3, 'room') on conflict do nothing")) === null);
    expect(await kept()).toEqual([...before, 3]);
  });
});

describe('the embedded database on a disk that is full', () => {
  it('ends rather than hang the process, is away at once for everybody, and starts by itself with all that was acknowledged', async () => {
    const write = fs.writeSync.bind(fs) as (...given: unknown[]) => number;
    const full = vi.spyOn(fs, 'writeSync').mockImplementation(((...given: unknown[]) => {
      if (typeof given[0] === 'number' && given[0] > 2) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 });
      return write(...given);
    }) as typeof fs.writeSync);
    leaveRoom(0);
    // A checkpoint has to write: without room the engine gives itself up.
    const before = await kept();
    expect(await refusal('checkpoint')).toSatisfy(isDatabaseAway);
    for (const text of ['select 1', "insert into kept values (4, 'never')", 'select 2']) expect(await refusal(text)).toSatisfy(isDatabaseAway);
    await expect(open.db.transaction((tx) => tx.execute(sql`select 1`))).rejects.toSatisfy(isDatabaseAway);
    full.mockRestore();
    leaveRoom(500 * 1024 * 1024);
    await until('it has started again', async () => (await refusal('select 1')) === null);
    expect(await kept()).toEqual(before);
    await ask("insert into kept values (5, 'afterwards')");
    expect(await kept()).toEqual([...before, 5]);
  });

  it('is not started without room, and says what to do', async () => {
    const before = await kept();
    await open.close();
    leaveRoom(3 * 1024 * 1024);
    await expect(openDatabase({ dataDir: path.join(scratch, 'data') })).rejects.toThrow(/has 3 MB left.*make room and start again/s);
    vi.restoreAllMocks();
    open = await openDatabase({ dataDir: path.join(scratch, 'data') });
    expect(await kept()).toEqual(before);
  });
});
