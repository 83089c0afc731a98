// A value axis starts at zero, ends on a tick, and covers every value drawn on it.

import { printNumber } from '../reading';
import type { Tick } from './model';

export interface ValueAxis {
  readonly max: number;
  readonly ticks: readonly Tick[];
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `raw`; whole numbers only, since we count people and days. */
function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1)));
  for (const factor of [1, 2, 2.5, 5, 10]) {
    const step = factor * power;
    if (step >= raw && Number.isInteger(step)) return step;
  }
  return 10 * power;
}

/**
 * An axis from 0 over every value in `values` (nulls and non-finite ones are passed over), in the unit of the values.
 * About `intervals` steps. Every second tick, counted from zero, is drawn even where there is little room.
 */
export function valueAxis(values: readonly (number | null)[], intervals = 4): ValueAxis {
  const largest = Math.max(0, ...values.filter((value): value is number => value !== null && Number.isFinite(value)));
  const step = niceStep(largest / intervals);
  const count = Math.max(1, Math.ceil(largest / step));
  const ticks = Array.from({ length: count + 1 }, (_, index): Tick => ({
    at: index * step,
    label: printNumber(index * step),
    weight: index % 2 === 0 || count <= 3 ? 1 : 2,
  }));
  return { max: count * step, ticks };
}
