import { sql } from 'drizzle-orm';
import type { Database } from '../client';

/** The time by the database's clock: the one clock that all instances share. */
export async function findNow(db: Database): Promise<Date> {
  const { rows } = await db.execute<{ now: string }>(sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`);
  const [row] = rows;
  if (!row) throw new Error('The database does not tell the time.');
  return new Date(row.now);
}
