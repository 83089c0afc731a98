// A lane is open only on days the record reaches and no closure may cover; beyond the last day known it is unknown, never open.

import type { Closure } from './closure';
import { SINGLE_LANES, onLane, possibleEnd, requireOneCrossing } from './closure-days';
import type { SingleLane } from './closure-days';
import { closureInterval } from './closure-interval';
import { toEpochDay } from './day';
import type { Day } from './day';

export interface LaneState {
  readonly lane: SingleLane;
  readonly state: 'open' | 'closed' | 'unknown';
}

/**
 * Each lane of one crossing on a day. Closed: certainly shut, or seen shut that day. Unknown: possibly shut, or before the crossing's first
 * known day or after its last. The day of reopening is open. Throws RangeError for several crossings or a malformed day.
 */
export function laneStates(closures: readonly Closure[], day: Day): LaneState[] {
  requireOneCrossing(closures);
  const at = toEpochDay(day);
  return SINGLE_LANES.map((lane) => ({ lane, state: stateOf(closures, lane, at) }));
}

function stateOf(closures: readonly Closure[], lane: SingleLane, at: number): LaneState['state'] {
  const rows = onLane(closures, lane);
  if (rows.some((closure) => isShut(closure, at))) return 'closed';
  const mayBeShut = rows.some((closure) =>
    closureInterval(closure).softFrom <= at && at < (possibleEnd(closure, closures, lane) ?? Infinity));
  return !mayBeShut && isWithinRecord(closures, at) ? 'open' : 'unknown';
}

function isShut(closure: Closure, at: number): boolean {
  const { solidFrom, solidTo, openEnded } = closureInterval(closure);
  const isSeenShut = openEnded && closure.endLow === null && at <= toEpochDay(closure.knownOn);
  return solidFrom <= at && (at < solidTo || isSeenShut);
}

function isWithinRecord(closures: readonly Closure[], at: number): boolean {
  const current = closures.filter((closure) => closure.status === 'current');
  return current.some((closure) => closureInterval(closure).softFrom <= at) && current.some((closure) => at <= lastKnownEpochDay(closure));
}

/** The last day of which a closure says anything, in epoch days: when it was seen shut, or by when it was open again. */
export function lastKnownEpochDay(closure: Closure): number {
  const { softTo, openEnded } = closureInterval(closure);
  const knownOn = toEpochDay(closure.knownOn);
  return openEnded ? knownOn : Math.max(knownOn, softTo);
}

const WORDS: Record<SingleLane, string> = { trade: 'trade', pedestrian: 'travellers', returnees: 'returnees' };

/** `open to returnees, closed to trade and travellers`; `closed to all`; `not known`. */
export function describeCrossing(closures: readonly Closure[], day: Day): string {
  const states = laneStates(closures, day);
  const named = (state: LaneState['state']) => states.filter((lane) => lane.state === state).map((lane) => WORDS[lane.lane]);
  const says = (verb: string, lanes: string[]) =>
    lanes.length === 0 ? [] : [`${verb} ${lanes.length === states.length ? 'all' : inWords(lanes)}`];
  const unknown = named('unknown');
  if (unknown.length === states.length) return 'not known';
  return [...says('open to', named('open')), ...says('closed to', named('closed')), ...says('not known for', unknown)].join(', ');
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
