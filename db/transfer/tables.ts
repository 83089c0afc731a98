import { sql } from 'drizzle-orm';
import type { Database } from '../client';

/** What a person is signed in with ends with the database it was in, and files that wait for an import end with their hour; everything else is carried over. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(['sessions', 'session_proofs', 'sign_in_attempts', 'verifications', 'import_uploads', 'import_chunks']);

/** Every table of the product, each after those it refers to. */
export async function findTables(db: Database): Promise<string[]> {
  const answer = await db.execute<{ name: string; refers: string[] }>(sql`
    select t.relname as name, array(
      select distinct r.relname::text from pg_constraint c join pg_class r on r.oid = c.confrelid where c.conrelid = t.oid and c.contype = 'f' and r.oid <> t.oid
    ) as refers
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'public' and t.relkind = 'r' order by t.relname`);
  const waiting = new Map(answer.rows.map(({ name, refers }) => [name, refers]));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, refers]) => refers.every((other) => !waiting.has(other))).map(([name]) => name);
    if (ready.length === 0) throw new Error(`These tables refer to each other in a ring: ${[...waiting.keys()].join(', ')}.`);
    for (const name of ready) waiting.delete(name);
    ordered.push(...ready);
  }
  return ordered;
}

export function isCarried(table: string): boolean {
  return !LEFT_BEHIND.has(table);
}

/** The columns of a table's primary key, in their order. */
export async function findKey(db: Database, table: string): Promise<string[]> {
  const answer = await db.execute<{ name: string }>(sql`
    select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = ${`public.${table}`}::regclass and i.indisprimary order by array_position(i.indkey::smallint[], a.attnum)`);
  return answer.rows.map(({ name }) => name);
}

/** Hashes of the migrations that the database has, oldest first. */
export async function findMigrations(db: Database): Promise<string[]> {
  const answer = await db.execute<{ hash: string }>(sql`select hash from drizzle.__drizzle_migrations order by created_at`);
  return answer.rows.map(({ hash }) => hash);
}
