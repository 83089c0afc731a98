import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCoverage, daysIn, formatPeriod, haveEqualCoverage, periodOf, addDays } from '@/domain/period';
import type { CoverageRefusal } from '@/domain/period';
import { period } from './build-rows';

function compare(now: string, value: number, base: string, baseValue: number) {
  return compareCoverage({ period: period(now), value }, { period: period(base), value: baseValue });
}

function refused(now: string, value: number, base: string, baseValue: number): CoverageRefusal {
  const outcome = compare(now, value, base, baseValue);
  if (outcome.ok) throw new Error('the comparison was not refused');
  return outcome.refusal;
}

describe('comparing', () => {
  it('nine months of 2025 with the same nine of 2024: +58 %', () => {
    const outcome = compare('2025-Q1..Q3', 2414, '2024-Q1..Q3', 1527);
    expect(outcome.ok).toBe(true);
    if (!outcome.ok) return;
    expect(outcome.value.change).toBe(887);
    expect(outcome.value.percent).toBeCloseTo(58.09, 2);
    expect(outcome.value.period).toEqual(period('2025-Q1..Q3'));
    expect(outcome.value.base).toEqual(period('2024-Q1..Q3'));
  });

  it('nine months with a year: a refusal in words that carries the three offers', () => {
    const refusal = refused('2025-Q1..Q3', 2414, '2024', 2546);
    expect(refusal.code).toBe('unequal-coverage');
    expect(refusal.now).toEqual(period('2025-Q1..Q3'));
    expect(refusal.base).toEqual(period('2024'));
    expect(refusal.message).toBe(
      'January–September 2025 (9 months) is not compared with 2024 (12 months): they are not equally long. '
      + 'Instead: January–September 2025 against January–September 2024; '
      + 'or four quarters running, Q4 2024 to Q3 2025 against 2024; '
      + 'or annualised to 365 days, an estimate and not a count: about 3,228 from January–September 2025 against 2,546 in 2024.',
    );
    expect(refusal.offers.map(({ kind, now, base }) => [kind, now.map(formatPeriod), base.map(formatPeriod)])).toEqual([
      ['same-period-year-before', ['2025-Q1..Q3'], ['2024-Q1..Q3']],
      ['four-quarters-running', ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'], ['2024']],
      ['annualised', ['2025-Q1..Q3'], ['2024']],
    ]);
    expect(refusal.offers.every((offer) => offer.periods.length === offer.now.length + offer.base.length)).toBe(true);
  });

  it('offers the four quarters before where both periods end in one quarter', () => {
    const offer = refused('2025-Q3', 901, '2025-Q1..Q3', 2414).offers.find(({ kind }) => kind === 'four-quarters-running');
    expect(offer?.label).toBe('four quarters running, Q4 2024 to Q3 2025 against Q4 2023 to Q3 2024');
  });

  it('runs quarters only to the last complete one', () => {
    const offer = refused('2025-10', 355, '2024', 2546).offers.find(({ kind }) => kind === 'four-quarters-running');
    expect(offer?.now.map(formatPeriod)).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3']);
  });

  it('leaves out offers that the calendar has no room for', () => {
    expect(refused('0001', 5, '0001-Q1', 1).offers.map(({ kind }) => kind)).toEqual(['annualised']);
  });

  it.each([
    ['2025-Q1', '2024-Q4', true], ['2025', '2024', true], ['2025-02', '2024-02', true], ['2025-02', '2025-01', true],
    ['2025-Q1..Q3', '2024-Q2..Q4', true], ['2025-01..2025-08', '2024-01..2024-08', true],
    ['2025-10-11..2025-10-12', '2024-03-01..2024-03-02', true],
    ['2025-Q1..Q3', '2024', false], ['2025-H1', '2025-Q1', false], ['2025-10-11..2025-10-12', '2025-10-13', false],
    ['2025-01..2025-08', '2024-01..2024-07', false], ['2025-01-01..2025-01-30', '2025-02', false],
  ])('%s and %s are equally long: %s', (a, b, expected) => {
    expect(haveEqualCoverage(period(a), period(b))).toBe(expected);
    expect(haveEqualCoverage(period(b), period(a))).toBe(expected);
  });

  it('has no percentage of zero', () => {
    const outcome = compare('2025', 5, '2024', 0);
    expect(outcome.ok && outcome.value).toMatchObject({ change: 5, percent: null });
  });

  const spans = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 800 }))
    .map(([start, more]) => periodOf(addDays('2018-01-01', start), addDays('2018-01-01', start + more)));

  it('either compares or refuses with offers that are themselves fair', () => {
    fc.assert(fc.property(spans, spans, (now, base) => {
      const outcome = compareCoverage({ period: now, value: 10 }, { period: base, value: 5 });
      expect(outcome.ok).toBe(haveEqualCoverage(now, base));
      if (outcome.ok) {
        expect(outcome.value.percent).toBe(100);
        return;
      }
      expect(outcome.refusal.offers.map(({ kind }) => kind)).toEqual(['same-period-year-before', 'four-quarters-running', 'annualised']);
      for (const offer of outcome.refusal.offers) {
        expect(outcome.refusal.message).toContain(offer.label);
        if (offer.kind === 'annualised') continue;
        const total = (side: typeof offer.now) => side.reduce((sum, one) => sum + daysIn(one), 0);
        const [first, last] = [offer.now.at(0), offer.now.at(-1)];
        const [baseFirst, baseLast] = [offer.base.at(0), offer.base.at(-1)];
        if (!first || !last || !baseFirst || !baseLast) throw new Error('an offer has two sides');
        // Each side is one stretch without gaps, and the two stretches are comparable.
        expect(total(offer.now)).toBe(daysIn(periodOf(first.start, last.end)));
        expect(total(offer.base)).toBe(daysIn(periodOf(baseFirst.start, baseLast.end)));
        expect(haveEqualCoverage(periodOf(first.start, last.end), periodOf(baseFirst.start, baseLast.end))).toBe(true);
      }
    }), { numRuns: 500 });
  });
});
