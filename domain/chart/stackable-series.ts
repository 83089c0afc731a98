// Only series that count the same things, by the same organisation, split along one line, may stand on top of each other.

import { canSumSeries } from '../series';
import type { ChosenSeries } from './chosen-series';
import { ChartDefinitionError } from './definition-error';

declare const proved: unique symbol;

/** Proof that these series may be stacked; only `requireStackable` makes one. */
export type StackableSeries = readonly ChosenSeries[] & { readonly [proved]: true };

/** Throws a ChartDefinitionError that names the reason when the series may not be stacked. */
export function requireStackable(chosen: readonly ChosenSeries[], slug: string): StackableSeries {
  const family = { series: chosen.map(({ series }) => series), indicators: chosen.map(({ indicator }) => indicator) };
  const permission = canSumSeries(chosen.map(({ series }) => series.id), family);
  if (!permission.ok) {
    throw new ChartDefinitionError('incompatible-series', slug, `its series cannot be stacked. ${permission.refusal.message} Use panels instead.`);
  }
  return chosen as StackableSeries;
}

/** Series on one value axis must at least share their unit. */
export function requireOneUnit(chosen: readonly ChosenSeries[], slug: string): void {
  const units = [...new Set(chosen.map(({ indicator }) => indicator.unit))];
  if (units.length <= 1) return;
  throw new ChartDefinitionError('incompatible-series', slug, `its series have different units (${units.join(', ')}) and cannot share an axis. Use panels instead.`);
}
