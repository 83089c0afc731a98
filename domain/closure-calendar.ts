// A calendar shows a closure on the days on which it was certainly or possibly shut, and says in words what its edges hide.

import type { Citation } from './citation';
import { citationLine } from './citation';
import type { Closure, Crossing, Lane } from './closure';
import { closureInterval, closureLabel } from './closure-interval';
import { fromEpochDay, labelDay } from './day';
import type { Day } from './day';

export interface ClosureEvent {
  readonly id: string;
  readonly revision: number;
  /** Whole days, half-open: from `start` until, and without, `end`. At least one day. */
  readonly start: Day;
  readonly end: Day;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  /** Null where the crossing's place is not known. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  readonly isWithdrawn: boolean;
}

const SHUT_TO: Record<Lane, string> = { all: 'all movement', trade: 'trade', pedestrian: 'travellers', returnees: 'returnees' };

/** A closure without a known end stands in the calendar until the last day on which it was seen shut, never until today. */
export function closureEvent(closure: Closure, crossing: Crossing, asOf: Day | null): ClosureEvent {
  const { softFrom, softTo } = closureInterval(closure);
  const edges = [startNote(closure), endNote(closure)].filter((note) => note !== null);
  const lines = [
    `Shut from ${closureLabel(closure)}.`,
    ...edges,
    closure.reason === '' ? null : `Why: ${closure.reason}.`,
    closure.closedBy === '' ? null : `Shut by: ${closure.closedBy}.`,
    closure.partialNote === null ? null : `What still passed: ${closure.partialNote}`,
    ...rivalLines(closure),
    closure.status === 'withdrawn' ? `Withdrawn${closure.changeNote === null ? '' : `: ${closure.changeNote}`}` : null,
    asOf === null ? null : `As known on ${labelDay(asOf)}.`,
    ...sourceLines(closure.citations),
  ];
  return {
    id: closure.id,
    revision: closure.revision,
    start: fromEpochDay(softFrom),
    end: fromEpochDay(Math.max(softTo, softFrom + 1)),
    title: `${crossing.name} shut to ${SHUT_TO[closure.lane]}${titleEnd(closure)}`,
    description: lines.filter((line) => line !== null).join('\n'),
    place: [crossing.name, crossing.district, crossing.provincePakistan].filter((part) => part !== '').join(', '),
    position: crossing.latitude === null || crossing.longitude === null ? null : { latitude: crossing.latitude, longitude: crossing.longitude },
    isWithdrawn: closure.status === 'withdrawn',
  };
}

function titleEnd({ endState, knownOn }: Closure): string {
  if (endState === 'unknown') return ' (end unknown)';
  return endState === 'ongoing' ? ` (still shut on ${labelDay(knownOn)})` : '';
}

function startNote({ startLow, startHigh }: Closure): string | null {
  return startLow === startHigh ? null : `It began between ${labelDay(startLow)} and ${labelDay(startHigh)}; the calendar shows it from the earlier day.`;
}

function endNote({ endState, end, endLow, endHigh, knownOn }: Closure): string | null {
  const seen = labelDay(knownOn);
  if (endState === 'unknown') return `When it reopened is not known: it was last known shut on ${seen}, where the calendar stops.`;
  if (endState === 'ongoing') return `Still shut on ${seen}, where the calendar stops; nothing is known since.`;
  const [low, high] = [endLow ?? end, endHigh ?? end];
  if (low !== null && high !== null && low !== high) return `It reopened between ${labelDay(low)} and ${labelDay(high)}; the calendar shows it until the later day.`;
  return high === null ? `It reopened on a day that is not known; the calendar stops on ${seen}.` : null;
}

function rivalLines({ rivals, citations }: Closure): string[] {
  return rivals.map(({ edge, day, sourceId }) => {
    const publisher = citations.find(({ source }) => source.id === sourceId)?.source.publisher ?? 'another source';
    return `Another date: ${edge === 'start' ? 'shut' : 'reopened'} on ${labelDay(day)}, according to ${publisher}.`;
  });
}

function sourceLines(citations: readonly Citation[]): string[] {
  return citations.map((citation) => `Source: ${citationLine(citation)}${citation.source.url === null ? '' : ` ${citation.source.url}`}`);
}
