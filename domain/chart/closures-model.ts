// Closures as spans of whole days, and days shut counted by period, each with what is not known of its ends.

import type { EndState, Lane } from '../closure';
import type { Band, LegendItem, ModelBase, Tick } from './model-parts';

/** A day axis in epoch days (days since 1970-01-01). A bar covers [from, to): whole days, half-open. */
export interface DayAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
}

export interface ClosureBar {
  readonly id: string;
  readonly row: number;
  /** Certainly shut over [solidFrom, solidTo). Soft edges reach out to `softFrom` and `softTo` (equal when sharp). */
  readonly solidFrom: number;
  readonly solidTo: number;
  readonly softFrom: number;
  readonly softTo: number;
  readonly endState: EndState;
  readonly lane: Lane;
  /** `12 Oct 2025 to 1 Nov 2025, 20 days`. */
  readonly label: string;
  readonly daysLow: number;
  /** Null where no upper bound is known. */
  readonly daysHigh: number | null;
  readonly rivals: readonly { readonly edge: 'start' | 'end'; readonly at: number; readonly label: string }[];
  readonly status: 'current' | 'withdrawn';
  readonly citations: readonly number[];
  readonly spoken: string;
}

export interface ClosuresModel extends ModelBase {
  readonly kind: 'closures';
  readonly axis: DayAxis;
  /** One row a crossing and lane that has bars in range; rows of one crossing are adjacent. */
  readonly rows: readonly { readonly id: string; readonly crossing: string; readonly lane: Lane; readonly laneLabel: string; readonly isFirstOfCrossing: boolean }[];
  readonly bars: readonly ClosureBar[];
  readonly legend: readonly LegendItem[];
}

export interface ClosedDaysMark {
  readonly id: string;
  readonly crossingId: string;
  readonly band: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly citations: readonly number[];
  readonly spoken: string;
}

export interface ClosedDaysModel extends ModelBase {
  readonly kind: 'closed-days';
  readonly bands: readonly Band[];
  readonly legend: readonly LegendItem[];
  readonly yMax: number;
  readonly yTicks: readonly Tick[];
  readonly panels: readonly { readonly id: string; readonly title: string; readonly marks: readonly ClosedDaysMark[] }[];
}
