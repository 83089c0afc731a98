// Parts are held against a printed total and the difference is said, never mended.

import { printNumber, printValue } from './quantity';
import type { Quantity } from './quantity';

export interface Part extends Quantity {
  readonly label: string;
}

/** `sum` adds the numbers as printed; `difference` is total minus sum. `sentence` says both in words. */
export interface Reconciliation {
  readonly sum: number;
  readonly difference: number;
  readonly agrees: 'exactly' | 'within-qualifiers' | 'no';
  readonly sentence: string;
}

/**
 * Parts against a printed total. `exactly`: all exact, no difference; `within-qualifiers`: numbers that the qualifiers allow could agree;
 * `no`: they cannot. `about` and `nearly` allow one unit of the last digit that is not zero (450: 10).
 */
export function reconcile(parts: readonly Part[], total: Quantity): Reconciliation {
  const sum = tidy(parts.reduce((so, part) => so + part.value, 0));
  const difference = tidy(total.value - sum);
  const isExact = [total, ...parts].every((quantity) => quantity.qualifier === 'exact');
  const agrees = isExact ? (difference === 0 ? 'exactly' : 'no') : couldAgree(parts, total) ? 'within-qualifiers' : 'no';
  const shown = parts.map((part) => `${part.label} ${printValue(part.value, part.qualifier)}`).join(' + ');
  const made = parts.length === 0 ? 'No parts' : `${shown} = ${printNumber(sum)}`;
  return { sum, difference, agrees, sentence: `${made}; ${verdict(difference, agrees, printValue(total.value, total.qualifier))}.` };
}

function verdict(difference: number, agrees: Reconciliation['agrees'], total: string): string {
  if (difference === 0) return agrees === 'exactly' ? 'the printed total is the same' : `the printed total is ${total}, the same number`;
  const gap = `the printed total is ${total}, ${printNumber(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} than the parts`;
  return agrees === 'within-qualifiers' ? `${gap}, which the qualifiers allow` : gap;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly isFromOpen: boolean;
  readonly isToOpen: boolean;
}

function couldAgree(parts: readonly Part[], total: Quantity): boolean {
  const start: Range = { from: 0, to: 0, isFromOpen: false, isToOpen: false };
  const summed = parts.map(rangeOf).reduce((so, part) => ({
    from: so.from + part.from,
    to: so.to + part.to,
    isFromOpen: so.isFromOpen || part.isFromOpen,
    isToOpen: so.isToOpen || part.isToOpen,
  }), start);
  const printed = rangeOf(total);
  return reaches(summed.from, printed.to, summed.isFromOpen || printed.isToOpen)
    && reaches(printed.from, summed.to, printed.isFromOpen || summed.isToOpen);
}

function reaches(from: number, to: number, isOpen: boolean): boolean {
  return isOpen ? from < to : from <= to;
}

function rangeOf({ value, qualifier }: Quantity): Range {
  const unit = lastDigit(value);
  switch (qualifier) {
    case 'exact':
      return { from: value, to: value, isFromOpen: false, isToOpen: false };
    case 'at-least':
      return { from: value, to: Infinity, isFromOpen: false, isToOpen: false };
    case 'more-than':
      return { from: value, to: Infinity, isFromOpen: true, isToOpen: false };
    case 'about':
      return { from: value - unit, to: value + unit, isFromOpen: false, isToOpen: false };
    case 'nearly':
      return { from: value - unit, to: value, isFromOpen: false, isToOpen: true };
  }
}

/** How fine a round number is: 450 -> 10, 1,200 -> 100, 7 and 12.5 -> 1. */
function lastDigit(value: number): number {
  let unit = 1;
  while (value !== 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}

/** Sums of decimals carry dust in the last places (0.1 + 0.2); six places are finer than any source prints. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
