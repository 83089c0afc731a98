// A closure is certain between its latest start and its earliest end, and possible between its earliest start and its latest end.

import { labelDay, monthName, partsOf, toEpochDay } from './day';
import type { Day } from './day';
import type { Closure } from './closure';
import { printNumber } from './quantity';

/**
 * Epoch days, half-open: certainly shut over [solidFrom, solidTo), possibly over [softFrom, softTo); the first lies inside the second.
 * `openEnded`: no latest end is known, and `softTo` is only the day after the last one on which it was seen shut.
 */
export interface ClosureInterval {
  readonly solidFrom: number;
  readonly solidTo: number;
  readonly softFrom: number;
  readonly softTo: number;
  readonly openEnded: boolean;
}

/**
 * The two intervals of a closure. A lane seen shut on a day may still have reopened on that day, which then does not count: the certain
 * part of a closure without an end stops at `knownOn`. Throws RangeError for malformed days.
 */
export function closureInterval(closure: Closure): ClosureInterval {
  const softFrom = Math.min(toEpochDay(closure.startLow), toEpochDay(closure.start));
  const knownOn = Math.max(softFrom, toEpochDay(closure.knownOn));
  // Whatever the precision of its start, a lane seen shut on a day was shut by then.
  const solidFrom = Math.min(Math.max(toEpochDay(closure.startHigh), toEpochDay(closure.start)), knownOn);
  const isReopened = closure.endState === 'reopened';
  const earliestEnd = isReopened ? closure.endLow ?? closure.end : null;
  const latestEnd = isReopened ? closure.endHigh ?? closure.end : null;
  const lastCertain = earliestEnd === null ? knownOn : toEpochDay(earliestEnd);
  // Where only the latest end is known, it also bounds what is certain.
  const solidTo = Math.max(solidFrom, latestEnd === null ? lastCertain : Math.min(lastCertain, toEpochDay(latestEnd)));
  const softTo = Math.max(solidTo, latestEnd === null ? knownOn + 1 : toEpochDay(latestEnd));
  return { solidFrom, solidTo, softFrom, softTo, openEnded: latestEnd === null };
}

/** Days closed by one closure alone; `high` is null where no end is known. */
export function daysOfClosure(closure: Closure): { readonly low: number; readonly high: number | null } {
  const { solidFrom, solidTo, softFrom, softTo, openEnded } = closureInterval(closure);
  return { low: solidTo - solidFrom, high: openEnded ? null : softTo - softFrom };
}

/** `12 Oct 2025 to 1 Nov 2025, 20 days`; `12 Oct 2025, still shut on 25 Feb 2026, at least 136 days`; months where days are not known. */
export function closureLabel(closure: Closure): string {
  const { low, high } = daysOfClosure(closure);
  const start = edgeLabel(closure.start, closure.startPrecision);
  const length = lengthLabel(low, high);
  if (closure.endState === 'reopened') {
    if (closure.end === null) return `${start}, ${reopenedBetween(closure)}${length}`;
    const end = edgeLabel(closure.end, closure.endPrecision ?? 'day');
    return start === end ? `${start}${length}` : `${start} to ${end}${length}`;
  }
  const seen = labelDay(closure.knownOn);
  if (closure.endState === 'ongoing') return `${start}, still shut on ${seen}${length}`;
  return `${start}, last known shut on ${seen}, end unknown${length}`;
}

function reopenedBetween({ endLow, endHigh }: Closure): string {
  if (endLow !== null && endHigh !== null) return `reopened between ${labelDay(endLow)} and ${labelDay(endHigh)}`;
  if (endHigh !== null) return `reopened by ${labelDay(endHigh)}`;
  return endLow === null ? 'reopened on a day that is not known' : `reopened on ${labelDay(endLow)} or later`;
}

function lengthLabel(low: number, high: number | null): string {
  if (high === null) return low === 0 ? '' : `, at least ${days(low)}`;
  if (high === 0) return ', less than a day';
  if (low === high) return `, ${days(low)}`;
  return low === 0 ? `, at most ${days(high)}` : `, ${printNumber(low)} to ${days(high)}`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${printNumber(count)} days`;
}

function edgeLabel(day: Day, precision: 'day' | 'month'): string {
  if (precision === 'day') return labelDay(day);
  const { year, month } = partsOf(day);
  return `${monthName(month).slice(0, 3)} ${year}`;
}
