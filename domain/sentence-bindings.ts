// A binding stands for a number only while its rows carry it: known by that day, equally long, and of one measure.

import type { Citation } from './citation';
import { quantityOfClaim, sayClaim } from './claim-figure';
import type { Claim } from './claim';
import { daysOfClosure } from './closure-interval';
import type { Closure } from './closure';
import { labelDay } from './day';
import type { Day } from './day';
import { compareCoverage, containsPeriod, haveEqualCoverage, labelPeriod, parsePeriod, periodOf } from './period';
import type { Period } from './period';
import { daysIn } from './period-arithmetic';
import { printNumber, sayValue } from './quantity';
import type { Quantity } from './quantity';
import { EMPTY_LABELS, valueAsOf } from './reading';
import type { Qualifier, Reading } from './reading';
import type { Binding, Resolution, ResolvedBinding, Sentence, Unresolved } from './sentence';
import type { Indicator, Series } from './series';
import { sumReadings } from './sum';

/** The rows that a sentence's bindings name. Series and indicators are needed only for sums over several series. */
export interface BindingContext {
  readonly readings: readonly Reading[];
  readonly closures: readonly Closure[];
  readonly claims: readonly Claim[];
  readonly series?: readonly Series[];
  readonly indicators?: readonly Indicator[];
}

/** A resolved binding with the cells it was made from; `period` is null where they leave gaps. */
interface Measured extends ResolvedBinding {
  readonly readings: readonly Reading[];
  readonly period: Period | null;
}

type Result = Measured | ResolvedBinding | Unresolved;

/**
 * The numbers of a sentence's bindings as known on `asOf` (null: by now), for `evaluateSentence`. A binding without one says why:
 * nothing reported by then, an empty cell, periods of unequal length, a binding that leads back to itself.
 */
export function resolveBindings(sentence: Sentence, context: BindingContext, asOf: Day | null): (binding: Binding) => Resolution {
  const byName = new Map(sentence.bindings.map((binding) => [binding.name, binding]));
  const results = new Map<Binding, Result>();
  const begun = new Set<Binding>();
  return resolve;

  function resolve(binding: Binding): Result {
    const known = results.get(binding);
    if (known) return known;
    if (begun.has(binding)) return because(`${binding.name} is defined by itself.`);
    begun.add(binding);
    const result = compute(binding);
    results.set(binding, result);
    return result;
  }

  function compute(binding: Binding): Result {
    switch (binding.kind) {
      case 'cell':
        return resolveCell(binding.seriesId, binding.period, context.readings, asOf);
      case 'sum':
        return sumOfNamed(binding.of);
      case 'change-percent':
        return withTwo(binding.from, binding.to, (base, now) => changeOf(now, base));
      case 'ratio':
        return withTwo(binding.of, binding.to, ratioOf);
      case 'claim':
        return resolveClaim(context.claims.find((claim) => claim.id === binding.claimId), asOf);
      case 'closure-days': {
        const isNamed = (closure: Closure) =>
          closure.id === binding.closureId && closure.crossingId === binding.crossingId && closure.lane === binding.lane;
        return resolveClosure(context.closures.find(isNamed), asOf);
      }
    }
  }

  function operand(name: string): Measured | Unresolved {
    const binding = byName.get(name);
    if (!binding) return because(`${name} is not bound.`);
    const result = resolve(binding);
    if ('reason' in result) return because(`${name} has none: ${result.reason}`);
    return 'readings' in result ? result : because(`${name} is not a reading: only readings and their sums are reckoned with.`);
  }

  function sumOfNamed(names: readonly string[]): Result {
    const parts: Measured[] = [];
    for (const part of names.map(operand)) {
      if ('reason' in part) return part;
      parts.push(part);
    }
    return sumOf(parts, context);
  }

  function withTwo(first: string, second: string, make: (a: Measured, b: Measured) => Result): Result {
    const a = operand(first);
    if ('reason' in a) return a;
    const b = operand(second);
    return 'reason' in b ? b : make(a, b);
  }
}

function resolveCell(seriesId: string, periodText: string, readings: readonly Reading[], asOf: Day | null): Result {
  const parsed = parsePeriod(periodText);
  if (!parsed.ok) return because(parsed.refusal.message);
  const period = parsed.value;
  const own = readings.filter((reading) =>
    reading.seriesId === seriesId && reading.period.start === period.start && reading.period.end === period.end);
  const cell = valueAsOf(own, asOf);
  const where = `${labelPeriod(period)} of ${seriesId}`;
  if (!cell) return because(`nothing had been reported for ${where}${asOf === null ? '' : ` by ${labelDay(asOf)}`}.`);
  const { value, empty, qualifier, citations } = cell.reading;
  if (value === null) return because(`${where} is ${EMPTY_LABELS[empty ?? 'unknown'].label}.`);
  return { value, qualifier, text: sayValue(value, qualifier), citations, readings: [cell.reading], period };
}

function sumOf(parts: readonly Measured[], { series, indicators }: BindingContext): Result {
  const readings = parts.flatMap((part) => part.readings);
  const sum = sumReadings(readings, series && indicators ? { series, indicators } : undefined);
  if (!sum.ok) return because(sum.refusal.message);
  const text = sayValue(sum.value.value, sum.value.qualifier);
  return { ...sum.value, text, citations: citationsOf(parts), readings, period: periodOfSum(readings) };
}

