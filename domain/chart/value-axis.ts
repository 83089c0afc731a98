// A value axis starts at zero, ends on a tick, and covers every value drawn on it.

import { printNumber } from '../reading';
import type { Tick } from './model-parts';

export interface ValueAxis {
  readonly max: number;
  readonly ticks: readonly Tick[];
}

const MOST_INTERVALS = 6;
const FEWEST_INTERVALS = 3;

/** Whole steps only, since we count people and days: 1, 2, 5, 10, 20, 25, 50 and so on. */
function niceSteps(largest: number): readonly number[] {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(largest, 1))) - 1);
  return [1, 2, 2.5, 5, 10, 20, 25, 50].map((factor) => factor * power).filter(Number.isInteger);
}

/** The step whose axis leaves the least room above the values; of equal ones the coarser. */
function stepFor(largest: number): number {
  const steps = niceSteps(largest);
  const countOf = (step: number): number => Math.max(1, Math.ceil(largest / step));
  const fit = steps.filter((step) => countOf(step) <= MOST_INTERVALS && (countOf(step) >= FEWEST_INTERVALS || step === 1));
  return fit.reduce((best, step) => (countOf(step) * step <= countOf(best) * best ? step : best), fit[0] ?? 1);
}

/**
 * An axis from 0 over every value in `values` (nulls and non-finite ones are passed over), in the unit of the values, with three to six
 * steps where the numbers allow. Every second tick, counted from zero, is drawn even where there is little room.
 */
export function valueAxis(values: readonly (number | null)[]): ValueAxis {
  const largest = Math.max(0, ...values.filter((value): value is number => value !== null && Number.isFinite(value)));
  const step = stepFor(largest);
  const count = Math.max(1, Math.ceil(largest / step));
  const ticks = Array.from({ length: count + 1 }, (_, index): Tick => ({
    at: index * step,
    label: printNumber(index * step),
    weight: index % 2 === 0 || count <= 3 ? 1 : 2,
  }));
  return { max: count * step, ticks };
}
