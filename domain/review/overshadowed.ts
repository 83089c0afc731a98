// A drafted reading that a newer one stands before becomes history at once: that is pointed out, for its editor may not know of the newer one.

import type { ChartRows } from '../chart/rows';
import { groupInOrder } from '../chart/grouping';
import { labelDay } from '../day';
import { labelPeriod } from '../period';
import { EMPTY_LABELS, printValue, valueAsOf, type Reading } from '../reading';

export interface Overshadowed {
  readonly id: string;
  readonly period: string;
  readonly value: string;
  readonly by: { readonly value: string; readonly knownFrom: string };
}

/** Readings among `drafted` whose cell will show another reading that says something else. */
export function overshadowedOf(rows: ChartRows, drafted: ReadonlySet<string>): readonly Overshadowed[] {
  const cells = groupInOrder(rows.readings, ({ seriesId, period }) => `${seriesId} ${period.start}..${period.end}`);
  return [...cells.values()].filter((readings) => readings.some(({ id }) => drafted.has(id))).flatMap((readings) => {
    const shown = valueAsOf(readings, null)?.reading;
    if (shown === undefined || drafted.has(shown.id)) return [];
    return readings.filter((reading) => drafted.has(reading.id) && reading.status === 'current' && print(reading) !== print(shown)).map((reading) => ({
      id: reading.id, period: labelPeriod(reading.period), value: print(reading), by: { value: print(shown), knownFrom: labelDay(shown.knownFrom) },
    }));
  });
}

function print({ value, qualifier, empty }: Reading): string {
  if (value !== null) return printValue(value, qualifier);
  return empty === null ? 'none' : EMPTY_LABELS[empty].label;
}
