import { desc, eq, getTableColumns, type SQL } from 'drizzle-orm';
import type { Release } from '../../domain/release';
import type { Database } from '../client';
import { laterApprovals, ownApprovals, releases } from '../schema/index';

const LATEST = 2_147_483_647;

/** All releases, newest first, with what is told of them up to and including the release `toldBy`. */
export async function findReleases(db: Database, toldBy: number = LATEST): Promise<Release[]> {
  return select(db, toldBy);
}

/** One release, or null if there is none of that number. */
export async function findRelease(db: Database, number: number, toldBy: number = LATEST): Promise<Release | null> {
  const [release] = await select(db, toldBy, eq(releases.number, number));
  return release ?? null;
}

async function select(db: Database, toldBy: number, where?: SQL): Promise<Release[]> {
  const { number, publishedAt, title, note, authors, approvedBy, counts } = getTableColumns(releases);
  const rows = await db
    .select({ number, publishedAt, title, note, authors, approvedBy, counts, kind: ownApprovals.kind, reason: ownApprovals.reason, laterBy: laterApprovals.approverName, toldIn: laterApprovals.toldIn })
    .from(releases)
    .leftJoin(ownApprovals, eq(ownApprovals.release, releases.number))
    .leftJoin(laterApprovals, eq(laterApprovals.release, releases.number))
    .where(where).orderBy(desc(releases.number));
  return rows.map(({ publishedAt: at, counts: counted, kind, reason, laterBy, toldIn, ...words }) => {
    const { added, updated, corrected, withdrawn } = counted;
    const approvedLater = toldIn !== null && laterBy !== null && toldIn <= toldBy ? { by: laterBy, toldIn } : null;
    return {
      ...words, publishedAt: at.toISOString(), counts: { added, updated, corrected, withdrawn }, ...(kind !== null && { alone: { kind, reason, approvedLater } }),
    };
  });
}
