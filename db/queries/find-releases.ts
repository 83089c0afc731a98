import { desc, eq, getTableColumns, type SQL } from 'drizzle-orm';
import type { Release } from '../../domain/release';
import type { Database } from '../client';
import { releases } from '../schema/index';

/** All releases, newest first. */
export async function findReleases(db: Database): Promise<Release[]> {
  return select(db);
}

/** One release, or null if there is none of that number. */
export async function findRelease(db: Database, number: number): Promise<Release | null> {
  const [release] = await select(db, eq(releases.number, number));
  return release ?? null;
}

async function select(db: Database, where?: SQL): Promise<Release[]> {
  const rows = await db.select(getTableColumns(releases)).from(releases).where(where).orderBy(desc(releases.number));
  return rows.map((row) => {
    const { number, title, note, authors, approvedBy } = row;
    const { added, updated, corrected, withdrawn } = row.counts;
    return { number, publishedAt: row.publishedAt.toISOString(), title, note, authors, approvedBy, counts: { added, updated, corrected, withdrawn } };
  });
}
