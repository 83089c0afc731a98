import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeDatabase, getDatabase, openDatabase, type OpenDatabase } from '@/db/client';
import { createPostgresDatabase, databases } from '../fixtures/databases';

describe.each(databases)('the client over %s', (name, factory) => {
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
