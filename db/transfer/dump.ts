import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../client';
import { findCurrentRelease } from '../queries/find-current-release';
import { findKey, findMigrations, findTables, isCarried } from './tables';

// A dump is lines of JSON: a head, then each table with its rows and the hash over them, then an end without which it is not whole.

export const FORMAT = 'frontier-ledger-dump';
const ROWS_A_FETCH = 500;

export interface DumpHead {
  readonly format: typeof FORMAT;
  readonly version: 1;
  /** Hashes of the migrations the database had; only a program that knows all of them can load it. */
  readonly migrations: readonly string[];
  readonly createdAt: string;
  readonly release: number;
}

/** What a table held: how many rows, and the SHA-256 over their lines. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  readonly sha256: string;
}

export type DumpLine = DumpHead | readonly ['table', string] | readonly ['rows', number, string] | readonly ['end', number];

/** Writes everything that is carried over, as it stood at one moment; answers what each table held. `write` gets whole lines with their ends. */
export async function dumpDatabase(db: Database, now: Date, write: (text: string) => Promise<void>): Promise<readonly TableDigest[]> {
  return db.transaction(async (tx) => {
    const migrations = await findMigrations(tx);
    const head: DumpHead = { format: FORMAT, version: 1, migrations, createdAt: now.toISOString(), release: await findCurrentRelease(tx) };
    await write(`${JSON.stringify(head)}\n`);
    const digests = await readTables(tx, write);
    await write(`${JSON.stringify(['end', digests.length] satisfies DumpLine)}\n`);
    return digests;
  }, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

/** Every carried table row by row, each with its header and its digest. With the default `write` only the digests are made. */
export async function readTables(tx: Transaction, write: (text: string) => Promise<void> = async () => undefined): Promise<TableDigest[]> {
  await tx.execute(sql`set local timezone to 'UTC'`);
  const digests: TableDigest[] = [];
  for (const table of (await findTables(tx)).filter(isCarried)) {
    await write(`${JSON.stringify(['table', table] satisfies DumpLine)}\n`);
    const hash = createHash('sha256');
    let rows = 0;
    for await (const lines of rowsOf(tx, table)) {
      const text = `${lines.join('\n')}\n`;
      rows += lines.length;
      hash.update(text);
      await write(text);
    }
    const digest = { table, rows, sha256: hash.digest('hex') };
    await write(`${JSON.stringify(['rows', digest.rows, digest.sha256] satisfies DumpLine)}\n`);
    digests.push(digest);
  }
  return digests;
}

/** The lines are PostgreSQL's own: no number passes through JavaScript. A release no longer names the transaction that made it. */
async function* rowsOf(tx: Database, table: string): AsyncGenerator<string[]> {
  const key = await findKey(tx, table);
  // As text in one collation, so that two servers put the same rows in the same order.
  const order = sql.join(key.map((column) => sql`t.${sql.identifier(column)}::text collate "C"`), sql`, `);
  const row = table === 'releases' ? sql`to_jsonb(t) || '{"published_by": "0"}'::jsonb` : sql`to_jsonb(t)`;
  await tx.execute(sql`declare dumped no scroll cursor for select (${row})::text as line from ${sql.identifier(table)} t order by ${order}`);
  for (;;) {
    const { rows } = await tx.execute<{ line: string }>(sql`fetch ${sql.raw(String(ROWS_A_FETCH))} from dumped`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await tx.execute(sql`close dumped`);
}
