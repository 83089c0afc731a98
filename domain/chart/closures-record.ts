// The page of closures draws the whole record with charts of its own, so that no crossing or closure waits for an editor to name it.

import type { Closure, Crossing } from '../closure';
import { addDays, labelDay, type Day } from '../period';
import { lastKnownDay } from './closures-as-of';
import type { ClosedDaysDefinition, ClosuresDefinition } from './definition';
import { compareText, latestDay } from './model-base';

/** Years before that of the last known day with which the drawing begins where nobody asks for another range. */
const YEARS_BACK = 3;
/** A drawing of fewer days would be nothing but edges. */
const FEWEST_DAYS = 60;

export interface RecordReach {
  readonly crossings: readonly Crossing[];
  /** Those with a closure on record: a panel of days without any would look like an open crossing. */
  readonly closed: readonly Crossing[];
  /** First day on which anything on record may have been shut, and the last day of which anything is known. */
  readonly first: Day;
  readonly last: Day;
  /** Where the drawing begins by itself. */
  readonly opening: Day;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** How far a record reaches, crossings with most closures first; null where it holds no closure. */
export function reachOf(crossings: readonly Crossing[], closures: readonly Closure[]): RecordReach | null {
  const [first] = closures.map(({ startLow, start }) => (startLow < start ? startLow : start)).toSorted();
  const last = latestDay(closures.map(lastKnownDay));
  if (first === undefined || last === null) return null;
  const countOf = ({ id }: Crossing): number => closures.filter(({ crossingId }) => crossingId === id).length;
  const opening = `${String(Number(last.slice(0, 4)) - YEARS_BACK).padStart(4, '0')}-01-01`;
  const inOrder = crossings.filter(({ status }) => status === 'current').toSorted((a, b) => countOf(b) - countOf(a) || compareText(a.name, b.name));
  return {
    crossings: inOrder,
    closed: inOrder.filter((crossing) => countOf(crossing) > 0),
    first,
    last,
    opening: earlier(opening < first ? first : opening, addDays(last, -FEWEST_DAYS)),
  };
}

const RECORDED = { revision: 1, publishedIn: 1, change: 'add', changeNote: null, status: 'current', citations: [] } as const;

/** Subtitles name the days that are drawn, which a view may narrow. */
export function timelineSubtitle(first: Day, last: Day): string {
  return `Each kind of traffic apart, by day, ${labelDay(first)} to ${labelDay(last)}`;
}

export function daysSubtitle(first: Day, last: Day): string {
  return `At least and at most, ${labelDay(first)} to ${labelDay(last)}`;
}

/** Every closure of every crossing from `from` to the end of the record. */
export function timelineDefinition({ crossings, last }: RecordReach, from: Day): ClosuresDefinition {
  return {
    ...RECORDED,
    id: 'closures',
    slug: 'closures',
    kind: 'closures',
    title: 'Closures by crossing and by what was shut',
    subtitle: timelineSubtitle(from, last),
    description: 'Every closure on record, day by day, with what is certain about its edges and what is not.',
    countingRule: 'One bar a closure. Days are counted from the first day shut until the day of reopening, which does not count. A crossing shut to all movement has a row of its own.',
    altText: '',
    position: 0,
    options: { crossingIds: crossings.map(({ id }) => id), from, to: last, showAnnotations: true },
  };
}

export type CountedLane = ClosedDaysDefinition['options']['lane'];

const TITLES: Record<CountedLane, string> = {
  trade: 'Days closed to trade by quarter',
  pedestrian: 'Days closed to travellers by quarter',
  returnees: 'Days closed to returnees by quarter',
};

/** Days closed to one kind of traffic, by quarter, at each crossing. */
export function closedDaysDefinition({ closed, last }: RecordReach, lane: CountedLane, from: Day): ClosedDaysDefinition {
  return {
    ...RECORDED,
    id: `closed-days-${lane}`,
    slug: `closed-days-${lane}`,
    kind: 'closed-days',
    title: TITLES[lane],
    subtitle: daysSubtitle(from, last),
    description: 'Days of each quarter on which a crossing was certainly, and on which it was possibly, shut to this kind of traffic.',
    countingRule: 'A day counts once, however many closures cover it. A closure of all movement counts for every kind of traffic. Crossings without a closure on record are left out.',
    altText: '',
    position: 0,
    options: { crossingIds: closed.map(({ id }) => id), lane, periodKind: 'quarter', from, to: last },
  };
}
