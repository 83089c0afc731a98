import type { ChartDefinition } from '@/domain/chart/definition';
import type { ChartModel } from '@/domain/chart/model';
import { parsePeriod } from '@/domain/period';
import type { Narrowable } from './view-controls';

/** What a reader can narrow of a chart. `whole` is its model without range and series. */
export function narrowableParts(definition: ChartDefinition, whole: ChartModel): Narrowable {
  const steps = whole.kind === 'periods' || whole.kind === 'closed-days' ? whole.bands.map(({ label, period: { start, end } }) => ({ label, start, end })) : [];
  const series = whole.kind === 'periods' && whole.legend.length > 1 ? whole.legend.map(({ id, label }) => ({ id, label })) : [];
  return { steps, series, days: definition.kind === 'closures' ? daysOf(definition.options) : null };
}

function daysOf({ from, to }: { readonly from: string; readonly to: string }): Narrowable['days'] {
  const [first, last] = [parsePeriod(from), parsePeriod(to)];
  return first.ok && last.ok ? { first: first.value.start, last: last.value.end } : null;
}
