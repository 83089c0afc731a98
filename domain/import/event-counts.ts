// Events are added up by place and period; an event that reaches over a boundary is counted as the stated rule says, and every one is accounted for.

import { periodsBetween } from '../period-arithmetic';
import type { Period } from '../period-arithmetic';
import type { Day } from '../day';
import type { EventRecord } from './event-rows';
import type { Estimate, EventLayout } from './event-layouts';
import { SeenNumbers, textNumber } from './seen-numbers';

export type EventSpan = 'month' | 'quarter' | 'year';

/**
 * What becomes of an event that begins in one period and ends in another. `apart`: it is counted in none, and the figures of the periods it
 * touches are given as "at least"; `begins`, `ends`: it is counted where it begins or ends.
 */
export type CrossingRule = 'apart' | 'begins' | 'ends';

export interface CountingRule {
  readonly every: EventSpan;
  readonly crossing: CrossingRule;
  /** What a country's events are divided by. */
  readonly split: 'none' | 'type' | 'area';
}

/** What is counted of one place and period. Deaths are sums; null for an estimate that the layout does not give. */
export interface PeriodCount {
  readonly period: Period;
  readonly events: number;
  readonly deaths: Readonly<Record<Estimate, number | null>>;
  /** Events counted here whose number of deaths the source does not know. */
  readonly unknownDeaths: number;
  /** Events that touch this period and are counted in none. */
  readonly apart: number;
}

export interface PlaceCounts {
  readonly country: string;
  /** The type or the area; null where the country is not divided. */
  readonly part: string | null;
  readonly periods: readonly PeriodCount[];
  readonly first: Day;
  readonly last: Day;
}

export interface EventTotals {
  /** Every event that was read: counted + apart. */
  readonly events: number;
  readonly counted: number;
  readonly apart: number;
  /** Events that cross a boundary, whatever the rule does with them. */
  readonly crossing: number;
  readonly crossingDeaths: number;
  /** Events whose low, best and high are not in this order; they are taken as given. */
  readonly disordered: number;
}

interface Sum {
  readonly period: Period;
  events: number;
  low: number;
  best: number;
  high: number;
  unknownDeaths: number;
  apart: number;
}

interface Place {
  readonly country: string;
  readonly part: string | null;
  readonly sums: Map<Day, Sum>;
  first: Day;
  last: Day;
}

/** Adds up events one by one and holds the sums only. */
export class EventCounter {
  private readonly places = new Map<string, Place>();
  private readonly periods = new Map<Day, Period>();
  private readonly seen = new SeenNumbers();
  private readonly totals = { events: 0, counted: 0, apart: 0, crossing: 0, crossingDeaths: 0, disordered: 0 };

  constructor(
    private readonly layout: EventLayout,
    private readonly rule: CountingRule,
  ) {}

  /** Counts an event. False, and nothing counted, where one of its id was counted before. */
  add(event: EventRecord): boolean {
    if (!this.seen.add(/^\d{1,15}$/.test(event.id) ? Number(event.id) + 1 : textNumber(event.id))) return false;
    const place = this.placeOf(event);
    if (event.start < place.first) place.first = event.start;
    if (event.end > place.last) place.last = event.end;
    const { low = null, best = null, high = null } = event.deaths;
    const known = best ?? low ?? high;
    if ((low !== null && best !== null && low > best) || (best !== null && high !== null && best > high)) this.totals.disordered += 1;

    this.totals.events += 1;
    const begins = this.periodAround(event.start);
    const isCrossing = event.end > begins.end;
    if (isCrossing) {
      this.totals.crossing += 1;
      this.totals.crossingDeaths += known ?? 0;
    }
    if (isCrossing && this.rule.crossing === 'apart') {
      this.totals.apart += 1;
      for (const period of periodsBetween(this.rule.every, event.start, event.end)) this.sumOf(place, period).apart += 1;
      return true;
    }
    const sum = this.sumOf(place, this.rule.crossing === 'ends' ? this.periodAround(event.end) : begins);
    this.totals.counted += 1;
    sum.events += 1;
    sum.low += low ?? 0;
    sum.best += best ?? 0;
    sum.high += high ?? 0;
    if (known === null) sum.unknownDeaths += 1;
    return true;
  }

