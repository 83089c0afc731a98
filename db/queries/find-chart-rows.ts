import { and, asc, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { ChartDefinition } from '../../domain/chart/definition';
import type { ChartRows } from '../../domain/chart/rows';
import type { Day } from '../../domain/period';
import type { Database } from '../client';
import { annotations, claims, closures, crossings, incidents, indicators, organisations, places, series } from '../schema/index';
import { findReadings } from './find-readings';
import { findRows } from './find-rows';

/** What a definition is about, by id. */
interface Subject {
  readonly seriesIds: readonly string[];
  readonly crossingIds: readonly string[];
  readonly incidentIds: readonly string[];
  readonly hasClaims: boolean;
  readonly hasAnnotations: boolean;
}

const NOTHING: Subject = { seriesIds: [], crossingIds: [], incidentIds: [], hasClaims: false, hasAnnotations: false };

/**
 * The rows a chart is made from, as of a release and, where `asOf` is given, of a vintage: readings certainly public by that day,
 * claims said, closures begun and incidents and annotations that had happened by then. Withdrawn rows come with their status.
 */
export async function findChartRows(db: Database, release: number, definition: ChartDefinition, asOf: Day | null): Promise<ChartRows> {
  const subject = subjectOf(definition);
  const find = { db, release };
  const seriesRows = await named(find, 'series', series.id, subject.seriesIds);
  const incidentRows = await named(find, 'incident', incidents.id, subject.incidentIds, by(incidents.start, asOf));
  const claimRows = subject.hasClaims ? await named(find, 'claim', claims.incidentId, subject.incidentIds, saidBy(asOf)) : [];
  const organisationIds = [...seriesRows.map((row) => row.organisationId), ...claimRows.map((row) => row.claimantId)];
  return {
    release,
    asOf,
    indicators: await named(find, 'indicator', indicators.id, seriesRows.map((row) => row.indicatorId)),
    organisations: await named(find, 'organisation', organisations.id, organisationIds),
    series: seriesRows,
    readings: subject.seriesIds.length === 0 ? [] : await findReadings(db, { release, asOf, seriesIds: subject.seriesIds }),
    crossings: await named(find, 'crossing', crossings.id, subject.crossingIds),
    closures: await named(find, 'closure', closures.crossingId, subject.crossingIds, by(closures.start, asOf), [asc(closures.start)]),
    incidents: incidentRows,
    claims: claimRows,
    places: await named(find, 'place', places.id, incidentRows.flatMap((row) => row.placeIds)),
    annotations: subject.hasAnnotations
      ? await findRows(db, 'annotation', release, { where: by(annotations.day, asOf), orderBy: [asc(annotations.day)] })
      : [],
  };
}

function subjectOf(definition: ChartDefinition): Subject {
  switch (definition.kind) {
    case 'periods': {
      const { seriesIds, closureCrossingIds = [], showAnnotations } = definition.options;
      return { ...NOTHING, seriesIds, crossingIds: closureCrossingIds, hasAnnotations: showAnnotations };
    }
    case 'year-to-date': return { ...NOTHING, seriesIds: [definition.options.seriesId] };
    case 'closures': return { ...NOTHING, crossingIds: definition.options.crossingIds, hasAnnotations: definition.options.showAnnotations };
    case 'closed-days': return { ...NOTHING, crossingIds: definition.options.crossingIds };
    case 'claims': return { ...NOTHING, incidentIds: [definition.options.incidentId], hasClaims: true };
    case 'map': return { ...NOTHING, crossingIds: definition.options.crossingIds, incidentIds: definition.options.incidentIds };
  }
}

type NamedKind = 'series' | 'incident' | 'claim' | 'indicator' | 'organisation' | 'crossing' | 'closure' | 'place';

/** Rows whose `column` is one of `ids`; none asked for, none looked up. */
async function named<K extends NamedKind>(
  find: { readonly db: Database; readonly release: number }, kind: K, column: AnyPgColumn, ids: readonly string[], where?: SQL, orderBy?: readonly SQL[],
) {
  if (ids.length === 0) return [];
  return findRows(find.db, kind, find.release, { where: and(inArray(column, [...new Set(ids)]), where), orderBy });
}

function by(column: AnyPgColumn, asOf: Day | null): SQL | undefined {
  return asOf === null ? undefined : lte(column, asOf);
}

function saidBy(asOf: Day | null): SQL | undefined {
  return asOf === null ? undefined : or(isNull(claims.saidOn), lte(claims.saidOn, asOf));
}
