// A heading names a period as reports write it; a name that could mean two periods names none.

import { MONTHS } from '../day';
import { parsePeriod, periodOf, periodsBetween, type Period } from '../period';
import { plainDigits } from './written-number';

const MONTH = MONTHS.map((name) => name.toLowerCase());
const LAST = 12;

/** `2025-Q3`, `Q3 2025`, `2025 Q3`, `3Q25`, `Oct 2025`, `Oct-25`, `October 2025`, `H1 2025`, `9M 2025`, `Jan–Sep 2025`, `2025`; null for anything else. */
export function periodNamed(text: string): Period | null {
  const name = plainDigits(text).replace(/[–—−]/g, '-').replace(/\s+/g, ' ').trim();
  const canonical = parsePeriod(name.toUpperCase().replaceAll(' ', ''));
  if (canonical.ok) return canonical.value;
  return quarterOrHalf(name.toLowerCase()) ?? monthsNamed(name.toLowerCase());
}

function quarterOrHalf(name: string): Period | null {
  const [, kind = '', number = '', year = ''] = /^(q|h)([1-4])[ ,/'’-]*(?:of )?(\d{4}|\d{2})$/.exec(name) ?? /^()([1-4])q[ /'’-]*(\d{4}|\d{2})$/.exec(name) ?? [];
  if (number !== '') return spanOf(year, kind === 'h' ? 6 : 3, Number(number));
  const [, later = '', form = '', count = ''] = /^(\d{4})[ /-]*(q|h)([1-4])$/.exec(name) ?? [];
  if (count !== '') return spanOf(later, form === 'h' ? 6 : 3, Number(count));
  const [, nine = ''] = /^(?:9m|nine months|first nine months|9 months)[ ,/'’-]*(?:of )?(\d{4}|\d{2})$/.exec(name) ?? [];
  return nine === '' ? null : fromMonths(yearOf(nine), 1, 9);
}

function monthsNamed(name: string): Period | null {
  const one = /^([a-z]{3,9})\.?[ ,/'’-]*(\d{4}|\d{2})$/.exec(name);
  if (one) {
    const month = monthOf(one[1] ?? '');
    return month === null ? null : fromMonths(yearOf(one[2] ?? ''), month, month);
  }
  const range = /^([a-z]{3,9})\.? ?(?:-|to) ?([a-z]{3,9})\.?[ ,/'’-]*(\d{4}|\d{2})$/.exec(name);
  if (!range) return null;
  const [from, to] = [monthOf(range[1] ?? ''), monthOf(range[2] ?? '')];
  return from === null || to === null || to < from ? null : fromMonths(yearOf(range[3] ?? ''), from, to);
}

function monthOf(word: string): number | null {
  const at = MONTH.findIndex((month) => month === word || month.slice(0, 3) === word || (word === 'sept' && month === 'september'));
  return at < 0 ? null : at + 1;
}

const yearOf = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

function spanOf(year: string, months: number, number: number): Period | null {
  return number * months > LAST ? null : fromMonths(yearOf(year), (number - 1) * months + 1, number * months);
}

function fromMonths(year: number, from: number, to: number): Period | null {
  if (year < 1900 || year > 2200) return null;
  const months = periodsBetween('month', `${year}-01-01`, `${year}-12-31`);
  const [first, last] = [months[from - 1], months[to - 1]];
  return first === undefined || last === undefined ? null : periodOf(first.start, last.end);
}
