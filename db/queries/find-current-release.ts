import type { Database } from '../client';
import { releasePointer } from '../schema/index';

/** Number of the release that is current; 0 while nothing is published. */
export async function findCurrentRelease(db: Database): Promise<number> {
  const [pointer] = await db.select({ number: releasePointer.number }).from(releasePointer);
  return pointer?.number ?? 0;
}
