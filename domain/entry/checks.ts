// What is typed is held against what stands beside it; every doubt names its cells and what to do, and none of them stops anybody.

import type { Day, Period } from '../period';
import { containsPeriod, daysIn, labelPeriod, overlaps } from '../period';
import { addDays } from '../day';
import { printNumber, printValue } from '../quantity';
import type { EmptyKind, Qualifier } from '../reading';
import { reconcile } from '../reconciliation';
import { disjointParts, partCode } from '../series';

export interface CheckSeries {
  readonly id: string;
  readonly organisationId: string;
  readonly indicatorId: string;
  readonly geography: string;
  readonly breakdownDimension: string;
  readonly breakdown: string;
  readonly breakdownName: string;
  readonly isSummable: boolean;
}

/** The figure of a cell as it would be seen, with what is typed laid over it. */
export interface CheckCell {
  readonly key: string;
  readonly seriesId: string;
  readonly period: Period;
  readonly value: number | null;
  readonly qualifier: Qualifier;
  readonly empty: EmptyKind | null;
  /** Typed or drafted here: only these are asked about, with what they touch. */
  readonly isTouched: boolean;
  readonly isDerived: boolean;
  /** Since when it was public; null where nothing says so yet. */
  readonly knownFrom: Day | null;
}

export interface EntryCheck {
  readonly code: 'parts' | 'parts-exceed' | 'longer-period' | 'jump' | 'range' | 'not-over' | 'unusual-period' | 'overlap' | 'contradicts' | 'unreadable' | 'incomplete';
  /** The cells it is about, the one to look at first in front. */
  readonly cells: readonly string[];
  readonly message: string;
  readonly todo: string;
}

/** A jump: more than so many times a neighbour or less than that part of it, and so far apart. */
export const JUMP = { times: 3, apart: 20 } as const;
/** Out of range: further beyond the last readings than that part of their range. */
export const RANGE = { readings: 8, fewest: 5, beyond: 0.5 } as const;
/** A total given up to a week before its period ends is that period's report. */
const DAYS_AHEAD = 7;

type Valued = CheckCell & { readonly value: number };

/** Everything doubtful about the touched cells, by kind, then in the order of the cells. */
export function findChecks(series: readonly CheckSeries[], cells: readonly CheckCell[]): EntryCheck[] {
  const bySeries = new Map<string, CheckCell[]>();
  for (const cell of cells) {
    const list = bySeries.get(cell.seriesId);
    if (list) list.push(cell);
    else bySeries.set(cell.seriesId, [cell]);
  }
  const ofSeries = (id: string) => bySeries.get(id) ?? [];
  return [
    ...series.filter(({ isSummable }) => isSummable).flatMap((total) => partsChecks(total, series, ofSeries)),
    ...series.filter(({ isSummable }) => isSummable).flatMap(({ id }) => longerChecks(ofSeries(id))),
    ...series.filter(({ isSummable }) => isSummable).flatMap(({ id }) => jumpChecks(ofSeries(id))),
    ...series.flatMap(({ id }) => periodChecks(ofSeries(id))),
  ];
}

const hasValue = (cell: CheckCell | undefined): cell is Valued => cell !== undefined && cell.value !== null;

/** A total and the parts that a series of this very set counts: `all`, or the part that is itself made of two. */
function partsChecks(total: CheckSeries, series: readonly CheckSeries[], ofSeries: (id: string) => readonly CheckCell[]): EntryCheck[] {
  const isWhole = total.breakdown === 'all';
  const isPair = partCode(total.breakdown) === 'civilians-and-security';
  if (!isWhole && !isPair) return [];
  const kin = series.filter((one) => one.id !== total.id && one.organisationId === total.organisationId && one.indicatorId === total.indicatorId && one.breakdown !== 'all');
  return ofSeries(total.id).filter(hasValue).flatMap((cell) => {
    const dimensions = isPair ? ['victim-type'] : [...new Set(kin.map((one) => one.breakdownDimension))];
    return dimensions.flatMap((dimension) => {
      const parts = kin.filter((one) => one.breakdownDimension === dimension && (partCode(dimension) === 'province' || one.geography === total.geography));
      const sets = isPair ? [['civilians', 'security-personnel'], ['civilians', 'security-forces']] : disjointParts(dimension);
      const found = sets.map((set) => partsOf(set, parts, cell, ofSeries)).toSorted((a, b) => b.parts.length - a.parts.length)[0];
      return found === undefined || found.parts.length === 0 ? [] : checkParts(cell, found);
    });
  });
}

