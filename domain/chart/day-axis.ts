// A day axis counts days, so that twenty days look like twenty days; its ticks fall on the calendar.

import { fromEpochDay, toEpochDay, type Day } from '../period';
import type { DayAxis } from './closures-model';
import type { Tick } from './model-parts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const TWO_MONTHS = 62;
const TWO_YEARS = 731;
const SIX_YEARS = 2192;

interface CalendarDay {
  readonly at: number;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

function calendarDay(at: number): CalendarDay {
  const [year = '', month = '', day = ''] = fromEpochDay(at).split('-');
  return { at, year: Number(year), month: Number(month), day: Number(day) };
}

function firstsOfMonths(from: number, to: number): CalendarDay[] {
  const start = calendarDay(from);
  const firsts: CalendarDay[] = [];
  for (let year = start.year, month = start.month; ; month += 1) {
    if (month > 12) {
      month = 1;
      year += 1;
    }
    const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    const at = toEpochDay(day);
    if (at >= to) return firsts;
    if (at >= from) firsts.push({ at, year, month, day: 1 });
  }
}

const monthName = (month: number): string => MONTHS[month - 1] ?? '';

function dayTicks(from: number, to: number): Tick[] {
  const days = Array.from({ length: to - from }, (_, index) => calendarDay(from + index));
  return days.flatMap(({ at, month, day }): Tick[] => {
    if (day === 1 || at === from) return [{ at, label: `${day} ${monthName(month)}`, weight: 1 }];
    // The 29th to 31st would crowd the first of the next month.
    if (day % 7 !== 1 || day > 28 || at - from < 4) return [];
    return [{ at, label: String(day), weight: day === 15 ? 2 : 3 }];
  });
}

/** So few months have room for their names on a phone. */
const FEW_MONTHS = 7;

/** Months up to two years: the year stands at each January and at the first tick. */
function monthTicks(from: number, to: number): Tick[] {
  const firsts = firstsOfMonths(from, to);
  return firsts.map(({ at, year, month }, index): Tick => ({
    at,
    label: month === 1 || index === 0 ? `${monthName(month)} ${year}` : monthName(month),
    weight: month === 1 || month === 7 || firsts.length <= FEW_MONTHS ? 1 : month % 3 === 1 ? 2 : 3,
  }));
}

function quarterTicks(from: number, to: number): Tick[] {
  return firstsOfMonths(from, to)
    .filter(({ month }) => month % 3 === 1)
    .map(({ at, year, month }): Tick => ({
      at,
      label: month === 1 ? String(year) : monthName(month),
      weight: month === 1 ? 1 : month === 7 ? 2 : 3,
    }));
}

function yearTicks(from: number, to: number): Tick[] {
  const firsts = firstsOfMonths(from, to).filter(({ month }) => month === 1);
  const few = firsts.length <= 8;
  return firsts.map(({ at, year }): Tick => ({ at, label: String(year), weight: few || year % 5 === 0 ? 1 : year % 2 === 0 ? 2 : 3 }));
}

/** Ticks of weight 1 must exist on every axis: without one, the first tick is promoted. */
function withAnchor(ticks: Tick[]): Tick[] {
  if (ticks.length === 0 || ticks.some(({ weight }) => weight === 1)) return ticks;
  return ticks.map((tick, index) => (index === 0 ? { ...tick, weight: 1 } : tick));
}

/** An axis over the inclusive days `first..last`; days up to two months, months up to two years, quarters up to six, then years. */
export function dayAxis(first: Day, last: Day): DayAxis {
  const from = toEpochDay(first);
  const to = Math.max(toEpochDay(last), from) + 1;
  const span = to - from;
  const ticks = span <= TWO_MONTHS ? dayTicks(from, to)
    : span <= TWO_YEARS ? monthTicks(from, to)
    : span <= SIX_YEARS ? quarterTicks(from, to)
    : yearTicks(from, to);
  return { from, to, ticks: withAnchor(ticks) };
}
