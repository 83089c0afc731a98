// A notice says in one line what changed in a chart since the release that a frame shows, corrections first.

import type { FigureChange } from './changes';

/** Changes told one by one; the rest are counted. */
const TOLD = 2;

/** `Q2 2025 615 → 616 (correction)`. */
export function printChange({ name, before, after, nature }: FigureChange): string {
  if (before === null) return `${name} ${after ?? ''}, new (${nature})`;
  return after === null ? `${name} ${before}, removed (${nature})` : `${name} ${before} → ${after} (${nature})`;
}

/** `Q2 2025 615 → 616 (correction); and 3 more`; empty for no changes. */
export function printChanges(changes: readonly FigureChange[]): string {
  const told = changes.slice(0, TOLD).map(printChange);
  const rest = changes.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
