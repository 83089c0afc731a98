// A claim's figure is typed as people write it: one number with its qualifier, a range, at most so many, or nothing where none was given.

import type { Claim } from './claim';
import { parseTypedValue } from './entry/typed-value';
import { accept, refuse, type Outcome } from './outcome';
import { sayValue } from './quantity';

/** Low and high as a claim holds them: both null without a figure, low null for at most, high null for an open figure. */
export type TypedFigure = Pick<Claim, 'low' | 'high' | 'qualifier'>;

const NONE: TypedFigure = { low: null, high: null, qualifier: 'exact' };
const AT_MOST = /^(?:up to|at most|no more than|not more than|<=|≤)\s*/;
const BETWEEN = /^(?:between\s+)?(.*?\d)\s*(?:-|–|—|to|and)\s*(\d.*)$/;

/**
 * Reads `58`, `>200`, `at least 58`, `~12`, `15-20`, `between 15 and 20`, `about 15-20`, `up to 20`, `none` (zero) and a blank (no figure).
 * Refuses what parseTypedValue refuses, `range-backwards`, and `not-whole` for parts of people.
 */
export function parseTypedFigure(text: string): Outcome<TypedFigure> {
  const typed = text.trim().toLowerCase();
  if (typed === '' || typed === 'no figure') return accept(NONE);
  if (typed === 'none' || typed === 'nobody') return accept({ low: 0, high: 0, qualifier: 'exact' });
  if (AT_MOST.test(typed)) return atMost(typed.replace(AT_MOST, ''));
  const range = BETWEEN.exec(typed);
  if (range) return between(range[1] ?? '', range[2] ?? '');
  const read = parseTypedValue(typed);
  if (!read.ok) return read;
  const { value, qualifier, empty } = read.value;
  if (value === null) return empty === 'unknown' ? accept(NONE) : refuse({ code: 'not-a-figure', message: 'Leave it blank where no figure was given.' });
  const isOpen = qualifier === 'at-least' || qualifier === 'more-than';
  return whole({ low: value, high: isOpen ? null : value, qualifier });
}

function atMost(rest: string): Outcome<TypedFigure> {
  const read = parseTypedValue(rest);
  return read.ok ? whole({ low: null, high: read.value.value, qualifier: 'exact' }) : read;
}

function between(from: string, to: string): Outcome<TypedFigure> {
  const [low, high] = [parseTypedValue(from), parseTypedValue(to)];
  if (!low.ok) return low;
  if (!high.ok) return high;
  const [least, most] = [low.value.value, high.value.value];
  if (least === null || most === null) return refuse({ code: 'not-a-figure', message: 'A range is two numbers, such as 15–20.' });
  if (least > most) return refuse({ code: 'range-backwards', message: `The low figure, ${least}, is above the high one, ${most}.` });
  return whole({ low: least, high: most, qualifier: low.value.qualifier === 'about' ? 'about' : 'exact' });
}

function whole(figure: TypedFigure): Outcome<TypedFigure> {
  const isWhole = [figure.low, figure.high].every((one) => one === null || (Number.isInteger(one) && one >= 0));
  return isWhole ? accept(figure) : refuse({ code: 'not-whole', message: 'People and posts are counted in whole numbers, from zero.' });
}

/** A claim's figure as its field shows it; read again it is the same figure. */
export function printTypedFigure({ low, high, qualifier }: TypedFigure): string {
  if (low === null) return high === null ? '' : `up to ${high}`;
  if (high !== null && high !== low) return `${qualifier === 'about' ? 'about ' : ''}${low}–${high}`;
  return high === null && qualifier !== 'more-than' ? sayValue(low, 'at-least') : sayValue(low, qualifier);
}
