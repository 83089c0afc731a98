import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type OpenDatabase } from '@/db/client';
import { MIGRATIONS_FOLDER, migrateDatabase } from '@/db/migrate';
import { createPostgresDatabase } from '../fixtures/databases';

const STARTS = 8;
const ROUNDS = 3;

let folder: string;
let cleanUps: (() => Promise<unknown>)[] = [];

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-migrations-'));
});
afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  cleanUps = [];
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Writes a folder as drizzle-kit does: one file of SQL each, dated in the given order. */
function writeMigrations(files: readonly { tag: string; when: number; sql: string }[]): void {
  fs.mkdirSync(path.join(folder, 'meta'), { recursive: true });
  for (const file of files) fs.writeFileSync(path.join(folder, `${file.tag}.sql`), file.sql);
  const entries = files.map(({ tag, when }, idx) => ({ idx, version: '7', when, tag, breakpoints: true }));
  fs.writeFileSync(path.join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }));
}

const first = { tag: '0000_first', when: 1_000, sql: 'create table first (n int primary key);\n--> statement-breakpoint\ninsert into first values (1);' };
const second = { tag: '0001_second', when: 2_000, sql: 'insert into first values (2);' };

async function openEmpty(engine: string): Promise<OpenDatabase> {
  if (engine === 'PGlite') return openDatabase({ memory: 'empty' });
  const { url, drop } = await createPostgresDatabase('empty');
  const open = await openDatabase({ url });
  return { ...open, close: () => open.close().then(drop) };
}

const numbers = async ({ db }: OpenDatabase) => (await db.execute<{ n: number }>(sql`select n from first order by n`)).rows.map((row) => row.n);

describe.each(['PGlite', 'PostgreSQL'])('migrations on %s', (engine) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await openEmpty(engine);
  });
  afterAll(() => open.close());

  it('are applied once each, in order, and nothing happens the next time', async () => {
    writeMigrations([first]);
    await migrateDatabase(open, folder);
    writeMigrations([first, second]);
    await migrateDatabase(open, folder);
    await migrateDatabase(open, folder);
    expect(await numbers(open)).toEqual([1, 2]);
  });

  it('are refused when they do not fit what has been applied, and leave the data as they were', async () => {
    writeMigrations([first, second]);
    await migrateDatabase(open, folder);
    const refused = [
      { files: [first], reason: 'newer version' },
      { files: [first, { ...second, sql: 'insert into first values (3);' }], reason: 'edited' },
      { files: [first, { ...second, tag: '0001_a', when: 1_500, sql: 'insert into first values (4);' }, second], reason: 'dated before' },
      { files: [first, second, { tag: '0002_bad', when: 3_000, sql: 'delete from first;\n--> statement-breakpoint\nselect 1/0;' }], reason: 'select 1/0' },
    ];
    for (const { files, reason } of refused) {
      writeMigrations(files);
      await expect(migrateDatabase(open, folder)).rejects.toThrow(reason);
      expect(await numbers(open)).toEqual([1, 2]);
    }
  });
});

describe('eight starts at the same moment on PostgreSQL', () => {
  it.each([...Array(ROUNDS).keys()])('migrate the product once (round %i)', async () => {
    const { url, drop } = await createPostgresDatabase('empty');
    cleanUps.push(drop);
    const opens = await Promise.all(Array.from({ length: STARTS }, () => openDatabase({ url })));
    cleanUps.push(...opens.map((open) => open.close));
    const results = await Promise.allSettled(opens.map((open) => migrateDatabase(open)));
    expect(results.filter((result) => result.status === 'rejected')).toEqual([]);
    const journal = JSON.parse(fs.readFileSync(path.join(MIGRATIONS_FOLDER, 'meta', '_journal.json'), 'utf8')) as { entries: unknown[] };
    const [open] = opens;
    const applied = await open?.db.execute<{ n: number }>(sql`select count(*)::int as n from drizzle.__drizzle_migrations`);
    expect(applied?.rows).toEqual([{ n: journal.entries.length }]);
  });
});
