import { and, asc, inArray, lte } from 'drizzle-orm';
import type { Day } from '../../domain/period';
import type { Reading } from '../../domain/reading';
import type { Database } from '../client';
import { readings, series } from '../schema/index';
import { findRows, type RowsQuestion } from './find-rows';
import { standsIn } from './standing';

export interface ReadingsQuestion {
  readonly release: number;
  /** Vintage: only what was certainly public by that day. Null or absent: everything. */
  readonly asOf?: Day | null;
  /** Filters narrow each other; an absent one does not filter. */
  readonly seriesIds?: readonly string[];
  readonly indicatorIds?: readonly string[];
  readonly organisationIds?: readonly string[];
}

/** Readings of a release with all their vintages known as of `asOf`, by series, period, day known. Withdrawn ones with their status. */
export async function findReadings(db: Database, question: ReadingsQuestion): Promise<Reading[]> {
  const seriesIds = await narrowSeries(db, question);
  if (seriesIds?.length === 0) return [];
  return findRows(db, 'reading', question.release, readingsOf(seriesIds, question.asOf));
}

/** The readings of the series (of all where undefined) that were known by the day of a vintage, in the order of answers. */
export function readingsOf(seriesIds: readonly string[] | undefined, asOf: Day | null | undefined): RowsQuestion {
  const known = asOf == null ? undefined : lte(readings.knownFrom, asOf);
  return {
    where: and(seriesIds && inArray(readings.seriesId, [...seriesIds]), known),
    orderBy: [asc(readings.seriesId), asc(readings.periodStart), asc(readings.periodEnd), asc(readings.knownFrom)],
  };
}

/** The series the question is about, or undefined where it does not say. */
async function narrowSeries(db: Database, question: ReadingsQuestion): Promise<string[] | undefined> {
  const { release, seriesIds, indicatorIds, organisationIds } = question;
  if (!indicatorIds && !organisationIds) return seriesIds && [...seriesIds];
  const rows = await db
    .select({ id: series.id })
    .from(series)
    .where(and(
      standsIn(series, release),
      seriesIds && inArray(series.id, [...seriesIds]),
      indicatorIds && inArray(series.indicatorId, [...indicatorIds]),
      organisationIds && inArray(series.organisationId, [...organisationIds]),
    ))
    .orderBy(asc(series.id));
  return rows.map((row) => row.id);
}
