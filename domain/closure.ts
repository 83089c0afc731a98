// A closure shuts one lane of a crossing for a time whose edges may be unknown or disputed; days closed are at-least and at-most.

import type { Recorded } from './citation';
import type { Day } from './day';

// One address for the subject: closures, the days they take and what stands open.
export { daysClosed } from './closure-days';
export type { DaysClosed, SingleLane } from './closure-days';
export { closureInterval, closureLabel, daysOfClosure } from './closure-interval';
export type { ClosureInterval } from './closure-interval';
export { laneReports } from './lane-reports';
export type { LaneReport } from './lane-reports';
export { describeCrossing, laneStates } from './lane-states';
export type { LaneState } from './lane-states';

export type Lane = 'trade' | 'pedestrian' | 'returnees' | 'all';
export type EndState = 'reopened' | 'ongoing' | 'unknown';

export interface Crossing extends Recorded {
  readonly name: string;
  readonly afghanSide: string | null;
  readonly district: string;
  readonly provincePakistan: string;
  readonly provinceAfghanistan: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly coordinateNote: string;
  readonly usedFor: string;
}

export interface RivalDate {
  readonly edge: 'start' | 'end';
  readonly day: Day;
  readonly sourceId: string;
}

/**
 * Half-open: shut from `start` until the day of reopening `end`, as the sources count
 * (12 October to 1 November is 20 days). `low`/`high` bound each edge over precision and rival dates.
 */
export interface Closure extends Recorded {
  readonly crossingId: string;
  readonly lane: Lane;
  readonly start: Day;
  readonly startPrecision: 'day' | 'month';
  readonly startLow: Day;
  readonly startHigh: Day;
  readonly end: Day | null;
  readonly endState: EndState;
  readonly endPrecision: 'day' | 'month' | null;
  readonly endLow: Day | null;
  readonly endHigh: Day | null;
  /** The last day on which a source says it was (still) shut; for `ongoing` the day the knowledge stops. */
  readonly knownOn: Day;
  readonly closedBy: string;
  readonly reason: string;
  readonly partialNote: string | null;
  readonly rivals: readonly RivalDate[];
  readonly confidence: 'high' | 'medium' | 'low';
  readonly note: string | null;
}
