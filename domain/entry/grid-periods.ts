// The columns of a grid are periods of one kind in order, or a year with what it is made of.

import { periodOf, periodsBetween, type Day, type Period } from '../period';

/** `year-in-quarters`: the four quarters, then the year, so that the sum stands beside what it sums. */
export const GRID_KINDS = ['quarter', 'year-in-quarters', 'month', 'half', 'nine-months', 'year', 'as-reported'] as const;
export type GridKind = (typeof GRID_KINDS)[number];

/** More columns than this are a mistake of the range. */
export const MOST_COLUMNS = 240;

/** The periods of a kind between two days, in order; `as-reported` are those that readings already have there. At most MOST_COLUMNS, the latest. */
export function gridPeriods(kind: GridKind, from: Day, to: Day, reported: readonly Period[]): Period[] {
  if (to < from) return [];
  return periodsOf(kind, from, to, reported).slice(-MOST_COLUMNS);
}

function periodsOf(kind: GridKind, from: Day, to: Day, reported: readonly Period[]): Period[] {
  switch (kind) {
    case 'as-reported': {
      const inRange = reported.filter(({ start, end }) => start <= to && end >= from).toSorted((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : a.start < b.start ? 1 : -1));
      return inRange.filter((period, at) => !sameDays(period, inRange[at - 1]));
    }
    case 'nine-months': return periodsBetween('year', from, to).map(({ start }) => periodOf(start, `${start.slice(0, 4)}-09-30`));
    case 'year-in-quarters': return periodsBetween('year', from, to).flatMap((year) => [...periodsBetween('quarter', year.start, year.end), year]);
    default: return periodsBetween(kind, from, to);
  }
}

function sameDays(a: Period, b: Period | undefined): boolean {
  return b !== undefined && a.start === b.start && a.end === b.end;
}

/** The kind of grid a series is best entered in: the commonest kind of its readings, quarters where it has none. */
export function usualGridKind(reported: readonly Period[]): GridKind {
  const counts = new Map<GridKind, number>();
  for (const { kind } of reported) {
    const grid: GridKind = kind === 'day' || kind === 'custom' ? 'as-reported' : kind;
    counts.set(grid, (counts.get(grid) ?? 0) + 1);
  }
  return [...counts.entries()].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'quarter';
}

/** How a cell is named wherever cells are kept: series, then its first and last day. */
export function cellKey(seriesId: string, { start, end }: Pick<Period, 'start' | 'end'>): string {
  return `${seriesId}|${start}..${end}`;
}

/** The series in a cell's name; empty where there is none. */
export function seriesOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('|')));
}

/** What a cell's name names; null for anything else. */
export function cellOf(key: string): { readonly seriesId: string; readonly period: Period } | null {
  const [, seriesId, start, end] = /^(.+)\|(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(key) ?? [];
  if (seriesId === undefined || start === undefined || end === undefined || end < start) return null;
  return { seriesId, period: periodOf(start, end) };
}
