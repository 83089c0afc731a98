import { and, asc, eq, gt, gte, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Day } from '../../domain/day';
import type { Reading } from '../../domain/reading';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import type { StandingRow } from '../ledger-rows';
import { annotations, claims, closures, incidents, readings, series } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';
import { findRows, standingRows, type CitedKind, type PublishedRow } from './find-rows';
import { toRecorded, type RecordedSource } from './find-sources';
import { standsIn } from './standing';

/** Rows of one kind, a page at a time, by id. Filters narrow each other; an absent or empty one does not filter. */
export interface Listing {
  readonly release: number;
  /** Values of columns, by the name of the field in the domain. */
  readonly equals: Readonly<Record<string, readonly string[]>>;
  readonly asOf: Day | null;
  /** Rows that touch these days, where the kind has days. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The id after which the page begins. */
  readonly after: string | null;
  readonly limit: number;
}

/** Throws RangeError for a field that the kind does not have. */
export async function findListed<K extends CitedKind>(db: Database, kind: K, listing: Listing): Promise<PublishedRow<K>[]> {
  const table = ledgerTable(kind);
  const after = listing.after === null ? undefined : gt(table.id, listing.after);
  return findRows(db, kind, listing.release, { where: and(after, ...equalTo(kind, listing.equals), ...timed(kind, listing)), limit: listing.limit });
}

/** The same for sources, which carry no citations themselves. */
export async function findListedSources(db: Database, { release, equals, after, limit }: Listing): Promise<RecordedSource[]> {
  const where = and(after === null ? undefined : gt(ledgerTable('source').id, after), ...equalTo('source', equals));
  return ((await standingRows(db, 'source', release, { where, limit })) as StandingRow[]).map(toRecorded);
}

function equalTo(kind: RowKind, equals: Listing['equals']): SQL[] {
  const columns = ledgerTable(kind) as unknown as Readonly<Record<string, AnyPgColumn | undefined>>;
  return Object.entries(equals).filter(([, values]) => values.length > 0).map(([field, values]) => {
    const column = columns[field];
    if (column === undefined) throw new RangeError(`A ${kind} has no field ${field}.`);
    return column.columnType === 'PgArray' ? sql`${column} && ${sql.param([...values], column)}` : inArray(column, [...values]);
  });
}

function timed(kind: CitedKind, { asOf, from, to, release }: Listing): (SQL | undefined)[] {
  const since = (column: AnyPgColumn) => (from === null ? undefined : gte(column, from));
  const until = (column: AnyPgColumn) => (to === null ? undefined : lte(column, to));
  const known = (column: AnyPgColumn) => (asOf === null ? undefined : lte(column, asOf));
  switch (kind) {
    // Where the end is not known nobody can say that it lay before.
    case 'closure': return [known(closures.start), until(closures.startLow), from === null ? undefined : or(isNull(closures.endHigh), gte(closures.endHigh, from))];
    case 'incident': return [known(incidents.start), until(incidents.start), since(incidents.end)];
    case 'annotation': return [known(annotations.day), until(annotations.day), since(annotations.day)];
    case 'claim': return [
      since(claims.saidOn), until(claims.saidOn), asOf === null ? undefined : or(isNull(claims.saidOn), lte(claims.saidOn, asOf)),
      asOf === null ? undefined : sql`exists (select from ${incidents} where ${and(standsIn(incidents, release), eq(incidents.id, claims.incidentId), lte(incidents.start, asOf))})`,
    ];
    default: return [];
  }
}

/** The named series as they stand in a release; those it does not have are left out. */
export async function findSeriesById(db: Database, release: number, ids: readonly string[]): Promise<PublishedRow<'series'>[]> {
  return ids.length === 0 ? [] : findRows(db, 'series', release, { where: inArray(series.id, [...new Set(ids)]) });
}

/** A cell: a series and a period. */
export interface CellKey {
  readonly seriesId: string;
  readonly start: Day;
  readonly end: Day;
}

export interface CellListing extends Omit<Listing, 'after'> {
  /** Of the series: `indicatorId`, `organisationId`, `geography`, `breakdownDimension`, `breakdown`; of the reading: `id`, `seriesId`, `periodKind`; whole cells are answered. */
  readonly after: CellKey | null;
}

/** All readings of the next `limit` cells, in the order of series and period, withdrawn ones with their status, and the last cell. */
export async function findListedCells(db: Database, listing: CellListing): Promise<{ readonly readings: Reading[]; readonly last: CellKey | null; readonly cells: number }> {
  const { release, equals, asOf, from, to, after, limit } = listing;
  const { id = [], seriesId = [], periodKind = [], ...ofSeries } = equals;
  const seriesColumns = equalTo('series', ofSeries);
  const wanted = and(
    standsIn(readings, release),
    ...equalTo('reading', { id, seriesId, periodKind }),
    seriesColumns.length === 0 ? undefined : inArray(readings.seriesId, db.select({ id: series.id }).from(series).where(and(standsIn(series, release), ...seriesColumns))),
    asOf === null ? undefined : lte(readings.knownFrom, asOf),
    from === null ? undefined : gte(readings.periodEnd, from),
    to === null ? undefined : lte(readings.periodStart, to),
  );
  const beyond = after === null ? undefined
    : sql`(${readings.seriesId}, ${readings.periodStart}, ${readings.periodEnd}) > (${after.seriesId}, ${after.start}::date, ${after.end}::date)`;
  const cells = await db.selectDistinct({ seriesId: readings.seriesId, start: readings.periodStart, end: readings.periodEnd }).from(readings)
    .where(and(wanted, beyond)).orderBy(asc(readings.seriesId), asc(readings.periodStart), asc(readings.periodEnd)).limit(limit);
  const last = cells.at(-1) ?? null;
  if (last === null) return { readings: [], last, cells: 0 };
  const list = sql`jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as cell("seriesId" text, start date, "end" date)`;
  const found = await findRows(db, 'reading', release, {
    where: and(
      sql`(${readings.seriesId}, ${readings.periodStart}, ${readings.periodEnd}) in (select "seriesId", start, "end" from ${list})`,
      asOf === null ? undefined : lte(readings.knownFrom, asOf),
    ),
    orderBy: [asc(readings.seriesId), asc(readings.periodStart), asc(readings.periodEnd), asc(readings.knownFrom)],
  });
  return { readings: found, last, cells: cells.length };
}
