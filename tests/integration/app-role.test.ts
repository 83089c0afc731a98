import { getTableName, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import { grantApp, GRANTS } from '@/db/app-role';
import { openDatabase, type OpenDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { ledgerTable } from '@/db/schema/ledger-tables';
import { findTables } from '@/db/transfer/tables';
import { ROW_KINDS } from '@/domain/release';
import { APP, createPostgresDatabase, OWNER, type PostgresDatabase } from '../fixtures/databases';
import { draftsOfEveryKind } from '../fixtures/ledger-rows';
import { publishRows } from '../fixtures/ledger-steps';

// The role that serves, on a real server: every other test on PostgreSQL works as it, this one tries what it may not.

const [DENIED, ROW_TOUCHED] = ['42501', 'FL001'];
const LEDGER_TABLES = ROW_KINDS.map((kind) => getTableName(ledgerTable(kind)));
const RECORDS = [...LEDGER_TABLES, 'citations', 'releases', 'audit', 'audit_head', 'release_pointer', 'changesets', 'review_modes', 'own_approvals', 'later_approvals', 'schedules'];

let made: PostgresDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  made = await createPostgresDatabase('migrated');
  open = await openDatabase({ url: made.appUrl });
  await publishRows(open.db, draftsOfEveryKind('r-'));
});
afterAll(async () => {
  await open.close();
  await made.drop();
});

/** The server's code for a refusal, or null where it let the statements through. They are never kept. */
async function refusal(...statements: readonly string[]): Promise<string | null> {
  let code: string | null = null;
  await open.db.transaction(async (tx) => {
    for (const statement of statements) await tx.execute(sql.raw(statement));
    tx.rollback();
  }).catch((error: Error) => {
    code = (error.cause as { code?: string } | undefined)?.code ?? null;
  });
  return code;
}

async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await open.db.execute<{ name: string }>(sql`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`);
  return rows.map(({ name }) => name);
}

it('every table of the database has its line, and no other', async () => {
  expect(Object.keys(GRANTS).sort()).toEqual((await findTables(open.db)).sort());
});

it('the server holds exactly the rights that are written down, and they are the role’s only ones', async () => {
  const { rows } = await open.db.execute<{ table: string; kind: string; columns: string[] }>(sql`
    select table_name as table, privilege_type as kind, array_agg(column_name::text order by column_name) as columns
    from information_schema.column_privileges where grantee = ${APP} and table_schema = 'public' and privilege_type in ('INSERT', 'UPDATE')
    group by 1, 2`);
  const deletes = await open.db.execute<{ table: string; kind: string }>(sql`
    select table_name as table, privilege_type as kind from information_schema.table_privileges
    where grantee = ${APP} and table_schema = 'public' and privilege_type not in ('SELECT', 'INSERT', 'UPDATE')`);
  for (const [table, grant] of Object.entries(GRANTS)) {
    const all = (await columnsOf(table)).sort();
    const held = (kind: string) => rows.find((row) => row.table === table && row.kind === kind)?.columns ?? [];
    expect(held('INSERT'), `${table} insert`).toEqual(grant.insert ? all : []);
    expect(held('UPDATE'), `${table} update`).toEqual(grant.update === true ? all : [...(grant.update ?? [])].sort());
    expect(deletes.rows.filter((row) => row.table === table).map(({ kind }) => kind), table).toEqual(grant.delete ? ['DELETE'] : []);
  }
  const outside = await open.db.execute(sql`select 1 from information_schema.table_privileges where grantee = 'PUBLIC' and table_schema in ('public', 'drizzle')`);
  expect(outside.rows).toEqual([]);
});

