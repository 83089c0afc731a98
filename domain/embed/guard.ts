// A guarded frame follows the newest release until one corrects its chart; it then stays on the release before.

import { isCorrection, type RowChange } from './row-change';

/** Releases that may hold a correction to a chart, oldest first: those that corrected or withdrew one of its rows. */
export function suspects(rows: readonly RowChange[]): readonly number[] {
  return [...new Set(rows.filter(isCorrection).map(({ publishedIn }) => publishedIn))].sort((a, b) => a - b);
}

/** The release a guarded frame shows, and the correction that stopped it. `corrections` are the releases since the guard that corrected the chart. */
export function guardedRelease(current: number, corrections: readonly number[]): { readonly release: number; readonly stoppedBy: number | null } {
  const first = corrections.length === 0 ? null : Math.min(...corrections);
  return first === null ? { release: current, stoppedBy: null } : { release: first - 1, stoppedBy: first };
}
