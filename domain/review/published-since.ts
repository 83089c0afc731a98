// What was published in a draft's place while the draft lay open is named, for its editor could not have seen it.

import { labelDay } from '../day';
import { labelPeriod } from '../period';
import { EMPTY_LABELS, printValue, type Reading } from '../reading';

/** A row published after the draft `id` was last written: the same cell, crossing or incident. */
export interface PublishedSince {
  readonly kind: 'reading' | 'closure' | 'claim';
  readonly id: string;
  readonly byId: string;
  readonly release: number;
}

/** One sentence on it for the reviewer; `readings` are those that stand. */
export function sayPublishedSince({ kind, byId, release }: PublishedSince, readings: readonly Reading[]): string {
  const after = 'Look whether the draft is still meant as it is.';
  if (kind === 'closure') return `Published since you drafted this: another closure of the same crossing (release ${release}). ${after}`;
  if (kind === 'claim') return `Published since you drafted this: another claim about the same incident (release ${release}). ${after}`;
  const reading = readings.find(({ id }) => id === byId);
  if (reading === undefined) return `Published since you drafted this: another reading of the same period (release ${release}). ${after}`;
  const { value, qualifier, empty, period, knownFrom } = reading;
  const shown = value !== null ? printValue(value, qualifier) : empty === null ? 'none' : EMPTY_LABELS[empty].label;
  return `Published since you drafted this: ${shown} for ${labelPeriod(period)}, known since ${labelDay(knownFrom)} (release ${release}). ${after}`;
}
