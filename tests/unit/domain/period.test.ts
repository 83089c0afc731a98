import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays, comparePeriods, containsPeriod, daysIn, formatPeriod, fromEpochDay, haveEqualCoverage, isDay, labelDay, labelPeriod, overlaps,
  parsePeriod, periodOf, periodsBetween, samePeriodYearBefore, sameLengthPredecessor, shortLabelPeriod, toEpochDay,
} from '@/domain/period';
import type { Period, PeriodKind } from '@/domain/period';
import { period } from './build-rows';

const FIRST = toEpochDay('0001-01-01');
const LAST = toEpochDay('9999-12-31');

const days = fc.oneof(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: toEpochDay('2019-01-01'), max: toEpochDay('2027-12-31') }));
const years = fc.integer({ min: 1990, max: 2040 });

/** Periods of every kind, calendar ones as often as odd ones, in years whose year before exists. */
const periods: fc.Arbitrary<Period> = fc.oneof(
  fc.tuple(fc.integer({ min: toEpochDay('1990-01-01'), max: toEpochDay('2040-12-31') }), fc.integer({ min: 0, max: 900 }))
    .map(([start, more]) => periodOf(fromEpochDay(start), fromEpochDay(start + more))),
  years.map((year) => period(String(year))),
  fc.tuple(years, fc.integer({ min: 1, max: 2 })).map(([year, half]) => period(`${year}-H${half}`)),
  fc.tuple(years, fc.integer({ min: 1, max: 4 })).map(([year, quarter]) => period(`${year}-Q${quarter}`)),
  fc.tuple(years, fc.integer({ min: 1, max: 2 })).map(([year, quarter]) => period(`${year}-Q${quarter}..Q${quarter + 2}`)),
  fc.tuple(years, fc.integer({ min: 1, max: 12 })).map(([year, month]) => period(`${year}-${String(month).padStart(2, '0')}`)),
  fc.tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 })).map(([year, month, more]) => {
    const end = new Date(Date.UTC(year, month + more, 0)).toISOString().slice(0, 10);
    return periodOf(`${year}-${String(month).padStart(2, '0')}-01`, end);
  }),
);

describe('days', () => {
  it('counts them as the calendar of the platform does', () => {
    fc.assert(fc.property(days, (epochDay) => {
      expect(fromEpochDay(epochDay)).toBe(new Date(epochDay * 86_400_000).toISOString().slice(0, 10));
      expect(toEpochDay(fromEpochDay(epochDay))).toBe(epochDay);
    }), { numRuns: 2000 });
  });

  it('sort as text in the order of time', () => {
    fc.assert(fc.property(days, days, (a, b) => {
      expect(Math.sign(a - b)).toBe(fromEpochDay(a) < fromEpochDay(b) ? -1 : a === b ? 0 : 1);
    }));
  });

  it.each([
    ['2024-02-29', true], ['2025-02-29', false], ['1900-02-29', false], ['2000-02-29', true], ['2025-02-30', false], ['2025-04-31', false],
    ['2025-13-01', false], ['2025-00-10', false], ['2025-10-00', false], ['0000-01-01', false], ['2025-1-1', false], ['2025-10-11 ', false],
    ['2025-10-11T00:00', false], ['٢٠٢٥-١٠-١١', false], ['', false],
  ])('isDay(%s) is %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it('throws for what is no day, and does not leave the calendar', () => {
    expect(() => toEpochDay('2025-02-30')).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => fromEpochDay(1.5)).toThrow(RangeError);
    expect(() => labelDay('tomorrow')).toThrow(RangeError);
  });

  it('are named', () => {
    expect(labelDay('2025-10-12')).toBe('12 Oct 2025');
    expect(addDays('2025-10-12', 20)).toBe('2025-11-01');
  });
});

