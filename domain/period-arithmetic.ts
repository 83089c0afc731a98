// Periods are compared, walked and measured by their days; whole months also by how many they are.

import { addDays, dayFrom, daysInMonth, isDay, partsOf, toEpochDay } from './day';
import type { Day } from './day';

export type PeriodKind = 'day' | 'month' | 'quarter' | 'half' | 'nine-months' | 'year' | 'custom';

/** Inclusive days `start..end`. `kind` always follows from the days: the same days never carry two kinds. */
export interface Period {
  readonly kind: PeriodKind;
  readonly start: Day;
  readonly end: Day;
}

/** Enough for two centuries of days; more is a mistake of the caller, not a chart. */
const MOST_PERIODS = 100_000;

/** The period over inclusive days, kind derived. Throws RangeError for malformed days or an end before the start. */
export function periodOf(start: Day, end: Day): Period {
  const from = partsOf(start);
  const to = partsOf(end);
  if (end < start) throw new RangeError(`a period ends on or after its first day: ${start}..${end}`);
  return { kind: kindOf(), start, end };

  function kindOf(): PeriodKind {
    if (start === end) return 'day';
    if (from.year !== to.year || from.date !== 1 || to.date !== daysInMonth(to.year, to.month)) return 'custom';
    const months = to.month - from.month + 1;
    if (months === 1) return 'month';
    if ((from.month - 1) % 3 !== 0) return 'custom';
    if (months === 3) return 'quarter';
    if (months === 6) return from.month === 1 || from.month === 7 ? 'half' : 'custom';
    if (months === 9) return 'nine-months';
    return months === 12 ? 'year' : 'custom';
  }
}

/** A total order: by first day, then by last day (the shorter first). Zero only for the same days. */
export function comparePeriods(a: Period, b: Period): number {
  return compareText(a.start, b.start) || compareText(a.end, b.end);
}

/** Whether every day of `inner` is a day of `outer`. */
export function containsPeriod(outer: Period, inner: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two share at least one day. */
export function overlaps(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Number of days, 1 or more. */
export function daysIn(period: Period): number {
  return toEpochDay(period.end) - toEpochDay(period.start) + 1;
}

/**
 * All periods of a kind that share a day with `from..to`, in order; the first and last may reach beyond. Empty when `to` is before `from`.
 * Throws RangeError for malformed days and for more than 100,000 periods.
 */
export function periodsBetween(kind: 'day' | 'month' | 'quarter' | 'half' | 'year', from: Day, to: Day): Period[] {
  if (!isDay(from) || !isDay(to)) throw new RangeError('periodsBetween takes two days');
  const periods: Period[] = [];
  if (to < from) return periods;
  for (let period = periodAround(kind, from); ; period = periodAround(kind, addDays(period.end, 1))) {
    periods.push(period);
    if (period.end >= to) return periods;
    if (periods.length >= MOST_PERIODS) throw new RangeError(`more than ${MOST_PERIODS} periods between ${from} and ${to}`);
  }
}

function periodAround(kind: 'day' | 'month' | 'quarter' | 'half' | 'year', day: Day): Period {
  if (kind === 'day') return periodOf(day, day);
  const length = MONTHS_IN[kind];
  const { year, month } = partsOf(day);
  return monthsFrom(year, month - ((month - 1) % length), length);
}

const MONTHS_IN = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** `count` whole months from the given one; month numbers below 1 or above 12 run into the years around. */
function monthsFrom(year: number, month: number, count: number): Period {
  const first = year * 12 + month - 1;
  const last = first + count - 1;
  const lastYear = Math.floor(last / 12);
  const lastMonth = (last % 12) + 1;
  return periodOf(dayFrom(Math.floor(first / 12), (first % 12) + 1, 1), dayFrom(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)));
}

/**
 * The period of the same length just before: Q3 -> Q2, year -> year before, nine months -> the same nine months a year before,
 * custom -> as many days before. Throws RangeError where that would lie before the year 0001.
 */
export function sameLengthPredecessor(period: Period): Period {
  const { year, month } = partsOf(period.start);
  switch (period.kind) {
    case 'nine-months':
      return samePeriodYearBefore(period);
    case 'month':
    case 'quarter':
    case 'half':
    case 'year':
      return monthsFrom(year, month - MONTHS_IN[period.kind], MONTHS_IN[period.kind]);
    default:
      return periodOf(addDays(period.start, -daysIn(period)), addDays(period.start, -1));
  }
}

/**
 * The same period one year earlier. Whole months stay the same months; a period in days keeps its first date (29 February becomes 28)
 * and its number of days. Throws RangeError where that would lie before the year 0001.
 */
export function samePeriodYearBefore(period: Period): Period {
  const { year, month, date } = partsOf(period.start);
  const months = wholeMonthsIn(period);
  if (months !== null) return monthsFrom(year - 1, month, months);
  const start = dayFrom(year - 1, month, Math.min(date, daysInMonth(year - 1, month)));
  return periodOf(start, addDays(start, daysIn(period) - 1));
}

/** Whether values of the two may be compared: as many whole months, or as many days. Two quarters are equal although 90 is not 92. */
export function haveEqualCoverage(a: Period, b: Period): boolean {
  if (daysIn(a) === daysIn(b)) return true;
  const months = wholeMonthsIn(a);
  return months !== null && months === wholeMonthsIn(b);
}

/** How many whole calendar months the period is made of, or null where it begins or ends inside a month. */
export function wholeMonthsIn(period: Period): number | null {
  const from = partsOf(period.start);
  const to = partsOf(period.end);
  if (from.date !== 1 || to.date !== daysInMonth(to.year, to.month)) return null;
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
