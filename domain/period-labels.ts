// A period is named as people name it: `Q3 2025`, `January–September 2025`, `11–12 October 2025`.

import { daysInMonth, monthName, partsOf } from './day';
import type { DayParts } from './day';
import type { Period } from './period-arithmetic';

/** English name, whole: `Q3 2025`, `Oct 2025`, `January–June 2025`, `2025`, `12 October 2025`, `11–12 October 2025`. */
export function labelPeriod(period: Period): string {
  const { year, month } = partsOf(period.start);
  switch (period.kind) {
    case 'year':
      return String(year);
    case 'quarter':
      return `Q${quarterOf(month)} ${year}`;
    case 'month':
      return `${monthName(month).slice(0, 3)} ${year}`;
    default:
      return rangeLabel(period, monthName);
  }
}

/** English name for an axis whose group says the year: `Q3`, `Oct`, `H1`, `Jan–Sep`, `12 Oct`; a period over two years keeps its years. */
export function shortLabelPeriod(period: Period): string {
  const { year, month } = partsOf(period.start);
  const isOneYear = year === partsOf(period.end).year;
  switch (period.kind) {
    case 'year':
      return String(year);
    case 'quarter':
      return `Q${quarterOf(month)}`;
    case 'half':
      return month === 1 ? 'H1' : 'H2';
    case 'month':
      return shortMonth(month);
    default:
      return isOneYear ? rangeLabel(period, shortMonth).replace(/ \d+$/, '') : rangeLabel(period, shortMonth);
  }
}

function rangeLabel(period: Period, nameOf: (month: number) => string): string {
  const start = partsOf(period.start);
  const end = partsOf(period.end);
  if (period.kind === 'day') return `${start.date} ${nameOf(start.month)} ${start.year}`;
  if (start.date === 1 && end.date === daysInMonth(end.year, end.month)) return monthRange(start, end, nameOf);
  if (start.year !== end.year) return join(dateLabel(start, nameOf, true), dateLabel(end, nameOf, true));
  if (start.month !== end.month) return join(dateLabel(start, nameOf, false), dateLabel(end, nameOf, true));
  return join(String(start.date), String(end.date)) + ` ${nameOf(end.month)} ${end.year}`;
}

function monthRange(start: DayParts, end: DayParts, nameOf: (month: number) => string): string {
  if (start.year === end.year) return `${join(nameOf(start.month), nameOf(end.month))} ${end.year}`;
  if (start.month === 1 && end.month === 12) return join(String(start.year), String(end.year));
  return join(`${nameOf(start.month)} ${start.year}`, `${nameOf(end.month)} ${end.year}`);
}

function dateLabel(day: DayParts, nameOf: (month: number) => string, withYear: boolean): string {
  return `${day.date} ${nameOf(day.month)}${withYear ? ` ${day.year}` : ''}`;
}

/** An en dash stands close between single words and apart between groups of words. */
function join(from: string, to: string): string {
  return from.includes(' ') || to.includes(' ') ? `${from} – ${to}` : `${from}–${to}`;
}

function shortMonth(month: number): string {
  return monthName(month).slice(0, 3);
}

function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}
