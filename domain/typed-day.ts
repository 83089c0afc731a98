// A date is typed as exactly as it is known: a day, a month or a year; a date that two people may read differently is refused.

import { dayFrom, daysInMonth, isDay, labelDay, MONTHS, monthName, partsOf, type Day } from './day';
import { accept, refuse, type Outcome } from './outcome';

/** The first day of what was written, and how exact that is. */
export interface TypedDay {
  readonly day: Day;
  readonly precision: 'day' | 'month' | 'year';
}

const SHAPES = 'Write 2025-10-12, 12 Oct 2025, Oct 2025 or 2025.';

/**
 * Reads `2025-10-12`, `12 Oct 2025`, `Oct 12, 2025`, `2025-10`, `October 2025` and `2025`. Refuses `blank`, `ambiguous-day` (12/10/2025)
 * and `not-a-day`.
 */
export function parseTypedDay(text: string): Outcome<TypedDay> {
  const typed = text.trim().replace(/\s+/g, ' ').toLowerCase();
  if (typed === '') return refuse({ code: 'blank', message: `Nothing is written here. ${SHAPES}` });
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(typed)) {
    return refuse({ code: 'ambiguous-day', message: `“${text.trim()}” can be read in two ways. Write the month as a word, or the year first.` });
  }
  const iso = /^(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?$/.exec(typed);
  if (iso) return built(text, iso[1], iso[2], iso[3]);
  const dayFirst = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?,? (\d{4})$/.exec(typed);
  if (dayFirst) return built(text, dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(typed);
  if (monthFirst) return built(text, monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  return noDay(text);
}

function built(text: string, year: string | undefined, month: string | null | undefined, date: string | undefined): Outcome<TypedDay> {
  if (month === null) return noDay(text);
  const day = dayFrom(Number(year), Number(month ?? 1), Number(date ?? 1));
  if (!isDay(day)) return noDay(text);
  return accept({ day, precision: month === undefined ? 'year' : date === undefined ? 'month' : 'day' });
}

/** `sept` and `september` are 9; null for a word that is no month. */
function monthOf(word: string | undefined): string | null {
  const at = MONTHS.findIndex((name) => name.toLowerCase().startsWith((word ?? '').slice(0, 4).replace(/^sept$/, 'sep')) && (word ?? '').length <= name.length);
  return at === -1 ? null : String(at + 1);
}

function noDay(text: string): Outcome<TypedDay> {
  return refuse({ code: 'not-a-day', message: `“${text.trim().slice(0, 40)}” is not a date. ${SHAPES}` });
}

/** What a stored date looks like in its field: `2025-10-12`, `2025-10`, `2025`, nothing where there is none. */
export function printTypedDay(day: Day | null, precision: 'day' | 'month' | 'year' | 'unknown'): string {
  if (day === null || precision === 'unknown') return '';
  return day.slice(0, precision === 'day' ? 10 : precision === 'month' ? 7 : 4);
}

/** `12 Oct 2025`, `October 2025`, `2025`. */
export function labelTypedDay({ day, precision }: TypedDay): string {
  if (precision === 'day') return labelDay(day);
  const { year, month } = partsOf(day);
  return precision === 'month' ? `${monthName(month)} ${year}` : String(year);
}

/** The last day that a typed date can mean. */
export function lastDayOf({ day, precision }: TypedDay): Day {
  const { year, month } = partsOf(day);
  if (precision === 'day') return day;
  return precision === 'month' ? dayFrom(year, month, daysInMonth(year, month)) : dayFrom(year, 12, 31);
}
