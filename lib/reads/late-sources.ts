import 'server-only';
import { findReadings } from '@/db/queries/find-readings';
import { findRelease } from '@/db/queries/find-releases';
import { findRows } from '@/db/queries/find-rows';
import { nextReports, type NextReport } from '@/domain/late-source';
import type { Day } from '@/domain/period';
import { ledgerAt } from './ledger';

export interface ExpectedReport extends NextReport {
  /** Short name of the organisation. */
  readonly organisation: string;
}

export interface LateSourcesRead {
  /** The day the expectation is judged on: the vintage asked for, else the day the release was published. */
  readonly day: Day;
  readonly isVintage: boolean;
  readonly reports: readonly ExpectedReport[];
}

/**
 * When each organisation's next report was to be expected. A page is the same for ever, so it is judged on the day of its release and
 * never on today. Null where the release itself is missing.
 */
export async function readLateSources(release: number, asOf: Day | null): Promise<LateSourcesRead | null> {
  const db = await ledgerAt(release);
  const [published, readings, series, organisations] = await Promise.all([
    findRelease(db, release), findReadings(db, { release, asOf }), findRows(db, 'series', release), findRows(db, 'organisation', release),
  ]);
  if (!published) return null;
  const organisationOf = new Map(series.map(({ id, organisationId }) => [id, organisationId]));
  const nameOf = new Map(organisations.map(({ id, shortName, name }) => [id, shortName === '' ? name : shortName]));
  const reports = readings
    .filter(({ status, value, kind, isUnconfirmed }) => status === 'current' && value !== null && kind === 'reported' && !isUnconfirmed)
    .map(({ seriesId, period, knownFrom, reportedOn, reportedPrecision, citations }) => ({
      organisationId: organisationOf.get(seriesId) ?? seriesId, period, knownFrom, hasDay: reportedPrecision === 'day' && reportedOn === knownFrom, citations,
    }));
  const day = asOf ?? published.publishedAt.slice(0, 10);
  const expected = nextReports(reports, day).map((report) => ({ ...report, organisation: nameOf.get(report.organisationId) ?? report.organisationId }));
  return { day, isVintage: asOf !== null, reports: expected };
}