interface Parts {
  readonly parts: readonly { readonly label: string; readonly cell: Valued }[];
  readonly isComplete: boolean;
}

function partsOf(set: readonly string[], series: readonly CheckSeries[], total: CheckCell, ofSeries: (id: string) => readonly CheckCell[]): Parts {
  const parts = set.flatMap((code) => {
    const part = series.find(({ breakdown }) => partCode(breakdown) === code);
    const cell = part === undefined ? undefined : ofSeries(part.id).find(({ period }) => period.start === total.period.start && period.end === total.period.end);
    return part !== undefined && hasValue(cell) ? [{ label: part.breakdownName, cell }] : [];
  });
  return { parts, isComplete: parts.length === set.length };
}

function checkParts(total: Valued, { parts, isComplete }: Parts): EntryCheck[] {
  if (![total, ...parts.map(({ cell }) => cell)].some(({ isTouched }) => isTouched)) return [];
  if (total.isDerived || parts.some(({ cell }) => cell.isDerived)) return [];
  const { agrees, difference, sentence } = reconcile(parts.map(({ label, cell: { value, qualifier } }) => ({ label, value, qualifier })), total);
  if (agrees !== 'no' || (!isComplete && difference >= 0)) return [];
  const cells = [total.key, ...parts.map(({ cell }) => cell.key)];
  const when = `${labelPeriod(total.period)}: `;
  return isComplete
    ? [{ code: 'parts', cells, message: `${when}${sentence}`, todo: 'Look at the figures again. If the source prints them so, leave them: the difference is shown to readers.' }]
    : [{ code: 'parts-exceed', cells, message: `${when}${sentence}`, todo: 'Some parts alone are more than the total: look at the figures again.' }];
}

/** A longer period against the shorter ones that fill it, the longest of these that do. */
function longerChecks(cells: readonly CheckCell[]): EntryCheck[] {
  const valued = cells.filter(hasValue);
  return valued.flatMap((total): EntryCheck[] => {
    if (daysIn(total.period) < 80 || total.isDerived) return [];
    const inside = valued.filter(({ key, period }) => key !== total.key && containsPeriod(total.period, period));
    const kinds = (['half', 'quarter', 'month'] as const).filter((kind) => kind !== total.period.kind);
    const made = kinds.map((kind) => inside.filter(({ period }) => period.kind === kind)).find((parts) => parts.length > 1 && daysOf(parts) === daysIn(total.period));
    if (made === undefined || made.some(({ isDerived }) => isDerived) || ![total, ...made].some(({ isTouched }) => isTouched)) return [];
    const { agrees, sentence } = reconcile(made.map(({ period, value, qualifier }) => ({ label: labelPeriod(period), value, qualifier })), total);
    if (agrees !== 'no') return [];
    return [{
      code: 'longer-period', cells: [total.key, ...made.map(({ key }) => key)], message: `${labelPeriod(total.period)}: ${sentence}`,
      todo: 'Often the source revised a shorter period later: enter its newer figure, or leave both as the source prints them.',
    }];
  });
}

const daysOf = (cells: readonly CheckCell[]): number => cells.reduce((sum, { period }) => sum + daysIn(period), 0);

function jumpChecks(cells: readonly CheckCell[]): EntryCheck[] {
  const valued = cells.filter(hasValue);
  const kinds = new Set(valued.filter(({ isTouched }) => isTouched).map(({ period }) => period.kind));
  return [...kinds].filter((kind) => kind !== 'custom').flatMap((kind) => {
    const line = valued.filter(({ period }) => period.kind === kind).toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1));
    return line.flatMap((cell, at) => (cell.isTouched ? jumpOf(cell, line, at) ?? rangeOf(cell, line.slice(Math.max(0, at - RANGE.readings), at)) ?? [] : []));
  });
}

