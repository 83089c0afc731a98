import { and, count, isNotNull, max, min, ne } from 'drizzle-orm';
import type { Day, PeriodKind } from '../../domain/period';
import type { Database } from '../client';
import { readings } from '../schema/index';
import { standsIn } from './standing';

/** How far the values of a series reach in one kind of period. */
export interface SeriesReach {
  readonly seriesId: string;
  readonly periodKind: PeriodKind;
  /** Readings with a value, several of one cell counted each. */
  readonly readings: number;
  readonly first: Day;
  readonly last: Day;
}

/** The reach of every series of a release that has values, kind of period by kind of period. */
export async function findSeriesReach(db: Database, release: number): Promise<SeriesReach[]> {
  const rows = await db
    .select({ seriesId: readings.seriesId, periodKind: readings.periodKind, readings: count(), first: min(readings.periodStart), last: max(readings.periodEnd) })
    .from(readings)
    .where(and(standsIn(readings, release), isNotNull(readings.value), ne(readings.change, 'withdraw')))
    .groupBy(readings.seriesId, readings.periodKind)
    .orderBy(readings.seriesId, readings.periodKind);
  return rows.flatMap(({ first, last, ...row }) => (first === null || last === null ? [] : [{ ...row, first, last }]));
}
