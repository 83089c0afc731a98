// A written period is read strictly: one spelling, real days, the earlier end first.

import { dayFrom, daysInMonth, isDay } from './day';
import type { Day } from './day';
import { accept, refuse } from './outcome';
import type { Outcome } from './outcome';

type Form = 'day' | 'month' | 'quarter' | 'half' | 'year';

interface Span {
  readonly form: Form;
  readonly start: Day;
  readonly end: Day;
}

const LONGEST = 40;
const ONE = /^(\d{4})(?:-(?:Q(\d)|H(\d)|(\d{2})(?:-(\d{2}))?))?$/;
const ALLOWED =
  'Write a day (2025-10-11), a month (2025-10), a quarter (2025-Q3), a half (2025-H1), a year (2025), '
  + 'or a range of one of these (2025-Q1..Q3, 2025-10-11..2025-10-12), in the years 0001 to 9999.';

/** First and last day of a written period, or a refusal whose sentence says what is wrong and what is allowed. */
export function parseSpans(text: string): Outcome<{ readonly start: Day; readonly end: Day }> {
  if (text.length > LONGEST) return malformed(`A period is at most ${LONGEST} characters long.`);
  const [left, right, ...rest] = text.split('..');
  if (left === undefined || rest.length > 0) return malformed(`${shown(text)} is not a period.`);
  const first = readSpan(left);
  if (!first.ok) return first;
  if (right === undefined) return first;
  // `2025-Q1..Q3` lends the year of its first quarter to the second.
  const second = readSpan(first.value.form === 'quarter' && /^Q\d$/.test(right) ? `${left.slice(0, 5)}${right}` : right);
  if (!second.ok) return second;
  if (first.value.form !== second.value.form) {
    return malformed(`Both ends of ${shown(text)} must be written the same way: two days, two months, two quarters.`);
  }
  if (second.value.end < first.value.start) {
    return refuse({ code: 'reversed-period', message: `${shown(text)} runs backwards: put the earlier end first. ${ALLOWED}` });
  }
  return accept({ start: first.value.start, end: second.value.end });
}

function readSpan(text: string): Outcome<Span> {
  const match = ONE.exec(text);
  if (!match) return malformed(`${shown(text)} is not a period.`);
  const [, yearText = '', quarterText, halfText, monthText, dateText] = match;
  const year = Number(yearText);
  if (year < 1) return malformed(`There is no year ${yearText}.`);
  if (quarterText !== undefined) return readMonths('quarter', year, Number(quarterText), 3, text);
  if (halfText !== undefined) return readMonths('half', year, Number(halfText), 6, text);
  if (monthText === undefined) return readMonths('year', year, 1, 12, text);
  if (dateText === undefined) return readMonths('month', year, Number(monthText), 1, text);
  return isDay(text) ? accept({ form: 'day', start: text, end: text }) : malformed(`There is no day ${shown(text)}.`);
}

/** The n-th stretch of `length` months in a year: quarters 1 to 4, halves 1 to 2, months 1 to 12. */
function readMonths(form: Form, year: number, n: number, length: number, text: string): Outcome<Span> {
  if (n < 1 || n > 12 / length) return malformed(`There is no ${form} ${shown(text)}.`);
  const last = n * length;
  return accept({ form, start: dayFrom(year, last - length + 1, 1), end: dayFrom(year, last, daysInMonth(year, last)) });
}

function malformed(what: string): { readonly ok: false; readonly refusal: { readonly code: string; readonly message: string } } {
  return refuse({ code: 'malformed-period', message: `${what} ${ALLOWED}` });
}

/** Plain characters are quoted back; anything else could break the line it is shown on. */
function shown(text: string): string {
  return /^[\x21-\x7e]+$/.test(text) ? `“${text}”` : 'This';
}
