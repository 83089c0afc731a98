// A closure is drawn solid only as far as it is certain; an end that nobody reported fades out and never runs to today.

import { closureInterval, closureLabel, daysOfClosure, type Closure, type Crossing, type Lane } from '../closure';
import { SINGLE_LANES, possibleEnd } from '../closure-days';
import { labelDay, toEpochDay } from '../period';
import { printNumber } from '../quantity';
import type { CitationRegister } from './citation-register';
import type { ClosureBar, DayAxis } from './closures-model';
import { asSentence, joinWords, publishersOf } from './wording';

/** How far an unknown end fades out at most. It is a drawing of not knowing, not an estimate. */
export const FADE_DAYS = 30;

export const LANE_LABELS: Record<Lane, string> = {
  all: 'All movement',
  trade: 'Trade',
  pedestrian: 'Travellers',
  returnees: 'Returnees',
};

export interface Extent {
  readonly solidFrom: number;
  readonly solidTo: number;
  readonly softFrom: number;
  readonly softTo: number;
}

/** The next closure of the same lane, after which this one cannot have lasted unbroken; null where none is known. */
function nextStart(closure: Closure, ofCrossing: readonly Closure[]): number | null {
  const lanes = closure.lane === 'all' ? SINGLE_LANES : [closure.lane];
  const ends = lanes.map((lane) => possibleEnd(closure, ofCrossing, lane)).filter((end) => end !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Epoch days, half-open, not yet clipped to an axis; at least one day wide, so that a closure of some hours can be seen. */
export function extentOf(closure: Closure, ofCrossing: readonly Closure[]): Extent {
  const { solidFrom, solidTo, softFrom, softTo, openEnded } = closureInterval(closure);
  const atLeast = Math.max(softTo, solidTo, softFrom + 1);
  if (!openEnded || closure.endState === 'reopened') return { solidFrom, solidTo, softFrom, softTo: atLeast };
  // Known shut on that day and nothing since: the bar stops there, and the words say so.
  if (closure.endState === 'ongoing') return { solidFrom, solidTo, softFrom, softTo: Math.max(solidTo, softFrom + 1) };
  const next = nextStart(closure, ofCrossing);
  return { solidFrom, solidTo, softFrom, softTo: Math.max(atLeast, Math.min(solidTo + FADE_DAYS, next ?? Number.POSITIVE_INFINITY)) };
}

export function isOnAxis({ softFrom, softTo }: Extent, axis: Pick<DayAxis, 'from' | 'to'>): boolean {
  return softTo > axis.from && softFrom < axis.to;
}

function clip({ solidFrom, solidTo, softFrom, softTo }: Extent, { from, to }: DayAxis): Extent {
  const inside = (at: number): number => Math.min(Math.max(at, from), to);
  return { solidFrom: inside(solidFrom), solidTo: inside(solidTo), softFrom: inside(softFrom), softTo: inside(softTo) };
}

/** How the end is known, in words that stand on their own; null for an end that is known. */
export function sayEnd(closure: Closure): string | null {
  const seen = labelDay(closure.knownOn);
  if (closure.endState === 'ongoing') return `still shut on ${seen}, nothing known since`;
  if (closure.endState === 'unknown') return `end unknown, last known shut on ${seen}`;
  return null;
}

function publisherOfRival(closure: Closure, sourceId: string): string {
  const citation = closure.citations.find(({ source }) => source.id === sourceId);
  return citation?.source.publisher ?? 'another source';
}

/** `shut on 11 Oct 2025 by Dawn`: rival dates in words, starts before ends. */
export function sayRivalDates(closure: Closure): readonly string[] {
  return closure.rivals
    .toSorted((a, b) => (a.edge === b.edge ? toEpochDay(a.day) - toEpochDay(b.day) : a.edge === 'start' ? -1 : 1))
    .map(({ edge, day, sourceId }) => `${edge === 'start' ? 'shut' : 'reopened'} on ${labelDay(day)} by ${publisherOfRival(closure, sourceId)}`);
}

/** Days in words: `20`, `19–21`, `at least 136`, `not known`. */
export function printDays(closure: Closure): string {
  const { low, high } = daysOfClosure(closure);
  if (high === null) return low === 0 ? 'not known' : `at least ${printNumber(low)}`;
  if (high === 0) return 'less than 1';
  return low === high ? printNumber(low) : `${printNumber(low)}–${printNumber(high)}`;
}

/** A sentence as a part of a longer one. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function sayClosure(closure: Closure, crossing: Crossing): string {
  const end = sayEnd(closure);
  const rivals = sayRivalDates(closure);
  const publishers = joinWords(publishersOf(closure.citations));
  const parts = [
    `${crossing.name}, ${LANE_LABELS[closure.lane].toLowerCase()}: shut from ${closureLabel(closure)}`,
    closure.endState === 'ongoing' ? 'nothing known since' : null,
    end === null || closure.endState === 'ongoing' ? null : 'the faded end says only that it is not known',
    closure.reason === '' ? null : closure.reason,
    closure.partialNote === null ? null : `but: ${withoutStop(closure.partialNote)}`,
    rivals.length === 0 ? null : `other sources: ${joinWords(rivals)}`,
    publishers === '' ? null : `according to ${publishers}`,
  ];
  return asSentence(parts.filter((part) => part !== null).join('; '));
}

export function barOf(
  closure: Closure,
  crossing: Crossing,
  row: number,
  ofCrossing: readonly Closure[],
  axis: DayAxis,
  register: CitationRegister,
): ClosureBar {
  const { low, high } = daysOfClosure(closure);
  const rivals = closure.rivals
    .map(({ edge, day, sourceId }) => ({ edge, at: toEpochDay(day), label: `${labelDay(day)}, ${publisherOfRival(closure, sourceId)}` }))
    .filter(({ at }) => axis.from <= at && at <= axis.to);
  return {
    id: closure.id,
    row,
    ...clip(extentOf(closure, ofCrossing), axis),
    endState: closure.endState,
    lane: closure.lane,
    label: closureLabel(closure),
    daysLow: low,
    daysHigh: high,
    rivals,
    status: closure.status,
    citations: register.cite(closure.citations),
    spoken: sayClosure(closure, crossing),
  };
}