describe('writing and reading', () => {
  type Form = readonly [written: string, kind: PeriodKind, start: string, end: string, canonical: string, label: string, short: string];
  const forms: readonly Form[] = [
    ['2025-10-11', 'day', '2025-10-11', '2025-10-11', '2025-10-11', '11 October 2025', '11 Oct'],
    ['2025-10', 'month', '2025-10-01', '2025-10-31', '2025-10', 'Oct 2025', 'Oct'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024-02', 'Feb 2024', 'Feb'],
    ['2025-Q3', 'quarter', '2025-07-01', '2025-09-30', '2025-Q3', 'Q3 2025', 'Q3'],
    ['2025-H1', 'half', '2025-01-01', '2025-06-30', '2025-H1', 'January–June 2025', 'H1'],
    ['2025-H2', 'half', '2025-07-01', '2025-12-31', '2025-H2', 'July–December 2025', 'H2'],
    ['2025-Q1..Q3', 'nine-months', '2025-01-01', '2025-09-30', '2025-Q1..Q3', 'January–September 2025', 'Jan–Sep'],
    ['2025-Q2..Q4', 'nine-months', '2025-04-01', '2025-12-31', '2025-Q2..Q4', 'April–December 2025', 'Apr–Dec'],
    ['2025', 'year', '2025-01-01', '2025-12-31', '2025', '2025', '2025'],
    ['2025-10-11..2025-10-12', 'custom', '2025-10-11', '2025-10-12', '2025-10-11..2025-10-12', '11–12 October 2025', '11–12 Oct'],
    ['2025-10..2026-03',
      'custom', '2025-10-01', '2026-03-31', '2025-10-01..2026-03-31', 'October 2025 – March 2026', 'Oct 2025 – Mar 2026'],
    ['2024-Q4..2025-Q1',
      'custom', '2024-10-01', '2025-03-31', '2024-10-01..2025-03-31', 'October 2024 – March 2025', 'Oct 2024 – Mar 2025'],
    ['2025-Q2..Q3', 'custom', '2025-04-01', '2025-09-30', '2025-04-01..2025-09-30', 'April–September 2025', 'Apr–Sep'],
    ['2022..2024', 'custom', '2022-01-01', '2024-12-31', '2022-01-01..2024-12-31', '2022–2024', '2022–2024'],
    ['2025-09-28..2025-10-03',
      'custom', '2025-09-28', '2025-10-03', '2025-09-28..2025-10-03', '28 September – 3 October 2025', '28 Sep – 3 Oct'],
    ['2024-12-28..2025-01-03', 'custom', '2024-12-28', '2025-01-03', '2024-12-28..2025-01-03', '28 December 2024 – 3 January 2025',
      '28 Dec 2024 – 3 Jan 2025'],
    // Other spellings of calendar periods: the days decide the kind.
    ['2025-Q1..Q2', 'half', '2025-01-01', '2025-06-30', '2025-H1', 'January–June 2025', 'H1'],
    ['2025-Q1..2025-Q4', 'year', '2025-01-01', '2025-12-31', '2025', '2025', '2025'],
    ['2025-07..2025-09', 'quarter', '2025-07-01', '2025-09-30', '2025-Q3', 'Q3 2025', 'Q3'],
    ['2025-10-01..2025-10-31', 'month', '2025-10-01', '2025-10-31', '2025-10', 'Oct 2025', 'Oct'],
    ['2025-10-11..2025-10-11', 'day', '2025-10-11', '2025-10-11', '2025-10-11', '11 October 2025', '11 Oct'],
    ['2025-08..2025-10', 'custom', '2025-08-01', '2025-10-31', '2025-08-01..2025-10-31', 'August–October 2025', 'Aug–Oct'],
  ];

  it.each(forms)('%s is a %s', (written, kind, start, end, canonical, label, short) => {
    const read = period(written);
    expect(read).toEqual({ kind, start, end });
    expect(formatPeriod(read)).toBe(canonical);
    expect(labelPeriod(read)).toBe(label);
    expect(shortLabelPeriod(read)).toBe(short);
  });

  it('reads back what it prints', () => {
    fc.assert(fc.property(periods, (one) => {
      expect(period(formatPeriod(one))).toEqual(one);
    }), { numRuns: 2000 });
  });

  it('gives the same days the same kind, however they are spelled', () => {
    fc.assert(fc.property(periods, (one) => {
      expect(period(`${one.start}..${one.end}`)).toEqual(one);
      expect(periodOf(one.start, one.end)).toEqual(one);
    }));
  });

  it('names different periods differently', () => {
    fc.assert(fc.property(periods, periods, (a, b) => {
      fc.pre(comparePeriods(a, b) !== 0);
      expect(labelPeriod(a)).not.toBe(labelPeriod(b));
    }));
  });

  it.each([
    ['2025-Q5', 'There is no quarter “2025-Q5”.'],
    ['2025-Q0', 'There is no quarter “2025-Q0”.'],
    ['2025-H3', 'There is no half “2025-H3”.'],
    ['2025-13', 'There is no month “2025-13”.'],
    ['2025-00', 'There is no month “2025-00”.'],
    ['2025-02-30', 'There is no day “2025-02-30”.'],
    ['0000', 'There is no year 0000.'],
    ['0000-01-01..0001-01-01', 'There is no year 0000.'],
    ['', 'This is not a period.'],
    [' 2025', 'This is not a period.'],
    ['2025\n', 'This is not a period.'],
    ['2025-q3', '“2025-q3” is not a period.'],
    ['2025-Q1..', 'This is not a period.'],
    ['..2025', 'This is not a period.'],
    ['2025..2026..2027', '“2025..2026..2027” is not a period.'],
    ['Q3', '“Q3” is not a period.'],
    ['2025..Q3', '“Q3” is not a period.'],
    ['2025-Q3..2025-10', 'Both ends of “2025-Q3..2025-10” must be written the same way'],
    ['2025-Q3..Q1', '“2025-Q3..Q1” runs backwards'],
    ['2025-10-12..2025-10-11', '“2025-10-12..2025-10-11” runs backwards'],
    ['2026..2025', '“2026..2025” runs backwards'],
    ['<script>alert(1)</script>', '“<script>alert(1)</script>” is not a period.'],
    ['9'.repeat(20_000), 'A period is at most 40 characters long.'],
  ])('refuses %j', (text, message) => {
    const outcome = parsePeriod(text);
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.refusal.message).toContain(message);
    expect(outcome.refusal.message).toContain('a quarter (2025-Q3)');
    expect(outcome.refusal.message.length).toBeLessThan(400);
  });

  it('never throws, and whatever it accepts it prints and reads as the same', () => {
    const texts = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: fc.constantFrom(...'0123456789-QH.'), maxLength: 24 }));
    fc.assert(fc.property(texts, (text) => {
      const outcome = parsePeriod(text);
      if (outcome.ok) expect(period(formatPeriod(outcome.value))).toEqual(outcome.value);
      else expect(outcome.refusal.code).toMatch(/^(malformed|reversed)-period$/);
    }), { numRuns: 3000 });
  });

  it('throws for days that make no period', () => {
    expect(() => periodOf('2025-02-30', '2025-03-01')).toThrow(RangeError);
    expect(() => periodOf('2025-03-02', '2025-03-01')).toThrow(RangeError);
  });
});

