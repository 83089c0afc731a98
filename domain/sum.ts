// A sum is of one measure, every part once: nothing is counted twice, and nothing missing is taken for zero.

import { refuse } from './outcome';
import type { Outcome } from './outcome';
import { overlaps } from './period-arithmetic';
import { formatPeriod } from './period';
import { addQuantities } from './quantity';
import type { Quantity } from './quantity';
import type { Reading } from './reading';
import { canSumSeries } from './series';
import type { SeriesFamily } from './series';

type Addend = Pick<Reading, 'seriesId' | 'period' | 'value' | 'qualifier'>;

/**
 * Adds readings, qualifiers kept (exact + at-least = at-least). Refuses an empty list, a reading without a value, periods of one series
 * that overlap, and several series unless `family` shows that they are disjoint parts of one count.
 */
export function sumReadings(readings: readonly Addend[], family?: SeriesFamily): Outcome<Quantity> {
  const permission = canSumSeries([...new Set(readings.map((reading) => reading.seriesId))], family);
  if (!permission.ok) return permission;
  const quantities: Quantity[] = [];
  for (const [at, reading] of readings.entries()) {
    if (reading.value === null) {
      const message = `${formatPeriod(reading.period)} of ${reading.seriesId} has no value, so the sum has none.`;
      return refuse({ code: 'missing-part', message });
    }
    const twice = readings.slice(0, at).find((other) => other.seriesId === reading.seriesId && overlaps(other.period, reading.period));
    if (twice) {
      const message = `${formatPeriod(twice.period)} and ${formatPeriod(reading.period)} share days: their sum would count these twice.`;
      return refuse({ code: 'counted-twice', message });
    }
    quantities.push({ value: reading.value, qualifier: reading.qualifier });
  }
  return addQuantities(quantities);
}
