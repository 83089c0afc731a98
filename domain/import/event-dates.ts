// The days of an event are read as its file writes them, and only as exactly as the file knows them.

import { dayFrom, daysInMonth, isDay, MONTHS } from '../day';
import type { Day } from '../day';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { shorten } from './sheet';

/** First and last day on which the event may have been. */
export interface EventDays {
  readonly start: Day;
  readonly end: Day;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const WORDED = /^(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?[\s-]+(\d{4})$/;
const NUMBERED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** `2023-03-10`, with or without a time, `10 March 2023` and `10/03/2023`, which is 10 March: day, month, year, as the codebooks have it. */
export function readEventDay(text: string): Outcome<Day> {
  const written = text.trim();
  const day = isoDay(written) ?? wordedDay(written) ?? numberedDay(written);
  if (day !== null && isDay(day)) return accept(day);
  const message = written === '' ? 'There is no day.' : `“${shorten(written)}” is not a day. It is written 2023-03-10 or 10 March 2023.`;
  return refuse({ code: 'not-a-day', message });
}

function isoDay(text: string): Day | null {
  return ISO.exec(text)?.[1] ?? null;
}

function wordedDay(text: string): Day | null {
  const [, date, month = '', year] = WORDED.exec(text) ?? [];
  const at = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase() || name.slice(0, 3).toLowerCase() === month.toLowerCase());
  return date === undefined || at < 0 ? null : dayFrom(Number(year), at + 1, Number(date));
}

function numberedDay(text: string): Day | null {
  const [, date, month, year] = NUMBERED.exec(text) ?? [];
  return date === undefined ? null : dayFrom(Number(year), Number(month), Number(date));
}

/** Year, month and date in three columns where 0 means unknown: then the event may have been on any day of the month or year. */
export function readSplitDay(yearText: string, monthText: string, dateText: string): Outcome<EventDays> {
  const [year, month, date] = [yearText, monthText, dateText].map((text) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN)) as [number, number, number];
  if (!(year >= 1 && year <= 9999 && month >= 0 && month <= 12)) return notSplit(yearText, monthText, dateText);
  if (month === 0) return accept({ start: dayFrom(year, 1, 1), end: dayFrom(year, 12, 31) });
  if (date === 0) return accept({ start: dayFrom(year, month, 1), end: dayFrom(year, month, daysInMonth(year, month)) });
  const day = dayFrom(year, month, date);
  return isDay(day) ? accept({ start: day, end: day }) : notSplit(yearText, monthText, dateText);
}

function notSplit(...parts: readonly string[]): Outcome<EventDays> {
  return refuse({ code: 'not-a-day', message: `Year, month and day “${shorten(parts.join('-'))}” are not a day.` });
}