describe('the role that serves is refused', () => {
  it.each(RECORDS)('to empty %s, to turn off its triggers, to add one, to own it', async (table) => {
    expect(await refusal(`truncate ${table} cascade`)).toBe(DENIED);
    expect(await refusal(`alter table ${table} disable trigger user`)).toBe(DENIED);
    expect(await refusal(`alter table ${table} owner to ${APP}`)).toBe(DENIED);
    expect(await refusal(`drop table ${table} cascade`)).toBe(DENIED);
    expect(await refusal(`create trigger mine before update on ${table} for each row execute function suppress_redundant_updates_trigger()`)).toBe(DENIED);
    expect(await refusal(`create rule mine as on insert to ${table} do instead nothing`)).toBe(DENIED);
  });

  it.each(RECORDS)('to change what stands in %s, column by column, and to delete it', async (table) => {
    const allowed = GRANTS[table as keyof typeof GRANTS].update;
    for (const column of await columnsOf(table)) {
      const isStamp = Array.isArray(allowed) && allowed.includes(column);
      const code = await refusal(`update ${table} set "${column}" = "${column}"`);
      if (!isStamp) expect(code, `${table}.${column}`).toBe(DENIED);
    }
    const isRow = LEDGER_TABLES.includes(table);
    // Drafts are thrown away, so that deleting is a right, and the guard's affair. It cannot be turned off: see above.
    expect(await refusal(`delete from ${table}`)).toBe(isRow ? ROW_TOUCHED : DENIED);
    if (isRow) expect(await refusal(`update ${table} set published_in = null`)).toBe(ROW_TOUCHED);
  });

  it('to move the pointer or the head of the chain, also by the hand of a trigger of its own', async () => {
    expect(await refusal('update release_pointer set number = 0')).toBe(DENIED);
    expect(await refusal(`update audit_head set seq = 0, hash = repeat('0', 64)`)).toBe(DENIED);
    expect(await refusal('create temporary table decoy (n int)')).toBe(DENIED);
    expect(await refusal('create table decoy (n int)')).toBe(DENIED);
    expect(await refusal('create schema mine')).toBe(DENIED);
    expect(await refusal(`create function mine() returns int language sql as 'select 1'`)).toBe(DENIED);
    expect(await refusal('set session_replication_role = replica')).toBe(DENIED);
    expect(await refusal(`set role ${OWNER}`)).toBe(DENIED);
    expect(await refusal(`grant ${OWNER} to ${APP}`)).not.toBe(null);
    expect(await refusal(`create role other`)).toBe(DENIED);
    expect(await refusal('update drizzle.__drizzle_migrations set hash = hash')).toBe(DENIED);
  });

  it('a release of its own making that closes rows without successors', async () => {
    const forged = `insert into changesets (id, name, note, state, author_id, author_name, contributors, opened_at) values ('x', 'x', '', 'draft', 'x', 'x', '[]', now())`;
    const approve = `update changesets set state = 'in-review', submitted_at = now() where id = 'x'`;
    const stamp = `update changesets set state = 'approved', approved_at = now(), approver_id = 'x', approver_name = 'x', approved_hash = 'x' where id = 'x'`;
    const release = `insert into releases (number, published_at, title, note, changeset_id, authors, approved_by, counts) values (2, now(), 'x', '', 'x', '[]', 'x', '{}')`;
    expect(await refusal(forged, approve, stamp, release, 'update readings set superseded_in = 2', 'set constraints all immediate')).toBe(ROW_TOUCHED);
  });
});

describe('setting the roles up', () => {
  it('migrates as the owner, again and again, and refuses to serve as him', async () => {
    const empty = await createPostgresDatabase('empty');
    try {
      const both = await openDatabase({ url: empty.appUrl, migrateUrl: empty.ownerUrl });
      await migrateDatabase(both);
      await migrateDatabase(both);
      const { rows } = await both.db.execute<{ owner: string }>(sql`select distinct tableowner as owner from pg_tables where schemaname in ('public', 'drizzle')`);
      expect(rows).toEqual([{ owner: OWNER }]);
      await both.close();
      const same = await openDatabase({ url: empty.ownerUrl, migrateUrl: empty.ownerUrl });
      await expect(migrateDatabase(same)).rejects.toThrow('is the owner');
      await same.close();
    } finally {
      await empty.drop();
    }
  });

  it('a role that may not migrate starts on what is migrated, and says what is missing on what is not', async () => {
    const alone = await openDatabase({ url: made.appUrl });
    await migrateDatabase(alone);
    await alone.close();
    const empty = await createPostgresDatabase('empty');
    const refused = await openDatabase({ url: empty.appUrl });
    await expect(migrateDatabase(refused)).rejects.toThrow('set MIGRATE_URL');
    await refused.close();
    await empty.drop();
  });

  it('leaves the rights as they were where it breaks in the middle', async () => {
    const owner = new Client({ connectionString: made.ownerUrl });
    await owner.connect();
    const breaking = (text: string) => (text.includes('embed_sightings') ? Promise.reject(new Error('cut')) : owner.query(text));
    await expect(grantApp(breaking, APP)).rejects.toThrow('cut');
    expect(await refusal('insert into embed_sightings values (\'a\', \'news.example\', now(), now(), 1, 1)')).toBe(null);
    await owner.end();
  });
});
