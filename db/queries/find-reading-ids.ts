import { and, asc, inArray, isNull, or } from 'drizzle-orm';
import type { Database } from '../client';
import { readings } from '../schema/index';

/** Ids of the readings of some series that stand or are drafted, whoever drafts them. In order. */
export async function findOpenReadingIds(db: Database, seriesIds: readonly string[]): Promise<string[]> {
  if (seriesIds.length === 0) return [];
  const isOpen = or(isNull(readings.publishedIn), isNull(readings.supersededIn));
  const rows = await db.selectDistinct({ id: readings.id }).from(readings).where(and(inArray(readings.seriesId, [...seriesIds]), isOpen)).orderBy(asc(readings.id));
  return rows.map(({ id }) => id);
}
