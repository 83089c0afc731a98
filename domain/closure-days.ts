// Days closed in a period are counted once however many rows cover them, from what is certain to what is possible.

import type { Closure, Lane } from './closure';
import { closureInterval } from './closure-interval';
import { countDays, intersectSpans, mergeSpans } from './day-spans';
import type { DaySpan } from './day-spans';
import { toEpochDay } from './day';
import type { Period } from './period-arithmetic';

/** 0 <= low <= high <= days in the period. `isOpenEnded`: `high` runs to the end of the period because no end is known. */
export interface DaysClosed {
  readonly low: number;
  readonly high: number;
  readonly isOpenEnded: boolean;
}

export type SingleLane = Exclude<Lane, 'all'>;

export const SINGLE_LANES: readonly SingleLane[] = ['trade', 'pedestrian', 'returnees'];

/**
 * Days of the period on which a lane of one crossing was shut; a row for `all` counts for every lane, and asking for `all` asks for the
 * days on which every lane was shut. Withdrawn rows do not count. Throws RangeError when handed closures of several crossings.
 */
export function daysClosed(closures: readonly Closure[], lane: Lane, period: Period): DaysClosed {
  requireOneCrossing(closures);
  const window = { from: toEpochDay(period.start), to: toEpochDay(period.end) + 1 };
  const lanes = (lane === 'all' ? SINGLE_LANES : [lane]).map((one) => laneSpans(closures, one, window.to));
  const within = (pick: (spans: LaneSpans) => readonly DaySpan[]) =>
    lanes.reduce<readonly DaySpan[]>((so, spans) => intersectSpans(so, pick(spans)), [window]);
  const possible = within((spans) => spans.possible);
  return {
    low: countDays(within((spans) => spans.certain)),
    high: countDays(possible),
    isOpenEnded: lanes.some((spans) => spans.isOpenEnded) && possible.at(-1)?.to === window.to,
  };
}

interface LaneSpans {
  readonly certain: readonly DaySpan[];
  readonly possible: readonly DaySpan[];
  readonly isOpenEnded: boolean;
}

function laneSpans(closures: readonly Closure[], lane: SingleLane, until: number): LaneSpans {
  const rows = onLane(closures, lane).map((closure) => ({ ...closureInterval(closure), end: possibleEnd(closure, closures, lane) }));
  return {
    certain: mergeSpans(rows.map((row) => ({ from: row.solidFrom, to: row.solidTo }))),
    possible: mergeSpans(rows.map((row) => ({ from: row.softFrom, to: row.end ?? until }))),
    isOpenEnded: rows.some((row) => row.end === null && row.softFrom < until),
  };
}

/**
 * The epoch day before which a closure must have ended on a lane: its latest end, else the next start on that lane after it was last seen
 * shut (who shuts a lane anew has opened it before). Null where neither is known.
 */
export function possibleEnd(closure: Closure, closures: readonly Closure[], lane: SingleLane): number | null {
  const { solidTo, softTo, openEnded } = closureInterval(closure);
  if (!openEnded) return softTo;
  const lastSeen = Math.max(solidTo, toEpochDay(closure.knownOn));
  const starts = onLane(closures, lane).map((other) => closureInterval(other).softFrom).filter((start) => start > lastSeen);
  return starts.length === 0 ? null : Math.min(...starts);
}

/** The current closures that shut a lane, alone or with all others. */
export function onLane(closures: readonly Closure[], lane: SingleLane): Closure[] {
  return closures.filter((closure) => closure.status === 'current' && (closure.lane === lane || closure.lane === 'all'));
}

/** Throws RangeError when the closures are not all of one crossing. */
export function requireOneCrossing(closures: readonly Closure[]): void {
  const crossings = new Set(closures.map((closure) => closure.crossingId));
  if (crossings.size > 1) throw new RangeError('the closures are of more than one crossing');
}
