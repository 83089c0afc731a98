// On an earlier day nobody knew how a closure would end: ends reported later are taken away, not anticipated.

import type { Closure } from '../closure';
import type { Day } from '../period';
import { compareText } from './model-base';

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

function asKnownOn(closure: Closure, asOf: Day): Closure {
  const ended = closure.end ?? closure.endHigh ?? closure.knownOn;
  if (closure.endState === 'reopened' && ended <= asOf) return closure;
  if (closure.endState !== 'reopened' && closure.knownOn <= asOf) return closure;
  return {
    ...closure,
    end: null,
    endState: 'ongoing',
    endPrecision: null,
    endLow: null,
    endHigh: null,
    knownOn: earlier(asOf, closure.knownOn < closure.start ? closure.start : earlier(closure.knownOn, ended)),
    rivals: closure.rivals.filter(({ day, edge }) => edge === 'start' && day <= asOf),
    // What these say carries no date, and may have come later.
    partialNote: null,
    note: null,
  };
}

/** The closures that had begun by `asOf`, with what was known of their ends (all of them, unchanged, for null), by start and id. */
export function closuresAsOf(closures: readonly Closure[], asOf: Day | null): readonly Closure[] {
  const inOrder = closures.toSorted((a, b) => compareText(a.start, b.start) || compareText(a.id, b.id));
  if (asOf === null) return inOrder;
  return inOrder.filter(({ start }) => start <= asOf).map((closure) => asKnownOn(closure, asOf));
}

/** The last day on which a closure tells anything: its reopening, or the last day it was known shut. */
export function lastKnownDay({ end, endHigh, knownOn }: Closure): Day {
  const ended = end ?? endHigh;
  return ended !== null && ended > knownOn ? ended : knownOn;
}
