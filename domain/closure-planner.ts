// Two closures of one lane of one crossing never share a day; where they would, the planner says which days and why.

import type { Closure } from './closure';
import { dayFrom, daysInMonth, fromEpochDay, labelDay, monthName, partsOf, toEpochDay, type Day } from './day';

/** What the planner needs of a closure; any of them, drafted or published. */
export type Planned = Pick<Closure, 'id' | 'crossingId' | 'lane' | 'start' | 'end' | 'endState' | 'endLow' | 'knownOn'>;

/** Half-open epoch days. */
export interface TakenDays {
  readonly from: number;
  readonly to: number;
}

/**
 * The days a closure takes in its lane, as the database counts them: to the day of reopening, else to the earliest end or the day it was
 * last known shut. At least one day. Throws RangeError for malformed days.
 */
export function takenDays({ start, end, endState, endLow, knownOn }: Planned): TakenDays {
  const from = toEpochDay(start);
  const to = end !== null ? toEpochDay(end) : endState === 'reopened' ? toEpochDay(endLow ?? knownOn) : toEpochDay(knownOn) + 1;
  return { from, to: Math.max(from + 1, to) };
}

export interface Overlap<T extends Planned> {
  readonly other: T;
  /** First and last day that both take. */
  readonly first: Day;
  readonly last: Day;
  /** False where one of the two is of all lanes: that is allowed, and the days are counted once. */
  readonly isRefused: boolean;
}

/** The closures that share days with this one, those that would be refused first. */
export function overlapsOf<T extends Planned>(closure: Planned, others: readonly T[]): Overlap<T>[] {
  const own = takenDays(closure);
  return others
    .filter((other) => other.id !== closure.id && other.crossingId === closure.crossingId
      && (other.lane === closure.lane || other.lane === 'all' || closure.lane === 'all'))
    .flatMap((other) => {
      const taken = takenDays(other);
      const [from, to] = [Math.max(own.from, taken.from), Math.min(own.to, taken.to)];
      return from < to ? [{ other, first: fromEpochDay(from), last: fromEpochDay(to - 1), isRefused: other.lane === closure.lane }] : [];
    })
    .toSorted((a, b) => Number(b.isRefused) - Number(a.isRefused) || (a.first < b.first ? -1 : 1));
}

/** `12 Oct 2025 to 1 Nov 2025`, or the one day. */
export function labelDays(first: Day, last: Day): string {
  return first === last ? labelDay(first) : `${labelDay(first)} to ${labelDay(last)}`;
}

export type Zoom = 'month' | 'quarter' | 'year';

/** A stretch of the calendar: inclusive days. */
export interface CalendarSpan {
  readonly first: Day;
  readonly last: Day;
}

const MONTHS_SHOWN: Readonly<Record<Zoom, number>> = { month: 1, quarter: 3, year: 12 };

/** The stretch of that zoom in which a day lies: its month, its quarter, its year. */
export function spanAround(day: Day, zoom: Zoom): CalendarSpan {
  const { year, month } = partsOf(day);
  const count = MONTHS_SHOWN[zoom];
  const firstMonth = month - ((month - 1) % count);
  const lastMonth = firstMonth + count - 1;
  return { first: dayFrom(year, firstMonth, 1), last: dayFrom(year, lastMonth, daysInMonth(year, lastMonth)) };
}

/** The next stretch (`by` 1), the one before (-1). */
export function shiftSpan({ first }: CalendarSpan, zoom: Zoom, by: number): CalendarSpan {
  const { year, month } = partsOf(first);
  const at = year * 12 + (month - 1) + by * MONTHS_SHOWN[zoom];
  return spanAround(dayFrom(Math.floor(at / 12), (at % 12) + 1, 1), zoom);
}

/** `October 2025`, `July to September 2025`, `2025`. */
export function labelSpan({ first, last }: CalendarSpan): string {
  const [from, to] = [partsOf(first), partsOf(last)];
  if (from.month === to.month) return `${monthName(from.month)} ${from.year}`;
  return from.month === 1 && to.month === 12 ? String(from.year) : `${monthName(from.month)} to ${monthName(to.month)} ${from.year}`;
}

/** Where a day begins on the calendar, 0 its first and 1 behind its last day; outside it beyond these. */
export function placeOfDay(epochDay: number, span: CalendarSpan): number {
  const from = toEpochDay(span.first);
  return (epochDay - from) / (toEpochDay(span.last) + 1 - from);
}

/** The day under a point of the calendar, kept inside it. */
export function dayAt(fraction: number, span: CalendarSpan): Day {
  const from = toEpochDay(span.first);
  const count = toEpochDay(span.last) + 1 - from;
  return fromEpochDay(from + Math.min(count - 1, Math.max(0, Math.floor(fraction * count))));
}
