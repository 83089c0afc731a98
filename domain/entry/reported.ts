// When a reading was reported and since when it is known follows from its source, unless the editor knows better.

import type { DatePrecision, Source } from '../citation';
import { dayFrom, daysInMonth, partsOf } from '../day';
import type { Day } from '../period';

export interface Reported {
  readonly on: Day | null;
  readonly precision: DatePrecision;
}

type Dated = Pick<Source, 'publishedOn' | 'publishedPrecision' | 'accessedOn'>;

/** The source's own date, as exactly as its page shows it. */
export function reportedBySource({ publishedOn, publishedPrecision }: Dated): Reported {
  return { on: publishedOn, precision: publishedPrecision };
}

/** The first day on which it certainly was public: the day itself, the last day of the month or year, or the day we read an undated page. */
export function knownSince({ on, precision }: Reported, source: Dated): Day {
  if (on === null || precision === 'unknown') return source.accessedOn;
  const { year, month } = partsOf(on);
  if (precision === 'month') return dayFrom(year, month, daysInMonth(year, month));
  return precision === 'year' ? dayFrom(year, 12, 31) : on;
}

/** A written day, month or year as a reported date: `2025-10-02`, `2025-10`, `2025`; null where it is none of these. */
export function parseReported(text: string): Reported | null {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const on = `${year}-${month ?? '01'}-${date ?? '01'}`;
  try {
    partsOf(on);
  } catch {
    return null;
  }
  return { on, precision: date !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
}

/** The same in text; empty where no day is known. */
export function printReported({ on, precision }: Reported): string {
  if (on === null || precision === 'unknown') return '';
  return precision === 'day' ? on : on.slice(0, precision === 'month' ? 7 : 4);
}
