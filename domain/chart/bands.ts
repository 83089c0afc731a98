// Bands are whole periods of one kind, side by side; a chart never stretches one over days it does not cover.

import { formatPeriod, parsePeriod, periodsBetween, shortLabelPeriod, toEpochDay, type Day, type Period } from '../period';
import { ChartDefinitionError } from './definition-error';
import type { Band } from './model-parts';
import type { ChartView } from './view';

export type BandKind = 'day' | 'month' | 'quarter' | 'half' | 'year';

export function bandOf(period: Period): Band {
  const year = period.start.slice(0, 4);
  const short = shortLabelPeriod(period);
  const isYear = short === year;
  return { key: formatPeriod(period), period, label: isYear ? year : `${short} ${year}`, shortLabel: short, groupLabel: isYear ? '' : year };
}

/** The first or last day of what a definition's range says: a day or any period. Null stays null. */
export function edgeDay(text: string, edge: 'start' | 'end', slug: string): Day;
export function edgeDay(text: string | null, edge: 'start' | 'end', slug: string): Day | null;
export function edgeDay(text: string | null, edge: 'start' | 'end', slug: string): Day | null {
  if (text === null) return null;
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new ChartDefinitionError('malformed-range', slug, parsed.refusal.message);
  return parsed.value[edge];
}

export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * The days to draw: what the view asks for, else the definition, else the rows. The view may reach beyond the
 * definition as far as there are rows, and no further. Null when nothing is left.
 */
export function rangeToShow(view: ChartView, defined: { readonly first: Day | null; readonly last: Day | null }, rows: DayRange | null): DayRange | null {
  const first = defined.first ?? rows?.first;
  const last = defined.last ?? rows?.last;
  if (first === undefined || last === undefined) return null;
  const outer = { first: earlier(first, rows?.first ?? first), last: later(last, rows?.last ?? last) };
  const shown = {
    first: view.from === null ? first : later(view.from, outer.first),
    last: view.to === null ? last : earlier(view.to, outer.last),
  };
  return shown.first <= shown.last ? shown : null;
}

/** Bands over a range, without those that had not begun on the vintage day. */
export function bandsOver(kind: BandKind, range: DayRange | null, asOf: Day | null): readonly Band[] {
  if (range === null) return [];
  return periodsBetween(kind, range.first, range.last)
    .filter((period) => asOf === null || period.start <= asOf)
    .map(bandOf);
}

/** Where a day stands on an axis of bands: band i spans [i, i + 1]. Null outside. */
export function placeOnBands(bands: readonly Band[], day: Day): number | null {
  const index = bands.findIndex(({ period }) => period.start <= day && day <= period.end);
  const band = bands[index];
  if (band === undefined) return null;
  const start = toEpochDay(band.period.start);
  return index + (toEpochDay(day) - start) / (toEpochDay(band.period.end) + 1 - start);
}
