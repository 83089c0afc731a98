// A reading is what a source said about one cell; a cell's value on a day is what had been reported by that day.

import type { DatePrecision, Recorded } from './citation';
import type { Day, Period } from './period';

export type Qualifier = 'exact' | 'at-least' | 'more-than' | 'about' | 'nearly';

/** Why a cell has no value. Zero is a value, not an empty. */
export type EmptyKind = 'not-yet-reported' | 'not-collected' | 'withheld' | 'unknown';

export interface Reading extends Recorded {
  readonly seriesId: string;
  readonly period: Period;
  /** In the indicator's unit; null exactly when `empty` is set. */
  readonly value: number | null;
  readonly empty: EmptyKind | null;
  readonly qualifier: Qualifier;
  /** The day the source reported it as far as the page shows (first day of the month or year for coarser precision), or null. */
  readonly reportedOn: Day | null;
  readonly reportedPrecision: DatePrecision;
  /** The first day on which this reading certainly was public: never later numbers under an earlier vintage. */
  readonly knownFrom: Day;
  readonly kind: 'reported' | 'derived';
  /** How a derived value was computed, e.g. `3417 (year) - 2414 (Q1-Q3)`; null for reported ones. */
  readonly formula: string | null;
  readonly confidence: 'high' | 'medium' | 'low';
  /** True where nobody found the original statement (the ACLED figure of the editorial). */
  readonly isUnconfirmed: boolean;
  readonly note: string | null;
}
