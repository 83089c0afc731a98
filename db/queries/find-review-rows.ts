import { asc, type SQL } from 'drizzle-orm';
import type { ReviewRows } from '../../domain/review/side';
import type { RowKind } from '../../domain/release';
import { referencesOf } from '../../domain/reference';
import type { Series } from '../../domain/series';
import type { Database } from '../client';
import { annotations, closures, sentences } from '../schema/index';
import { findChartDefinitions } from './find-chart-definitions';
import { findReadings } from './find-readings';
import { findRows, type CitedKind } from './find-rows';

/**
 * The rows of one release from which all its charts and sentences come: whole kinds where there are few rows, and of readings those of
 * the series that a chart, a sentence or `seriesIds` names, with their sisters (the same count by the same organisation), since a derived
 * value may stand on them. Release 0 has none.
 */
export async function findReviewRows(db: Database, release: number, seriesIds: readonly string[] = []): Promise<ReviewRows> {
  const whole = <K extends CitedKind>(kind: K, ...orderBy: SQL[]) => findRows(db, kind, release, { orderBy });
  const charts = await findChartDefinitions(db, release);
  const told = await whole('sentence', asc(sentences.placement), asc(sentences.position));
  const references = [...charts.flatMap((chart) => referencesOf('chart', chart)), ...told.flatMap((sentence) => referencesOf('sentence', sentence))];
  const idsOf = (kind: RowKind) => [...new Set(references.filter((reference) => reference.kind === kind).map(({ id }) => id))];
  const series = await whole('series');
  const rows = {
    release,
    asOf: null,
    indicators: await whole('indicator'),
    organisations: await whole('organisation'),
    series,
    readings: await findReadings(db, { release, seriesIds: withSisters(series, [...idsOf('series'), ...seriesIds]) }),
    crossings: await whole('crossing'),
    closures: await whole('closure', asc(closures.start)),
    incidents: await whole('incident'),
    claims: await whole('claim'),
    places: await whole('place'),
    annotations: await whole('annotation', asc(annotations.day)),
  };
  return { charts, sentences: told, rows };
}

function withSisters(series: readonly Series[], named: readonly string[]): string[] {
  const countOf = ({ organisationId, indicatorId }: Series) => `${organisationId}|${indicatorId}`;
  const ids = new Set(named);
  const counts = new Set(series.filter(({ id }) => ids.has(id)).map(countOf));
  return series.filter((one) => counts.has(countOf(one))).map(({ id }) => id);
}
