// A sentence says how much of a year its numbers cover, so that nine months are never read as twelve.

import { partsOf } from './day';
import { daysIn, overlaps, parsePeriod, periodOf, wholeMonthsIn } from './period';
import type { Period } from './period';
import type { Sentence } from './sentence';

/** What the readings of a sentence cover of one calendar year. */
export interface YearCoverage {
  readonly year: number;
  /** For each month of the year, whether it is covered whole; null where the period begins or ends inside a month. */
  readonly months: readonly boolean[] | null;
  readonly days: number;
  readonly daysOfYear: number;
}

/** One for each period and year that a sentence's cells name, each once, in their order. Cells that the sentence misspells are left out. */
export function coverageOf({ bindings }: Pick<Sentence, 'bindings'>): YearCoverage[] {
  const texts = bindings.flatMap((binding) => (binding.kind === 'cell' ? [binding.period] : []));
  const found = new Map<string, YearCoverage>();
  for (const text of new Set(texts)) {
    const parsed = parsePeriod(text);
    if (!parsed.ok) continue;
    for (const year of yearsOf(parsed.value)) {
      const coverage = coverYear(parsed.value, year);
      found.set(JSON.stringify(coverage), coverage);
    }
  }
  return [...found.values()];
}

function yearsOf(period: Period): number[] {
  const [first, last] = [partsOf(period.start).year, partsOf(period.end).year];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function coverYear(period: Period, year: number): YearCoverage {
  const whole = yearPeriod(year);
  const start = period.start < whole.start ? whole.start : period.start;
  const end = period.end > whole.end ? whole.end : period.end;
  const inside = periodOf(start, end);
  const isWholeMonths = wholeMonthsIn(inside) !== null;
  const [from, to] = [partsOf(start).month, partsOf(end).month];
  return {
    year,
    months: isWholeMonths ? Array.from({ length: 12 }, (_, month) => from <= month + 1 && month + 1 <= to) : null,
    days: overlaps(whole, inside) ? daysIn(inside) : 0,
    daysOfYear: daysIn(whole),
  };
}

function yearPeriod(year: number): Period {
  const text = String(year).padStart(4, '0');
  return periodOf(`${text}-01-01`, `${text}-12-31`);
}

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;

function shareOf({ months, days, daysOfYear }: YearCoverage): string {
  if (days === daysOfYear) return 'all';
  if (months === null) return `${days} of the ${daysOfYear} days`;
  const count = months.filter(Boolean).length;
  return `${WORDS[count] ?? count} of the twelve months`;
}

/** `Covers nine of the twelve months of 2025 and the same of 2024.`; null where nothing is a count over time. */
export function sayCoverage(coverage: readonly YearCoverage[]): string | null {
  const [first, ...others] = coverage;
  if (first === undefined) return null;
  if (others.length === 0) return `Covers ${shareOf(first)} of ${first.year}.`;
  const isSame = others.every((other) => other.year !== first.year && hasSameMonths(other, first));
  if (isSame && first.days === first.daysOfYear) return `Covers all of ${joinYears([first, ...others])}.`;
  if (isSame) return `Covers ${shareOf(first)} of ${first.year}, and the same of ${joinYears(others)}.`;
  const parts = [...new Set(coverage.map((one) => `${shareOf(one)} of ${one.year}`))];
  if (parts.length === 1) return `Each number covers ${parts[0] ?? ''}.`;
  const isUnequal = new Set(coverage.map(({ months, days }) => (months === null ? `${days}` : `${months.filter(Boolean).length} months`))).size > 1;
  return `Covers ${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}${isUnequal ? ': not equally long' : ''}.`;
}

function hasSameMonths(a: YearCoverage, b: YearCoverage): boolean {
  return a.months !== null && b.months !== null && a.months.every((isCovered, month) => isCovered === b.months?.[month]);
}

function joinYears(coverage: readonly YearCoverage[]): string {
  const years = coverage.map(({ year }) => String(year)).toSorted();
  return years.length < 2 ? years.join('') : `${years.slice(0, -1).join(', ')} and ${years.at(-1) ?? ''}`;
}
