// Values are compared like for like: unequal periods are refused, and the comparisons that would be fair are offered instead.

import { addDays } from './day';
import { accept, refuse } from './outcome';
import type { Outcome, Refusal } from './outcome';
import { daysIn, haveEqualCoverage, periodOf, periodsBetween, samePeriodYearBefore, wholeMonthsIn } from './period-arithmetic';
import type { Period } from './period-arithmetic';
import { labelPeriod } from './period-labels';

/** A value over a period, in the indicator's unit. */
export interface PeriodValue {
  readonly period: Period;
  readonly value: number;
}

/** `change` is now minus base, in the unit; `percent` the change in per cent of the base, unrounded, null where the base is zero. */
export interface Comparison {
  readonly change: number;
  readonly percent: number | null;
  readonly period: Period;
  readonly base: Period;
}

/** A comparison that would be fair. `now` and `base` are the periods whose values it needs, each side summed; `periods` is both. */
export interface Offer {
  readonly kind: 'same-period-year-before' | 'four-quarters-running' | 'annualised';
  readonly label: string;
  readonly now: readonly Period[];
  readonly base: readonly Period[];
  readonly periods: readonly Period[];
}

export interface CoverageRefusal extends Refusal {
  readonly code: 'unequal-coverage';
  readonly now: Period;
  readonly base: Period;
  readonly offers: readonly Offer[];
}

/** Compares `now` with `base` (the earlier one, as a rule). Refused where the periods are not of one length, with offers that are. */
export function compareCoverage(now: PeriodValue, base: PeriodValue): Outcome<Comparison, CoverageRefusal> {
  if (!haveEqualCoverage(now.period, base.period)) return refuse(refusalOf(now, base));
  const change = now.value - base.value;
  const percent = base.value === 0 ? null : (change / Math.abs(base.value)) * 100;
  return accept({ change, percent, period: now.period, base: base.period });
}

function refusalOf(now: PeriodValue, base: PeriodValue): CoverageRefusal {
  const offers = [yearBefore(now.period), fourQuarters(now.period, base.period), annualised(now, base)].filter((offer) => offer !== null);
  const [a, b] = [now.period, base.period];
  const said = `${labelPeriod(a)} (${lengthOf(a)}) is not compared with ${labelPeriod(b)} (${lengthOf(b)}): they are not equally long.`;
  return {
    code: 'unequal-coverage',
    message: `${said} Instead: ${offers.map((offer) => offer.label).join('; or ')}.`,
    now: now.period,
    base: base.period,
    offers,
  };
}

function yearBefore(now: Period): Offer | null {
  const base = orNull(() => samePeriodYearBefore(now));
  return base && offer('same-period-year-before', [now], [base], `${labelPeriod(now)} against ${labelPeriod(base)}`);
}

function fourQuarters(now: Period, base: Period): Offer | null {
  const running = lastFourQuarters(now.end);
  if (!running) return null;
  const ofBase = wholeMonthsIn(base) === 12 ? base : lastFourQuarters(base.end);
  // Two periods that end in one quarter would meet themselves; then the four quarters before are the base.
  const against = ofBase && ofBase.end !== running.end ? ofBase : orNull(() => samePeriodYearBefore(running));
  if (!against) return null;
  const label = `four quarters running, ${quarterSpan(running)} against ${quarterSpan(against)}`;
  return offer('four-quarters-running', quartersOf(running), against.kind === 'year' ? [against] : quartersOf(against), label);
}

function annualised(now: PeriodValue, base: PeriodValue): Offer {
  const sides = [now, base].map((side) => {
    if (wholeMonthsIn(side.period) === 12) return `${count(side.value)} in ${labelPeriod(side.period)}`;
    return `about ${count((side.value * 365) / daysIn(side.period))} from ${labelPeriod(side.period)}`;
  });
  const label = `annualised to 365 days, an estimate and not a count: ${sides.join(' against ')}`;
  return offer('annualised', [now.period], [base.period], label);
}

/** The twelve months that end with the last quarter complete on `end`; null where the calendar has none. */
function lastFourQuarters(end: Period['end']): Period | null {
  return orNull(() => {
    const current = periodsBetween('quarter', end, end)[0];
    if (!current) return null;
    const last = current.end === end ? end : addDays(current.start, -1);
    const quarter = periodsBetween('quarter', last, last)[0];
    if (!quarter) return null;
    const yearEarlier = samePeriodYearBefore(quarter);
    return periodOf(addDays(yearEarlier.end, 1), last);
  });
}

function quartersOf(period: Period): Period[] {
  return periodsBetween('quarter', period.start, period.end);
}

function quarterSpan(period: Period): string {
  if (period.kind === 'year') return labelPeriod(period);
  const quarters = quartersOf(period);
  const [first, last] = [quarters[0], quarters.at(-1)];
  return first && last ? `${labelPeriod(first)} to ${labelPeriod(last)}` : labelPeriod(period);
}

function offer(kind: Offer['kind'], now: readonly Period[], base: readonly Period[], label: string): Offer {
  return { kind, label, now, base, periods: [...now, ...base] };
}

function lengthOf(period: Period): string {
  const months = wholeMonthsIn(period);
  const days = daysIn(period);
  if (months !== null) return months === 1 ? 'one month' : `${months} months`;
  return days === 1 ? 'one day' : `${days} days`;
}

function count(value: number): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }).format(value);
}

/** The first year of the calendar has no year before it; an offer that would need one is left out. */
function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
