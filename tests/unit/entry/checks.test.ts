import { describe, expect, it } from 'vitest';
import { findChecks, type CheckCell, type CheckSeries } from '@/domain/entry/checks';
import { cellKey } from '@/domain/entry/grid-periods';
import { parsePeriod } from '@/domain/period';

const one = (id: string, breakdown: string, more: Partial<CheckSeries> = {}): CheckSeries => ({
  id, organisationId: 'crss', indicatorId: 'fatalities', geography: 'pakistan', breakdownDimension: breakdown === 'all' ? 'total' : 'victim-type', breakdown, breakdownName: breakdown, isSummable: true, ...more,
});
const SERIES = [one('all', 'all'), one('civ', 'civilians'), one('sec', 'security-personnel'), one('out', 'outlaws'), one('both', 'civilians-and-security')];

/** `all 2025-Q1 900` or `all 2025-Q1 900 !` for a touched one. */
function cells(...lines: readonly string[]): CheckCell[] {
  return lines.map((line) => {
    const [seriesId = '', text = '', value = '', mark] = line.split(' ');
    const parsed = parsePeriod(text);
    if (!parsed.ok) throw new Error(line);
    return { key: cellKey(seriesId, parsed.value), seriesId, period: parsed.value, value: Number(value), qualifier: 'exact', empty: null, isTouched: mark === '!', isDerived: false, knownFrom: null };
  });
}
const codes = (series: readonly CheckSeries[], list: readonly CheckCell[]) => findChecks(series, list).map(({ code }) => code);
const line = (...values: readonly number[]) => values.map((value, at) => `all 20${20 + Math.floor(at / 4)}-Q${(at % 4) + 1} ${value}`);

describe('live checks', () => {
  it('parts against their total, once all are there', () => {
    expect(codes(SERIES, cells('all 2025-Q3 901 !', 'civ 2025-Q3 219', 'sec 2025-Q3 166', 'out 2025-Q3 516'))).toEqual([]);
    const [check, ...more] = findChecks(SERIES, cells('all 2025-Q3 901', 'civ 2025-Q3 219', 'sec 2025-Q3 266 !', 'out 2025-Q3 516'));
    expect(more).toEqual([]);
    expect(check).toMatchObject({ code: 'parts', cells: ['all|2025-07-01..2025-09-30', 'civ|2025-07-01..2025-09-30', 'sec|2025-07-01..2025-09-30', 'out|2025-07-01..2025-09-30'] });
    expect(check?.message).toBe('Q3 2025: civilians 219 + security-personnel 266 + outlaws 516 = 1,001; the printed total is 901, 100 less than the parts.');
    expect(codes(SERIES, cells('all 2025-Q3 901', 'civ 2025-Q3 219', 'sec 2025-Q3 266', 'out 2025-Q3 516'))).toEqual([]);
  });

  it('a pair that is itself a part is held against its two', () => {
    expect(codes(SERIES, cells('both 2025-Q3 385 !', 'civ 2025-Q3 219', 'sec 2025-Q3 166'))).toEqual([]);
    expect(codes(SERIES, cells('both 2025-Q3 380 !', 'civ 2025-Q3 219', 'sec 2025-Q3 166'))).toEqual(['parts']);
  });

  it('parts that are not complete are asked about only when they are more than the total', () => {
    expect(codes(SERIES, cells('all 2025-Q3 901 !', 'civ 2025-Q3 219', 'out 2025-Q3 516'))).toEqual([]);
    expect(codes(SERIES, cells('all 2025-Q3 501 !', 'civ 2025-Q3 219', 'out 2025-Q3 516'))).toEqual(['parts-exceed']);
  });

  it('quarters against nine months and years', () => {
    expect(codes(SERIES, cells('all 2025-Q1 900', 'all 2025-Q2 616', 'all 2025-Q3 901', 'all 2025-Q4 1003 !', 'all 2025-Q1..Q3 2414', 'all 2025 3417'))).toEqual(['longer-period']);
    expect(findChecks(SERIES, cells('all 2025-Q1 900', 'all 2025-Q2 616', 'all 2025-Q3 901', 'all 2025-Q4 1003', 'all 2025 3417 !'))[0]?.message)
      .toBe('2025: Q1 2025 900 + Q2 2025 616 + Q3 2025 901 + Q4 2025 1,003 = 3,420; the printed total is 3,417, 3 less than the parts.');
    expect(codes(SERIES, cells('all 2025-Q1 900', 'all 2025 3417 !'))).toEqual([]);
  });

  it('jumps: more than three times a neighbour and twenty apart', () => {
    const before = line(400, 420, 380, 410);
    expect(codes(SERIES, cells(...before, 'all 2021-Q1 1300 !'))).toEqual(['jump']);
    expect(codes(SERIES, cells(...before, 'all 2021-Q1 130 !'))).toEqual(['jump']);
    expect(codes(SERIES, cells(...before, 'all 2021-Q1 1200 !'))).toEqual([]);
    expect(codes(SERIES, cells('all 2020-Q1 2', 'all 2020-Q2 9 !'))).toEqual([]);
    expect(codes(SERIES, cells('all 2020-Q1 0', 'all 2020-Q2 40 !'))).toEqual(['jump']);
    expect(codes(SERIES, cells('all 2020-Q1 100', 'all 2020-Q3 400 !'))).toEqual([]);
  });

  it('far outside the last eight', () => {
    const before = line(400, 420, 380, 410, 400, 390);
    expect(codes(SERIES, cells(...before, 'all 2021-Q3 470 !'))).toEqual(['range']);
    expect(codes(SERIES, cells(...before, 'all 2021-Q3 435 !'))).toEqual([]);
    expect(codes(SERIES, cells(...before.slice(0, 4), 'all 2021-Q3 470 !'))).toEqual([]);
  });

  it('percentages are neither summed nor jumped', () => {
    const percent = SERIES.map((each) => ({ ...each, isSummable: false }));
    expect(codes(percent, cells('all 2025-Q3 901 !', 'civ 2025-Q3 219', 'sec 2025-Q3 266', 'out 2025-Q3 516', 'all 2025-Q2 10'))).toEqual([]);
  });

  it('a period that was not over, that the series never had, or that overlaps oddly', () => {
    const early = cells('all 2025-Q4 1003 !').map((cell) => ({ ...cell, knownFrom: '2025-12-20' }));
    expect(codes(SERIES, early)).toEqual(['not-over']);
    expect(codes(SERIES, early.map((cell) => ({ ...cell, knownFrom: '2025-12-24' })))).toEqual([]);
    expect(codes(SERIES, cells('all 2024-Q1 100', 'all 2024-Q2 100', 'all 2024-Q3 100', 'all 2025-02 30 !'))).toEqual(['unusual-period']);
    expect(codes(SERIES, cells('all 2024-01-10..2024-02-20 30', 'all 2024-02 30 !'))).toEqual(['overlap']);
  });
});
