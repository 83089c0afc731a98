import { sql } from 'drizzle-orm';
import { accept, refuse, type Outcome } from '../../domain/outcome';
import type { Database, Transaction } from '../client';
import { FORMAT, readTables, type DumpHead, type DumpLine, type TableDigest } from './dump';
import { findMigrations, findTables, isCarried } from './tables';

const ROWS_AN_INSERT = 500;

export type LoadRefusal =
  | { readonly code: 'not-empty' | 'not-a-dump' | 'cut-off' | 'damaged' | 'other-program'; readonly message: string };

/** Carries a refusal out of the transaction that must not stay. */
class Refused extends Error {
  constructor(readonly refusal: LoadRefusal) {
    super(refusal.message);
  }
}

const no = (code: LoadRefusal['code'], message: string): Refused => new Refused({ code, message });

/**
 * Loads a dump into an empty, migrated database: all of it or nothing. Every table is read back and held against the hash in the dump.
 * Refuses `not-empty`, `not-a-dump`, `cut-off`, `damaged`, and `other-program` where the dump is of another version of the program.
 */
export async function loadDump(db: Database, lines: AsyncIterable<string>): Promise<Outcome<readonly TableDigest[], LoadRefusal>> {
  try {
    return accept(await db.transaction(async (tx) => {
      const known = await findMigrations(tx);
      const tables = (await findTables(tx)).filter(isCarried);
      await requireEmpty(tx);
      // What the guards forbid one row at a time is here put back as a whole; the constraints of the tables stay in force.
      await guards(tx, tables, 'disable');
      for (const table of tables.toReversed()) await tx.execute(sql`delete from ${sql.identifier(table)}`);
      const told = await fill(tx, tables, known, lines);
      await tx.execute(sql`set constraints all immediate`);
      await guards(tx, tables, 'enable');
      const found = await readTables(tx);
      const wrong = found.find(({ table, rows, sha256 }) => !told.some((one) => one.table === table && one.rows === rows && one.sha256 === sha256));
      if (wrong || found.length !== told.length) throw no('damaged', `The table ${wrong?.table ?? ''} does not read back as the dump has it. Nothing was loaded.`);
      return found;
    }));
  } catch (thrown) {
    if (thrown instanceof Refused) return refuse(thrown.refusal);
    throw thrown;
  }
}

async function requireEmpty(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ n: string }>(sql`select (select count(*) from audit) + (select count(*) from users) + (select count(*) from releases) as n`);
  if (Number(rows[0]?.n) > 0) throw no('not-empty', 'The database is not empty. Load into an empty one, so that nothing is written over.');
}

async function guards(tx: Transaction, tables: readonly string[], state: 'enable' | 'disable'): Promise<void> {
  for (const table of tables) await tx.execute(sql`alter table ${sql.identifier(table)} ${sql.raw(state)} trigger user`);
}

async function fill(tx: Transaction, tables: readonly string[], known: readonly string[], lines: AsyncIterable<string>): Promise<TableDigest[]> {
  const told: TableDigest[] = [];
  let isBegun = false;
  let isWhole = false;
  let table: string | null = null;
  let batch: string[] = [];
  const flush = async () => {
    if (table === null || batch.length === 0) return;
    const name = sql.identifier(table);
    await tx.execute(sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${`[${batch.join(',')}]`}::jsonb)`);
    batch = [];
  };
  for await (const line of lines) {
    if (line === '') continue;
    if (!isBegun) {
      checkHead(line, known);
      isBegun = true;
    } else if (line.startsWith('{')) {
      if (table === null) throw no('damaged', 'The dump has a row outside every table. Nothing was loaded.');
      batch.push(line);
      if (batch.length === ROWS_AN_INSERT) await flush();
    } else {
      await flush();
      const mark = readMark(line);
      if (mark[0] === 'table') {
        if (!tables.includes(mark[1])) throw no('other-program', `The dump has a table ${mark[1]}, which this version of the program does not know.`);
        table = mark[1];
      } else if (mark[0] === 'rows' && table !== null) {
        told.push({ table, rows: mark[1], sha256: String(mark[2]) });
        table = null;
      } else isWhole = mark[0] === 'end' && mark[1] === told.length;
    }
  }
  if (!isBegun) throw no('not-a-dump', 'This is not a dump of Frontier Ledger.');
  if (!isWhole) throw no('cut-off', 'The dump is not whole: its end is missing. Nothing was loaded.');
  return told;
}

function checkHead(line: string, known: readonly string[]): void {
  const head = readJson(line) as Partial<DumpHead> | null;
  if (head?.format !== FORMAT || head.version !== 1 || !Array.isArray(head.migrations)) throw no('not-a-dump', 'This is not a dump of Frontier Ledger.');
  const isSame = head.migrations.length === known.length && head.migrations.every((hash, index) => hash === known[index]);
  if (!isSame) throw no('other-program', `The dump was made by another version of the program (${head.migrations.length} migrations, this one has ${known.length}). Load it with that version, then update.`);
}

function readMark(line: string): Exclude<DumpLine, DumpHead> {
  const mark: unknown = readJson(line);
  if (!Array.isArray(mark) || !['table', 'rows', 'end'].includes(String(mark[0]))) throw no('damaged', 'A line of the dump cannot be read. Nothing was loaded.');
  return mark as unknown as Exclude<DumpLine, DumpHead>;
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
