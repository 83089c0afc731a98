import { asc, lte } from 'drizzle-orm';
import type { Closure, Crossing } from '../../domain/closure';
import type { Day } from '../../domain/period';
import type { Database } from '../client';
import { closures } from '../schema/index';
import { findRows } from './find-rows';

/** Every crossing of a release and every closure that had begun by `asOf` (null: all), by start. Withdrawn ones with their status. */
export async function findClosures(db: Database, release: number, asOf: Day | null): Promise<{ crossings: Crossing[]; closures: Closure[] }> {
  const where = asOf === null ? undefined : lte(closures.start, asOf);
  return {
    crossings: await findRows(db, 'crossing', release),
    closures: await findRows(db, 'closure', release, { where, orderBy: [asc(closures.start)] }),
  };
}
