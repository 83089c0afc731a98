// A reading is what a source said about one cell; a cell's value on a day is what had been reported by that day.

import type { DatePrecision, Recorded } from './citation';
import type { Day, Period } from './period';

// One address for the subject: readings, the quantities they hold, and their sums.
export { addQualifiers, addQuantities, boundsOf, printNumber, printValue, sayValue } from './quantity';
export type { Bounds, Quantity } from './quantity';
export { reconcile } from './reconciliation';
export type { Part, Reconciliation } from './reconciliation';
export { sumReadings } from './sum';

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

/** What a cell shows: the reading in force, others of the same day that differ, and earlier ones that differ, oldest first. */
export interface Cell {
  readonly reading: Reading;
  readonly rivals: readonly Reading[];
  readonly vintages: readonly Reading[];
}

/** The four empties, each with its own mark, name and spoken sentence. */
export const EMPTY_LABELS: Record<EmptyKind, { readonly symbol: string; readonly label: string; readonly spoken: string }> = {
  'not-yet-reported': { symbol: '…', label: 'not yet reported', spoken: 'No figure has been reported for this period yet.' },
  'not-collected': { symbol: '–', label: 'not collected', spoken: 'Nobody collects this figure for this period.' },
  withheld: { symbol: '×', label: 'withheld', spoken: 'The figure exists but is withheld.' },
  unknown: { symbol: '?', label: 'unknown', spoken: 'Whether a figure exists is not known.' },
};

const CONFIDENCE = { low: 0, medium: 1, high: 2 } as const;

/**
 * The cell as known on `asOf` (null: by now), from the readings of one cell; null where nothing was known. Withdrawn readings do not count.
 * Reported beats derived, but a derived number beats a reported empty; among equals the latest known, reported, most certain, last id.
 * Throws RangeError when handed readings of different cells.
 */
export function valueAsOf(readings: readonly Reading[], asOf: Day | null): Cell | null {
  requireOneCell(readings);
  const known = readings.filter((reading) => reading.status === 'current' && (asOf === null || reading.knownFrom <= asOf)).sort(byAge);
  const reported = known.findLast((reading) => reading.kind === 'reported');
  const derived = known.findLast((reading) => reading.kind === 'derived');
  const reading = derived && (!reported || (reported.value === null && derived.value !== null)) ? derived : reported;
  if (!reading) return null;
  const rivals = known.filter((other) => other.kind === reading.kind && differs(other, reading) && isSameAge(other, reading));
  const earlier = known.filter((other) => other.value !== null && differs(other, reading) && isEarlier(other, reading));
  // A value that several pages repeat is one vintage, not several.
  const vintages = earlier.filter((vintage, at) => {
    const previous = earlier[at - 1];
    return previous === undefined || differs(previous, vintage);
  });
  return { reading, rivals, vintages };
}

/** All readings of a cell, withdrawn ones too, oldest first. Throws RangeError when handed readings of different cells. */
export function cellHistory(readings: readonly Reading[]): Reading[] {
  requireOneCell(readings);
  return [...readings].sort(byAge);
}

function byAge(a: Reading, b: Reading): number {
  return compareText(a.knownFrom, b.knownFrom)
    || compareText(a.reportedOn ?? '', b.reportedOn ?? '')
    || CONFIDENCE[a.confidence] - CONFIDENCE[b.confidence]
    || compareText(a.id, b.id);
}

/** Where one of two readings of the same day carries no date of its own, nobody can say which came first. */
function isSameAge(a: Reading, b: Reading): boolean {
  return a.knownFrom === b.knownFrom && (a.reportedOn === b.reportedOn || a.reportedOn === null || b.reportedOn === null);
}

function isEarlier(a: Reading, b: Reading): boolean {
  return byAge(a, b) < 0 && !isSameAge(a, b);
}

function differs(a: Reading, b: Reading): boolean {
  return a.value !== b.value || a.empty !== b.empty || (a.value !== null && a.qualifier !== b.qualifier);
}

function requireOneCell(readings: readonly Reading[]): void {
  const first = readings[0];
  if (!first) return;
  const isOne = readings.every((reading) =>
    reading.seriesId === first.seriesId && reading.period.start === first.period.start && reading.period.end === first.period.end);
  if (!isOne) throw new RangeError('the readings are of more than one cell');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
