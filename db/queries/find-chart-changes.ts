import { and, asc, gt, inArray, lte, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { ChartDefinition } from '../../domain/chart/definition';
import type { RowChange } from '../../domain/embed/row-change';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { toContent, type StoredRow } from '../ledger-rows';
import { charts, claims, closures, crossings, incidents, readings, series } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';

export interface ChangesQuestion {
  /** The chart as it stood in one release or several: changes of everything any of them names. */
  readonly definitions: readonly ChartDefinition[];
  /** Releases after this one, */
  readonly after: number;
  /** up to and including this one. */
  readonly upTo: number;
}

/** Every version of a row behind a chart that was published between two releases, with what it replaced; by kind, id and release. */
export async function findChartChanges(db: Database, { definitions, after, upTo }: ChangesQuestion): Promise<RowChange[]> {
  if (after >= upTo) return [];
  const found: RowChange[] = [];
  for (const [kind, where] of groundsOf(definitions)) found.push(...(await findOfKind(db, kind, where, after, upTo)));
  return found;
}

export function groundsOf(definitions: readonly ChartDefinition[]): readonly (readonly [RowKind, SQL])[] {
  const seriesIds = definitions.flatMap((each) => (each.kind === 'periods' ? each.options.seriesIds : each.kind === 'year-to-date' ? [each.options.seriesId] : []));
  const crossingIds = definitions.flatMap((each) => ('crossingIds' in each.options ? each.options.crossingIds : each.kind === 'periods' ? each.options.closureCrossingIds ?? [] : []));
  const incidentIds = definitions.flatMap((each) => (each.kind === 'map' ? each.options.incidentIds : each.kind === 'claims' ? [each.options.incidentId] : []));
  const hasEvents = definitions.some(({ options }) => 'showAnnotations' in options && options.showAnnotations);
  const hasPlaces = definitions.some(({ kind }) => kind === 'map');
  const grounds: readonly (readonly [RowKind, AnyPgColumn, readonly string[]])[] = [
    ['chart', charts.id, definitions.map(({ id }) => id)],
    ['series', series.id, seriesIds],
    ['reading', readings.seriesId, seriesIds],
    ['crossing', crossings.id, crossingIds],
    ['closure', closures.crossingId, crossingIds],
    ['incident', incidents.id, incidentIds],
    ['claim', claims.incidentId, definitions.some(({ kind }) => kind === 'claims') ? incidentIds : []],
  ];
  const named = grounds.filter(([, , ids]) => ids.length > 0).map(([kind, column, ids]): [RowKind, SQL] => [kind, inArray(column, [...new Set(ids)])]);
  // Events and places are not named by charts: all of them bear on a chart that shows any.
  return [...named, ...(hasEvents ? [['annotation', sql`true`] as const] : []), ...(hasPlaces ? [['place', sql`true`] as const] : [])];
}

async function findOfKind(db: Database, kind: RowKind, where: SQL, after: number, upTo: number): Promise<RowChange[]> {
  const table = ledgerTable(kind);
  const isNew = and(gt(table.publishedIn, after), lte(table.publishedIn, upTo));
  const isReplaced = and(gt(table.supersededIn, after), lte(table.supersededIn, upTo));
  const rows = (await db.select().from(table).where(and(where, or(isNew, isReplaced))).orderBy(asc(table.id), asc(table.revision))) as StoredRow[];
  const replaced = new Map(rows.filter(({ supersededIn }) => supersededIn !== null).map((row) => [`${row.id}@${row.supersededIn}`, row]));
  const isAmong = ({ publishedIn }: StoredRow): boolean => publishedIn !== null && publishedIn > after && publishedIn <= upTo;
  return rows.filter(isAmong).map((row): RowChange => {
    const { id, change, changeNote, publishedIn } = row;
    const before = replaced.get(`${id}@${publishedIn}`);
    return { kind, id, change, note: changeNote, publishedIn: publishedIn ?? 0, content: toContent(kind, row), replaced: before ? toContent(kind, before) : null };
  });
}
