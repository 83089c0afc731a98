// What is known of a lane is its state on the last day its own record reaches, with the rows that say so; later days are not guessed.

import type { Closure } from './closure';
import { SINGLE_LANES, onLane, requireOneCrossing } from './closure-days';
import type { SingleLane } from './closure-days';
import { closureInterval } from './closure-interval';
import { fromEpochDay } from './day';
import type { Day } from './day';
import { lastKnownEpochDay, laneStates } from './lane-states';

export interface LaneReport {
  readonly lane: SingleLane;
  /**
   * Closed only while a source spoke of it as going on: a closure whose end nobody reported leaves the lane unknown.
   * `null`: no closure of this lane is on record, which is not to say that it was open.
   */
  readonly state: 'open' | 'closed' | 'unknown' | null;
  /** The last day of which a row of this lane speaks; null without a row. */
  readonly day: Day | null;
  /** Closed: the first day of the closing, through every row that took over from another without a day between. */
  readonly since: Day | null;
  /** The rows the state rests on: those that shut it on that day, or the ones that ended last. By start. */
  readonly behind: readonly Closure[];
}

/** Each lane of one crossing on the last day known of that lane. Throws RangeError when handed closures of several crossings. */
export function laneReports(closures: readonly Closure[]): LaneReport[] {
  requireOneCrossing(closures);
  return SINGLE_LANES.map((lane) => reportOf(closures, lane));
}

function reportOf(closures: readonly Closure[], lane: SingleLane): LaneReport {
  const rows = onLane(closures, lane);
  if (rows.length === 0) return { lane, state: null, day: null, since: null, behind: [] };
  const last = Math.max(...rows.map(lastKnownEpochDay));
  const day = fromEpochDay(last);
  // Rows of other lanes say nothing about this one.
  const seen = laneStates(rows, day).find((one) => one.lane === lane)?.state ?? 'unknown';
  const isGoingOn = rows.some((row) => row.endState === 'ongoing' && isAround(row, last));
  const state = seen === 'closed' && !isGoingOn ? 'unknown' : seen;
  const speaking = rows.filter((row) => (state === 'open' ? lastKnownEpochDay(row) === last : isAround(row, last)));
  const behind = (state === 'closed' ? withForerunners(speaking, rows) : speaking).toSorted((a, b) => compareText(a.start, b.start) || compareText(a.id, b.id));
  return { lane, state, day, since: state === 'closed' ? behind[0]?.start ?? null : null, behind };
}

/** Rows that were seen shut on the eve of one of these, or later, belong to the same closing. */
function withForerunners(speaking: readonly Closure[], rows: readonly Closure[]): Closure[] {
  const chain = [...speaking];
  for (let at = 0; at < chain.length; at += 1) {
    const closure = chain[at];
    if (closure === undefined) break;
    const eve = closureInterval(closure).softFrom - 1;
    chain.push(...rows.filter((row) => !chain.includes(row) && row.endState !== 'reopened' && isAround(row, eve)));
  }
  return chain;
}

/** Whether a closure may have covered the day or was seen on it. */
function isAround(closure: Closure, at: number): boolean {
  const { softFrom, softTo } = closureInterval(closure);
  return softFrom <= at && at < Math.max(softTo, lastKnownEpochDay(closure) + 1);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
