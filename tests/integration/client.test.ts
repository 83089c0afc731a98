import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDatabase, getDatabase, openDatabase, type OpenDatabase } from '@/db/client';
import { createPostgresDatabase, ownedDatabases } from '../fixtures/databases';

describe.each(ownedDatabases)('the client over %s', (name, factory) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await factory();
  });
  afterAll(() => open.close());

  it('answers large and exact numbers as text, days and instants as the database writes them', async () => {
    const { rows } = await open.db.execute(sql`select 9007199254740993::int8 as big, count(*) as n, 1.10::numeric as exact,
      date '2025-10-11' as day, true as yes, '{"a":1}'::jsonb as document, 7::int4 as small, null as nothing`);
    expect(rows).toEqual([
      { big: '9007199254740993', n: '1', exact: '1.10', day: '2025-10-11', yes: true, document: { a: 1 }, small: 7, nothing: null },
    ]);
  });

  it('rolls a transaction back as a whole and tells the database error code', async () => {
    await open.db.execute(sql`create table once (id int primary key)`);
    const twice = open.db.transaction(async (tx) => {
      await tx.execute(sql`insert into once values (1)`);
      await tx.execute(sql`insert into once values (1)`);
    });
    await expect(twice).rejects.toMatchObject({ cause: { code: '23505' } });
    expect((await open.db.execute(sql`select * from once`)).rows).toEqual([]);
  });

  it('gives every factory call a database of its own', async () => {
    const other = await factory();
    await other.db.execute(sql`create table only_here (id int)`);
    const { rows } = await open.db.execute(sql`select to_regclass('only_here')::text as found`);
    await other.close();
    expect(rows).toEqual([{ found: null }]);
    expect(name === 'PGlite' ? 'pglite' : 'postgres').toBe(open.engine);
  });
});

describe('the one database of this process', () => {
  let scratch: string;
  beforeEach(() => {
    scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-client-'));
    vi.stubEnv('DATABASE_URL', '');
    vi.stubEnv('DATA_DIR', path.join(scratch, 'data'));
  });
  afterEach(async () => {
    await closeDatabase();
    vi.unstubAllEnvs();
    vi.resetModules();
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is opened once, also by several copies of the module, is tried again after a failure, and is given back when closed', async () => {
    fs.mkdirSync(path.join(scratch, 'data'));
    fs.writeFileSync(path.join(scratch, 'data', 'stray'), '');
    await expect(getDatabase()).rejects.toThrow('holds no database');
    fs.rmSync(path.join(scratch, 'data', 'stray'));
    const [first, second] = await Promise.all([getDatabase(), getDatabase()]);
    vi.resetModules();
    const copy = await import('@/db/client');
    expect(copy.getDatabase).not.toBe(getDatabase);
    expect(second).toBe(first);
    expect(await copy.getDatabase()).toBe(first);
    expect((await first.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
    expect(fs.existsSync(path.join(scratch, 'data.lock'))).toBe(true);
    await copy.closeDatabase();
    expect(fs.readdirSync(scratch)).toEqual(['data']);
  });

  it('is not opened by a build', async () => {
    vi.stubEnv('NEXT_PHASE', 'phase-production-build');
    await expect(getDatabase()).rejects.toThrow('next build');
    expect(fs.readdirSync(scratch)).toEqual([]);
  });
});

describe('a PostgreSQL server', () => {
  it('is named by host and database, and its password never appears', async () => {
    const url = 'postgres://reader:hidden-word@127.0.0.1:9/ledger';
    const refused = await openDatabase({ url }).catch((error: unknown) => error as Error);
    expect(refused).toHaveProperty('message', expect.stringContaining('127.0.0.1:9/ledger cannot be used'));
    expect(inspect(refused, { depth: 9 })).not.toContain('hidden-word');
  });

  it('that cuts a connection does not end the process', async () => {
    const { url, drop } = await createPostgresDatabase('empty');
    const open = await openDatabase({ url });
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const other = await openDatabase({ url });
    await other.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
    await vi.waitUntil(() => warn.mock.calls.length > 0, { timeout: 5_000 });
    expect((await open.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
    await Promise.all([open.close(), other.close()]);
    await drop();
    warn.mockRestore();
  });

  it('limits how long a statement may take, on both sides', async () => {
    const { url, drop } = await createPostgresDatabase('empty');
    const open = await openDatabase({ url });
    const { rows } = await open.db.execute(sql`select current_setting('statement_timeout') as server`);
    expect(rows).toEqual([{ server: '15s' }]);
    expect(open.engine === 'postgres' && open.pool.options.query_timeout).toBe(20_000);
    await open.close();
    await drop();
  });
});
