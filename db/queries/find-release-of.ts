import { eq } from 'drizzle-orm';
import type { Database } from '../client';
import { releases } from '../schema/index';

/** The release that a changeset became, or null where it is not published. */
export async function findReleaseOf(db: Database, changesetId: string): Promise<number | null> {
  const [release] = await db.select({ number: releases.number }).from(releases).where(eq(releases.changesetId, changesetId));
  return release?.number ?? null;
}
