// A comparison of unequal periods is answered with the fair ones, ready to be taken: each is bound to cells that have a value.

import { formatPeriod, labelPeriod, parsePeriod, periodOf, periodsBetween, compareCoverage, type Offer, type Period } from './period';
import type { Binding } from './sentence';
import { freeName } from './sentence-slots';

/** A comparison that would be fair, as bindings of the sentence. */
export interface BindingOffer {
  readonly kind: Offer['kind'];
  readonly label: string;
  /** All bindings of the sentence with this comparison in the place of the refused one; null where it cannot be bound. */
  readonly bindings: readonly Binding[] | null;
  /** Why it cannot be bound: cells without a value, or an estimate. */
  readonly reason: string | null;
}

/** A comparison that the ledger refuses. */
export interface RefusedComparison {
  /** The binding that compares. */
  readonly name: string;
  readonly message: string;
  readonly offers: readonly BindingOffer[];
}

type Comparing = Extract<Binding, { kind: 'change-percent' | 'ratio' }>;

/** What one side of a comparison covers: one series over days without a gap. */
interface Side { readonly seriesId: string; readonly period: Period }

/** The series and days behind a binding; null where they are not of one series, or not to be read. */
function sideOf(name: string, bindings: readonly Binding[], depth = 0): Side | null {
  const binding = bindings.find((one) => one.name === name);
  if (binding === undefined || depth > bindings.length) return null;
  if (binding.kind === 'cell') {
    const parsed = parsePeriod(binding.period);
    return parsed.ok ? { seriesId: binding.seriesId, period: parsed.value } : null;
  }
  if (binding.kind !== 'sum') return null;
  const sides = binding.of.map((part) => sideOf(part, bindings, depth + 1)).filter((side) => side !== null);
  const [first] = sides;
  if (first === undefined || sides.length < binding.of.length || sides.some(({ seriesId }) => seriesId !== first.seriesId)) return null;
  const starts = sides.map(({ period }) => period.start).toSorted();
  const ends = sides.map(({ period }) => period.end).toSorted();
  return { seriesId: first.seriesId, period: periodOf(starts[0] ?? first.period.start, ends.at(-1) ?? first.period.end) };
}

/** The periods whose values make up `wanted`: itself, or its quarters, or its months; null where values are missing. */
function cellsFor(wanted: Period, hasValue: (period: string) => boolean): readonly Period[] | null {
  if (hasValue(formatPeriod(wanted))) return [wanted];
  for (const kind of ['quarter', 'month'] as const) {
    const parts = periodsBetween(kind, wanted.start, wanted.end);
    const isWhole = parts[0]?.start === wanted.start && parts.at(-1)?.end === wanted.end;
    if (isWhole && parts.length > 1 && parts.every((part) => hasValue(formatPeriod(part)))) return parts;
  }
  return null;
}

/** The operand `name` bound to these cells: itself the cell, or the sum of new ones after it. */
function rebind(bindings: readonly Binding[], name: string, seriesId: string, cells: readonly Period[]): readonly Binding[] {
  const [only] = cells;
  if (only !== undefined && cells.length === 1) return replace(bindings, name, [{ name, kind: 'cell', seriesId, period: formatPeriod(only) }]);
  const taken = bindings.map((binding) => binding.name);
  const parts = cells.map((period): Binding => {
    const part = freeName(`${name}Part`, taken);
    taken.push(part);
    return { name: part, kind: 'cell', seriesId, period: formatPeriod(period) };
  });
  return replace(bindings, name, [...parts, { name, kind: 'sum', of: parts.map((part) => part.name) }]);
}

function replace(bindings: readonly Binding[], name: string, by: readonly Binding[]): readonly Binding[] {
  return bindings.flatMap((binding) => (binding.name === name ? by : [binding]));
}

/** Bindings that only the operands before had use for are left in place: the page tells of them, and the editor decides. */
function bindOffer(offer: Offer, names: { readonly now: string; readonly base: string }, seriesId: string, bindings: readonly Binding[], hasValue: (seriesId: string, period: string) => boolean): BindingOffer {
  const { kind, label } = offer;
  if (kind === 'annualised') return { kind, label, bindings: null, reason: 'An estimate: a sentence is bound to what was counted.' };
  const sides = [{ name: names.now, wanted: offer.now }, { name: names.base, wanted: offer.base }];
  let bound = bindings;
  for (const { name, wanted } of sides) {
    const cells: Period[] = [];
    for (const period of wanted) {
      const found = cellsFor(period, (text) => hasValue(seriesId, text));
      if (found === null) return { kind, label, bindings: null, reason: `There is no value for ${labelPeriod(period)}.` };
      cells.push(...found);
    }
    const now = sideOf(name, bindings)?.period;
    const isSame = now !== undefined && cells[0]?.start === now.start && cells.at(-1)?.end === now.end;
    if (!isSame) bound = rebind(bound, name, seriesId, cells);
  }
  return { kind, label, bindings: bound, reason: null };
}

/**
 * The comparisons among the bindings whose periods are not equally long, with what may stand in their place.
 * `valueOf`: the value of a binding, null where it has none. `hasValue`: whether a cell (series, written period) has a value.
 */
export function refusedComparisons(
  bindings: readonly Binding[], valueOf: (name: string) => number | null, hasValue: (seriesId: string, period: string) => boolean,
): readonly RefusedComparison[] {
  const comparing = bindings.filter((binding): binding is Comparing => binding.kind === 'change-percent' || binding.kind === 'ratio');
  return comparing.flatMap((binding): RefusedComparison[] => {
    const names = binding.kind === 'change-percent' ? { now: binding.to, base: binding.from } : { now: binding.of, base: binding.to };
    const [now, base] = [sideOf(names.now, bindings), sideOf(names.base, bindings)];
    const [nowValue, baseValue] = [valueOf(names.now), valueOf(names.base)];
    if (now === null || base === null || nowValue === null || baseValue === null || now.seriesId !== base.seriesId) return [];
    // A quarter over the year that holds it is a share, not a comparison.
    if (binding.kind === 'ratio' && base.period.start <= now.period.start && now.period.end <= base.period.end) return [];
    const comparison = compareCoverage({ period: now.period, value: nowValue }, { period: base.period, value: baseValue });
    if (comparison.ok) return [];
    const { message, offers } = comparison.refusal;
    const said = message.split(' Instead:')[0] ?? message;
    return [{ name: binding.name, message: said, offers: offers.map((offer) => bindOffer(offer, names, now.seriesId, bindings, hasValue)) }];
  });
}