/** The period that a sum covers: every series must fill the same days without a gap. */
function periodOfSum(readings: readonly Reading[]): Period | null {
  const first = readings[0];
  if (!first) return null;
  const start = readings.reduce((so, { period }) => (period.start < so ? period.start : so), first.period.start);
  const end = readings.reduce((so, { period }) => (period.end > so ? period.end : so), first.period.end);
  const whole = periodOf(start, end);
  const seriesCount = new Set(readings.map((reading) => reading.seriesId)).size;
  // Periods of one series do not overlap (the sum refuses it), so as many days as the whole means no gap.
  const covered = readings.reduce((days, { period }) => days + daysIn(period), 0);
  return covered === daysIn(whole) * seriesCount ? whole : null;
}

function changeOf(now: Measured, base: Measured): Result {
  if (seriesIn(now) !== seriesIn(base)) return because('a change is between two periods of the same series.');
  if (!now.period || !base.period) return because('the periods have gaps, so their lengths cannot be compared.');
  const comparison = compareCoverage({ period: now.period, value: now.value }, { period: base.period, value: base.value });
  if (!comparison.ok) return because(comparison.refusal.message);
  const qualifier = quotientQualifier(now, base);
  const { percent } = comparison.value;
  if (percent === null || base.value < 0) return because('there is no percentage of a number that is not above zero.');
  if (qualifier === null) return because(unboundedQuotient(now, base));
  const text = `${sayRounded(percent, qualifier, Math.abs(percent) < 10 ? 1 : 0)}%`;
  return { value: percent, qualifier, text, citations: citationsOf([now, base]) };
}

function ratioOf(top: Measured, bottom: Measured): Result {
  if (!top.period || !bottom.period) return because('the periods have gaps, so their lengths cannot be compared.');
  // A part of a whole is a fair ratio too: one quarter of the year that holds it.
  const isShare = seriesIn(top) === seriesIn(bottom) && containsPeriod(bottom.period, top.period);
  if (!isShare && !haveEqualCoverage(top.period, bottom.period)) {
    return because(`${labelPeriod(top.period)} and ${labelPeriod(bottom.period)} are not equally long.`);
  }
  if (bottom.value <= 0) return because('there is no ratio to a number that is not above zero.');
  const qualifier = quotientQualifier(top, bottom);
  if (qualifier === null) return because(unboundedQuotient(top, bottom));
  const value = top.value / bottom.value;
  return { value, qualifier, text: sayRounded(value, qualifier, value < 1 ? 2 : 1), citations: citationsOf([top, bottom]) };
}

/** What is true of top / bottom: the top's own qualifier over an exact number, about over `about`; null where nothing bounds it. */
function quotientQualifier(top: Quantity, bottom: Quantity): Qualifier | null {
  if (bottom.qualifier === 'exact') return top.qualifier;
  const isBounded = top.qualifier === 'at-least' || top.qualifier === 'more-than';
  return bottom.qualifier === 'about' && !isBounded ? 'about' : null;
}

function unboundedQuotient(top: Quantity, bottom: Quantity): string {
  return `${sayValue(top.value, top.qualifier)} against ${sayValue(bottom.value, bottom.qualifier)} bounds nothing.`;
}

function resolveClaim(claim: Claim | undefined, asOf: Day | null): Result {
  if (!claim || claim.status === 'withdrawn') return because('the claim is not in this release.');
  const isSaidBy = asOf === null || (claim.saidOn !== null && claim.saidOn <= asOf);
  if (!isSaidBy) return because(`it is not known to have been said by ${labelDay(asOf)}.`);
  const quantity = quantityOfClaim(claim);
  const text = sayClaim(claim);
  if (!quantity || text === null) return because(`${claim.claimantAs} gave no figure.`);
  return { ...quantity, text, citations: claim.citations };
}

function resolveClosure(closure: Closure | undefined, asOf: Day | null): Result {
  if (!closure || closure.status === 'withdrawn') return because('the closure is not in this release.');
  // A closure row has no vintages of its own, so what it says is known only from its last day on.
  const dated = [closure.knownOn, closure.end, closure.endHigh];
  const lastDay = dated.reduce<Day>((so, day) => (day !== null && day > so ? day : so), closure.start);
  if (asOf !== null && lastDay > asOf) return because(`the record of it reaches to ${labelDay(lastDay)}, beyond ${labelDay(asOf)}.`);
  const { low, high } = daysOfClosure(closure);
  const qualifier = low === high ? 'exact' : 'at-least';
  const text = high === null || low === high ? sayValue(low, qualifier) : `${printNumber(low)}–${printNumber(high)}`;
  return { value: low, qualifier, text, citations: closure.citations };
}

function seriesIn(measured: Measured): string {
  return JSON.stringify([...new Set(measured.readings.map((reading) => reading.seriesId))].sort());
}

/** The citations of several operands, each once, in their order. */
function citationsOf(operands: readonly Measured[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const citation of operands.flatMap((operand) => operand.citations)) {
    const key = JSON.stringify([citation.source.id, citation.locator, citation.quote, citation.paraphrase]);
    if (!seen.has(key)) seen.set(key, citation);
  }
  return [...seen.values()];
}

function sayRounded(value: number, qualifier: Qualifier, decimals: number): string {
  return sayValue(Number(value.toFixed(decimals)), qualifier);
}

function because(reason: string): Unresolved {
  return { reason };
}