  get placeCount(): number {
    return this.places.size;
  }

  /** Everything counted so far. */
  total(): EventTotals {
    return { ...this.totals };
  }

  /** Each place with every period that lies wholly in `from..to` (null: as far as its own events reach), those without events too, in the order of time. */
  counts(from: Day | null, to: Day | null): PlaceCounts[] {
    const days = [...this.places.values()].map(({ first, last }) => [first, last] as const);
    const first = days.map(([day]) => day).sort()[0];
    const last = days.map(([, day]) => day).sort().at(-1);
    if (first === undefined || last === undefined) return [];
    const covered = coverage(this.layout, first, last);
    const [start, end] = [from ?? covered.from, to ?? covered.to];
    const periods = start > end ? [] : periodsBetween(this.rule.every, start, end).filter((period) => period.start >= start && period.end <= end);
    return [...this.places.values()]
      .sort((a, b) => compareText(a.country, b.country) || compareText(a.part ?? '', b.part ?? ''))
      .map((place) => ({
        country: place.country, part: place.part, first: place.first, last: place.last,
        periods: periods.map((period) => this.countOf(place.sums.get(period.start), period)),
      }));
  }

  private countOf(sum: Sum | undefined, period: Period): PeriodCount {
    const given = (estimate: Estimate) => (this.layout.deaths[estimate] === undefined ? null : round(sum?.[estimate] ?? 0));
    return {
      period, events: sum?.events ?? 0, unknownDeaths: sum?.unknownDeaths ?? 0, apart: sum?.apart ?? 0,
      deaths: { low: given('low'), best: given('best'), high: given('high') },
    };
  }

  private placeOf(event: EventRecord): Place {
    const part = this.rule.split === 'none' ? null : this.rule.split === 'type' ? event.type : event.area;
    const key = JSON.stringify([event.country, part]);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place: Place = { country: event.country, part, sums: new Map(), first: event.start, last: event.end };
    this.places.set(key, place);
    return place;
  }

  private sumOf(place: Place, period: Period): Sum {
    const known = place.sums.get(period.start);
    if (known !== undefined) return known;
    const sum: Sum = { period, events: 0, low: 0, best: 0, high: 0, unknownDeaths: 0, apart: 0 };
    place.sums.set(period.start, sum);
    return sum;
  }

  /** Millions of events lie in some hundred months: each month's period is made once. */
  private periodAround(day: Day): Period {
    const month = day.slice(0, 7);
    const known = this.periods.get(month);
    if (known !== undefined) return known;
    const [period] = periodsBetween(this.rule.every, day, day);
    if (period === undefined) throw new RangeError(`no period around ${day}`);
    this.periods.set(month, period);
    return period;
  }
}

/** The days that a file speaks of, from its first and last event. */
export function coverage(layout: Pick<EventLayout, 'coversWholeYears'>, first: Day, last: Day): { readonly from: Day; readonly to: Day } {
  return layout.coversWholeYears ? { from: `${first.slice(0, 4)}-01-01`, to: `${last.slice(0, 4)}-12-31` } : { from: first, to: last };
}

/** Sums of fractions (GTD divides the dead of linked attacks) carry no noise of the machine's arithmetic. */
function round(sum: number): number {
  return Math.round(sum * 100) / 100;
}

/** The rule in words, for the page and for the method note of the series. */
export function ruleInWords({ every: span, crossing }: CountingRule, layout: Pick<EventLayout, 'name' | 'deaths'>): string {
  const crossed = {
    apart: `An event that begins in one ${span} and ends in another is counted in none; the figures of each ${span} it touches are then given as at least.`,
    begins: `An event that begins in one ${span} and ends in another is counted in the ${span} in which it begins.`,
    ends: `An event that begins in one ${span} and ends in another is counted in the ${span} in which it ends.`,
  }[crossing];
  const estimates = layout.deaths.low === undefined
    ? 'The file gives one figure of deaths for an event, without a range.'
    : 'The low, the best and the high estimate are added up each for itself; the sum of the lows is not the lowest the whole can be.';
  return `Added up from the single events of ${layout.name}. An event counts in the ${span} that holds all its days. ${crossed} ${estimates} A ${span} that the file covers and in which it has no event is zero.`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
