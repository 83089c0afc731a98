// A derived value stands on the numbers in its formula: where one of them changes, somebody has to look at it.

import { addDays } from '../day';
import { labelPeriod, type Period } from '../period';
import { printNumber, valueAsOf, type Reading } from '../reading';
import type { ChartRows } from '../chart/rows';
import { groupInOrder } from '../chart/grouping';

export interface StaleFormula {
  /** The derived reading. */
  readonly id: string;
  readonly formula: string;
  readonly period: string;
  /** The cell that changed, what it showed and what it shows now (null: nothing). */
  readonly term: { readonly period: string; readonly was: number; readonly is: number | null };
}

/** A formula speaks of numbers near its own period; the same number years away is another one. */
const NEAR_DAYS = 800;

/** Derived readings that stand in both releases and whose formula names a number that its cell no longer shows. `redrafted`: looked at in this changeset. */
export function staleFormulas(before: ChartRows, after: ChartRows, redrafted: ReadonlySet<string>): readonly StaleFormula[] {
  const changes = changedCells(before.readings, after.readings);
  if (changes.length === 0) return [];
  const derived = after.readings.filter(({ id, kind, status, formula }) => kind === 'derived' && status === 'current' && formula !== null && !redrafted.has(id));
  const counted = new Map(after.series.map(({ id, indicatorId, organisationId }) => [id, `${organisationId}|${indicatorId}`]));
  return derived.flatMap((reading): StaleFormula[] => {
    const terms = numbersIn(reading.formula ?? '');
    const change = changes.find((cell) => terms.includes(cell.was) && counted.get(cell.seriesId) === counted.get(reading.seriesId)
      && isNear(cell.period, reading.period) && !isSamePlace(cell, reading));
    if (change === undefined) return [];
    const term = { period: labelPeriod(change.period), was: change.was, is: change.is };
    return [{ id: reading.id, formula: reading.formula ?? '', period: labelPeriod(reading.period), term }];
  });
}

/** `956 (Balochistan), 1,087 and 2.43` -> 956, 1087, 2.43. Numbers in words such as `Q1` are none. */
export function numbersIn(formula: string): number[] {
  const found = formula.match(/(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w%])|(?<![\w.,])\d+(?:\.\d+)?(?![\w%])/g) ?? [];
  return found.map((text) => Number(text.replaceAll(',', '')));
}

interface CellChange {
  readonly seriesId: string;
  readonly period: Period;
  readonly was: number;
  readonly is: number | null;
}

const cellOf = ({ seriesId, period }: Reading): string => `${seriesId}|${period.start}..${period.end}`;

function changedCells(before: readonly Reading[], after: readonly Reading[]): CellChange[] {
  const is = groupInOrder(after, cellOf);
  return [...groupInOrder(before, cellOf)].flatMap(([cell, readings]): CellChange[] => {
    const was = valueAsOf(readings, null)?.reading;
    if (was === undefined || was.value === null) return [];
    const now = valueAsOf(is.get(cell) ?? [], null)?.reading.value ?? null;
    return now === was.value ? [] : [{ seriesId: was.seriesId, period: was.period, was: was.value, is: now }];
  });
}

function isNear(a: Period, b: Period): boolean {
  return a.start <= addDays(b.end, NEAR_DAYS) && b.start <= addDays(a.end, NEAR_DAYS);
}

function isSamePlace(cell: CellChange, reading: Reading): boolean {
  return cell.seriesId === reading.seriesId && cell.period.start === reading.period.start && cell.period.end === reading.period.end;
}

/** `3,417 for 2025 was changed to 3,430`. */
export function sayTerm({ term }: StaleFormula): string {
  return `${printNumber(term.was)} for ${term.period} ${term.is === null ? 'is gone' : `is now ${printNumber(term.is)}`}`;
}
