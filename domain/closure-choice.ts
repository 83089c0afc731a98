// Closures are picked and ranked by what is certain about them; a possible length never makes one longer.

import type { Closure } from './closure';
import { closureInterval, daysOfClosure } from './closure-interval';
import { toEpochDay } from './day';
import type { Day } from './day';

/** The current closures that certainly lasted longest, longest first; ties by the possible length, then by start and id. */
export function longestClosures(closures: readonly Closure[], count: number): Closure[] {
  const measured = closures.filter(({ status }) => status === 'current').map((closure) => ({ closure, ...daysOfClosure(closure) }));
  return measured
    .filter(({ low }) => low > 0)
    .sort((a, b) => b.low - a.low || (b.high ?? Infinity) - (a.high ?? Infinity) || compareText(a.closure.start, b.closure.start) || compareText(a.closure.id, b.closure.id))
    .slice(0, count)
    .map(({ closure }) => closure);
}

/** The closures that may have touched the inclusive days `from..to`; null leaves a side open. An unknown end reaches as far as anybody may ask. */
export function closuresTouching<C extends Closure>(closures: readonly C[], from: Day | null, to: Day | null): C[] {
  return closures.filter((closure) => {
    const { softFrom, softTo, openEnded } = closureInterval(closure);
    const hasBegun = to === null || softFrom <= toEpochDay(to);
    // A closure of a few hours covers no whole day but belongs to its day.
    const isStillThere = from === null || Math.max(softTo, softFrom + 1) > toEpochDay(from) || (openEnded && closure.endState !== 'reopened' && closure.knownOn >= from);
    return hasBegun && isStillThere;
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
