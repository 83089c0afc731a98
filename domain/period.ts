// A period knows its length; values of unequal coverage are never compared.

import type { Outcome, Refusal } from './outcome';
import { periodOf } from './period-arithmetic';
import type { Period } from './period-arithmetic';
import { parseSpans } from './period-text';

// One address for the subject: the rest of the house imports periods and days from here.
export { compareCoverage } from './coverage';
export type { Comparison, CoverageRefusal, Offer, PeriodValue } from './coverage';
export { addDays, fromEpochDay, isDay, labelDay, toEpochDay } from './day';
export type { Day } from './day';
export {
  comparePeriods, containsPeriod, daysIn, haveEqualCoverage, overlaps, periodOf, periodsBetween,
  samePeriodYearBefore, sameLengthPredecessor, wholeMonthsIn,
} from './period-arithmetic';
export type { Period, PeriodKind } from './period-arithmetic';
export { labelPeriod, shortLabelPeriod } from './period-labels';

export type PeriodOutcome = Outcome<Period, Refusal>;

/**
 * Reads every written form: `2025-10-11`, `2025-10`, `2025-Q3`, `2025-H1`, `2025`, `2025-Q1..Q3` and ranges of one form such as
 * `2025-10-11..2025-10-12`, `2025-10..2026-03`, `2024-Q4..2025-Q1`. Refuses anything else with a sentence that says what is allowed.
 */
export function parsePeriod(text: string): PeriodOutcome {
  const spans = parseSpans(text);
  return spans.ok ? { ok: true, value: periodOf(spans.value.start, spans.value.end) } : spans;
}

/** The canonical key; parsing it gives the same period back. Custom periods are always written in days. */
export function formatPeriod(period: Period): string {
  const year = period.start.slice(0, 4);
  const month = Number(period.start.slice(5, 7));
  const quarter = Math.ceil(month / 3);
  switch (period.kind) {
    case 'day':
      return period.start;
    case 'month':
      return period.start.slice(0, 7);
    case 'quarter':
      return `${year}-Q${quarter}`;
    case 'half':
      return `${year}-H${month === 1 ? 1 : 2}`;
    case 'nine-months':
      return `${year}-Q${quarter}..Q${quarter + 2}`;
    case 'year':
      return year;
    case 'custom':
      return `${period.start}..${period.end}`;
  }
}