describe('order and containment', () => {
  it('is a total order, zero only for the same days', () => {
    fc.assert(fc.property(periods, periods, periods, (a, b, c) => {
      expect(Math.sign(comparePeriods(a, b))).toBe(0 - Math.sign(comparePeriods(b, a)));
      expect(comparePeriods(a, b) === 0).toBe(a.start === b.start && a.end === b.end);
      if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) expect(comparePeriods(a, c)).toBeLessThanOrEqual(0);
    }));
  });

  it.each([
    ['2025', '2025-Q3', true], ['2025-Q3', '2025-Q3', true], ['2025-Q3', '2025', false], ['2025-Q1..Q3', '2025-H1', true],
    ['2025-H1', '2025-Q1..Q3', false], ['2025-10', '2025-10-11..2025-10-12', true], ['2025-10', '2025-09-30..2025-10-01', false],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(containsPeriod(period(outer), period(inner))).toBe(expected);
  });

  it('agrees with the days one by one', () => {
    fc.assert(fc.property(periods, periods, (a, b) => {
      const [from, to] = [toEpochDay(a.start), toEpochDay(a.end)];
      const inB = (day: number) => day >= toEpochDay(b.start) && day <= toEpochDay(b.end);
      const shared = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(inB).length;
      expect(overlaps(a, b)).toBe(shared > 0);
      expect(overlaps(b, a)).toBe(shared > 0);
      expect(containsPeriod(b, a)).toBe(shared === daysIn(a));
    }));
  });
});