function jumpOf(cell: Valued, line: readonly Valued[], at: number): EntryCheck | null {
  const neighbour = [line[at - 1], line[at + 1]].find((other) => other !== undefined && isNext(cell, other) && isJump(cell, other));
  if (neighbour === undefined) return null;
  const [low, high] = [Math.min(cell.value, neighbour.value), Math.max(cell.value, neighbour.value)];
  const isMore = cell.value > neighbour.value;
  const how = low > 0 ? `${printNumber(high / low, 1)} times ${isMore ? 'as many as' : 'fewer than'}` : isMore ? 'far more than' : 'far fewer than';
  return {
    code: 'jump', cells: [cell.key, neighbour.key],
    message: `${labelPeriod(cell.period)}: ${printValue(cell.value, cell.qualifier)} is ${how} ${labelPeriod(neighbour.period)} (${printValue(neighbour.value, neighbour.qualifier)}).`,
    todo: `Check the digits, the period and the series. Asked about from ${JUMP.times} times a neighbour on, and ${JUMP.apart} apart.`,
  };
}

/** Only periods that follow each other are compared: over a gap anything may have happened. */
function isNext(a: CheckCell, b: CheckCell): boolean {
  const [first, then] = a.period.start < b.period.start ? [a, b] : [b, a];
  return addDays(first.period.end, 1) === then.period.start;
}

function isJump(cell: Valued, other: Valued): boolean {
  // A quantity that bounds one side only is compared by its number: good enough to ask about.
  const [low, high] = [Math.min(cell.value, other.value), Math.max(cell.value, other.value)];
  return high - low >= JUMP.apart && high > low * JUMP.times;
}

function rangeOf(cell: Valued, before: readonly Valued[]): EntryCheck | null {
  if (before.length < RANGE.fewest) return null;
  const values = before.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const slack = (high - low) * RANGE.beyond;
  if (cell.value <= high + slack && cell.value >= low - slack) return null;
  return {
    code: 'range', cells: [cell.key],
    message: `${labelPeriod(cell.period)}: ${printValue(cell.value, cell.qualifier)} lies far outside the last ${before.length} (${printNumber(low)} to ${printNumber(high)}).`,
    todo: 'Check the digits and the series; if the source says so, leave it.',
  };
}

function periodChecks(cells: readonly CheckCell[]): EntryCheck[] {
  return cells.filter(({ isTouched, value }) => isTouched && value !== null).flatMap((cell) => {
    const others = cells.filter(({ key, value }) => key !== cell.key && value !== null);
    return [notOver(cell), unusual(cell, others), oddOverlap(cell, others)].flatMap((check) => check ?? []);
  });
}

function notOver({ key, period, knownFrom }: CheckCell): EntryCheck | null {
  if (knownFrom === null || addDays(knownFrom, DAYS_AHEAD) >= period.end) return null;
  return {
    code: 'not-over', cells: [key], message: `${labelPeriod(period)} was not over on ${knownFrom}, when this was reported.`,
    todo: 'Check the column and the source. A figure for part of a period belongs into a period of its own days.',
  };
}

function unusual({ key, period, isTouched }: CheckCell, others: readonly CheckCell[]): EntryCheck | null {
  const settled = others.filter((other) => !other.isTouched);
  if (!isTouched || settled.length < 3 || others.some((other) => other.period.kind === period.kind)) return null;
  const usual = settled[0]?.period.kind ?? '';
  return { code: 'unusual-period', cells: [key], message: `${labelPeriod(period)} is the first ${period.kind} of this series; it is counted by ${usual} so far.`, todo: 'Check that the source speaks of this period.' };
}

function oddOverlap({ key, period }: CheckCell, others: readonly CheckCell[]): EntryCheck | null {
  const odd = others.find((other) => overlaps(other.period, period) && !containsPeriod(other.period, period) && !containsPeriod(period, other.period));
  if (odd === undefined) return null;
  return { code: 'overlap', cells: [key, odd.key], message: `${labelPeriod(period)} and ${labelPeriod(odd.period)} share some days and neither holds the other.`, todo: 'Check the days of both: their figures can never be added or compared.' };
}
