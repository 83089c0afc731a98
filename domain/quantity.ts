// A quantity is a number with its qualifier; arithmetic keeps what the qualifier promises, or is refused.

import { accept, refuse } from './outcome';
import type { Outcome } from './outcome';
import type { Qualifier } from './reading';

export interface Quantity {
  readonly value: number;
  readonly qualifier: Qualifier;
}

/** What is certain about a number: null means no bound on that side. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Exact and about: [v, v]; at-least and more-than: [v, open]; nearly: [open, v]. `more-than` and `nearly` do not reach v itself.
 * Both null where there is no value.
 */
export function boundsOf(quantity: { readonly value: number | null; readonly qualifier: Qualifier }): Bounds {
  const { value, qualifier } = quantity;
  if (value === null) return { low: null, high: null };
  if (qualifier === 'at-least' || qualifier === 'more-than') return { low: value, high: null };
  if (qualifier === 'nearly') return { low: null, high: value };
  return { low: value, high: value };
}

const MARKS: Record<Qualifier, string> = { exact: '', 'at-least': '≥ ', 'more-than': '> ', about: 'about ', nearly: 'nearly ' };

/** `616`, `≥ 600`, `> 200`, `about 450`, `nearly 450`; thousands with comma, two decimals at most. The unit is the caller's. */
export function printValue(value: number, qualifier: Qualifier): string {
  return MARKS[qualifier] + printNumber(value);
}

const WORDS: Record<Qualifier, string> = { ...MARKS, 'at-least': 'at least ', 'more-than': 'more than ' };

/** The same for running prose, where signs would stumble: `at least 600`, `more than 200`. */
export function sayValue(value: number, qualifier: Qualifier): string {
  return WORDS[qualifier] + printNumber(value);
}

/** `2,414`, `12.5`, `−17` (a true minus sign). `decimals` at most, none that are zero. */
export function printNumber(value: number, decimals = 2): string {
  // Adding zero turns a rounded −0 into 0.
  const rounded = Number(value.toFixed(decimals)) + 0;
  return formatOf(decimals).format(rounded).replace('-', '−');
}

/** Making a format costs a hundred times what using it does; files have hundreds of thousands of figures. */
const FORMATS = new Map<number, Intl.NumberFormat>();

function formatOf(decimals: number): Intl.NumberFormat {
  const known = FORMATS.get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals });
  FORMATS.set(decimals, made);
  return made;
}

/** The direction in which the truth may lie: up, down, either side of an approximation, or nowhere but at the value. */
const DIRECTION = { exact: 'none', 'at-least': 'up', 'more-than': 'up', nearly: 'down', about: 'both' } as const;

/**
 * The qualifier of a sum of two. Exact changes nothing; at-least with more-than is more-than (strictly more); nearly with about is about.
 * Null where no word is true of the sum: a lower bound with `nearly` or `about`, whose errors point the other way.
 */
export function addQualifiers(a: Qualifier, b: Qualifier): Qualifier | null {
  if (a === b || b === 'exact') return a;
  if (a === 'exact') return b;
  if (DIRECTION[a] === 'up' && DIRECTION[b] === 'up') return 'more-than';
  return DIRECTION[a] !== 'up' && DIRECTION[b] !== 'up' ? 'about' : null;
}

/** Adds quantities, in any order with one result. Refuses an empty list and qualifiers that together bound nothing. */
export function addQuantities(quantities: readonly Quantity[]): Outcome<Quantity> {
  const [first, ...others] = quantities;
  if (!first) return refuse({ code: 'nothing-to-sum', message: 'There is nothing to add up.' });
  let { value, qualifier } = first;
  for (const next of others) {
    const together = addQualifiers(qualifier, next.qualifier);
    if (together === null) return refuse(opposedBounds(quantities));
    value += next.value;
    qualifier = together;
  }
  return accept({ value, qualifier });
}

function opposedBounds(quantities: readonly Quantity[]): { readonly code: string; readonly message: string } {
  const parts = quantities.map(({ value, qualifier }) => printValue(value, qualifier)).join(' + ');
  const message = `${parts} has no sum that is true: the parts are bounded in different directions. Show them side by side.`;
  return { code: 'opposed-bounds', message };
}