describe('walking', () => {
  it.each([
    ['2025-Q3', '2025-Q2'], ['2025-Q1', '2024-Q4'], ['2025', '2024'], ['2025-H1', '2024-H2'], ['2025-01', '2024-12'],
    ['2025-03', '2025-02'],
    ['2025-10-11', '2025-10-10'], ['2025-Q1..Q3', '2024-Q1..Q3'], ['2025-Q2..Q4', '2024-Q2..Q4'],
    ['2025-10-11..2025-10-12', '2025-10-09..2025-10-10'],
  ])('the predecessor of %s is %s', (text, before) => {
    expect(formatPeriod(sameLengthPredecessor(period(text)))).toBe(before);
  });

  it.each([
    ['2025-Q3', '2024-Q3'], ['2024-02', '2023-02'], ['2025-02', '2024-02'], ['2024-02-29', '2023-02-28'], ['2025-Q1..Q3', '2024-Q1..Q3'],
    ['2025-01..2025-08', '2024-01-01..2024-08-31'], ['2024-10..2025-03', '2023-10-01..2024-03-31'],
    ['2025-10-11..2025-10-12', '2024-10-11..2024-10-12'],
  ])('a year before %s is %s', (text, before) => {
    expect(formatPeriod(samePeriodYearBefore(period(text)))).toBe(before);
  });

  it('keeps the coverage: predecessor and year before are always comparable', () => {
    fc.assert(fc.property(periods, (one) => {
      const before = sameLengthPredecessor(one);
      expect(haveEqualCoverage(one, before)).toBe(true);
      expect(overlaps(one, before)).toBe(false);
      if (one.kind !== 'nine-months') expect(addDays(before.end, 1)).toBe(one.start);
      if (one.kind === 'custom') expect(daysIn(before)).toBe(daysIn(one));
      else expect(before.kind).toBe(one.kind);
      expect(haveEqualCoverage(one, samePeriodYearBefore(one))).toBe(true);
      expect(samePeriodYearBefore(one).start.slice(0, 4)).toBe(String(Number(one.start.slice(0, 4)) - 1));
    }), { numRuns: 2000 });
  });

  it('covers a range with touching periods of one kind', () => {
    const kinds = fc.constantFrom('day' as const, 'month' as const, 'quarter' as const, 'half' as const, 'year' as const);
    fc.assert(fc.property(kinds, periods, (kind, range) => {
      const walked = periodsBetween(kind, range.start, range.end);
      expect(walked.every((one) => one.kind === kind && overlaps(one, range))).toBe(true);
      expect(containsPeriod(periodOf(walked.at(0)?.start ?? '', walked.at(-1)?.end ?? ''), range)).toBe(true);
      expect(walked.slice(1).every((one, at) => addDays(walked[at]?.end ?? '', 1) === one.start)).toBe(true);
    }));
  });

  it('lists quarters and stays finite', () => {
    expect(periodsBetween('quarter', '2024-11-05', '2025-07-01').map(formatPeriod)).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3']);
    expect(periodsBetween('month', '2025-03-01', '2025-02-01')).toEqual([]);
    expect(() => periodsBetween('day', '0001-01-01', '9999-12-31')).toThrow(RangeError);
    expect(() => periodsBetween('day', '2025', '2026')).toThrow(RangeError);
  });
});
