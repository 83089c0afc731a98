import type { PeriodsModel } from '@/domain/chart/model';
import type { Band } from '@/domain/chart/model-parts';
import { toEpochDay } from '@/domain/period';

/** Where each band begins and the last one ends, as fractions of the plot: all alike, or, on a day axis, as long as their days. */
export function bandEdges(bands: readonly Band[], dayAxis?: PeriodsModel['dayAxis']): readonly number[] {
  const count = Math.max(bands.length, 1);
  if (dayAxis === undefined) return Array.from({ length: count + 1 }, (_, index) => index / count);
  const span = Math.max(dayAxis.to - dayAxis.from, 1);
  return [...bands.map(({ period }) => (toEpochDay(period.start) - dayAxis.from) / span), 1];
}

/** How many bands as narrow as the narrowest would fill the plot: what a text must reckon with. */
export function tightestCount(edges: readonly number[]): number {
  const widths = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
  return 1 / Math.max(Math.min(...widths, 1), 0.0001);
}
