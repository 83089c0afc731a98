import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/domain/period';
import { EMPTY_LABELS, boundsOf, cellHistory, printNumber, printValue, sayValue, valueAsOf } from '@/domain/reading';
import type { EmptyKind, Qualifier, Reading } from '@/domain/reading';
import { reading } from './build-rows';

const june = reading('crss-2025-q2', { value: 615, reportedOn: '2025-06-30', reportedPrecision: 'day', knownFrom: '2025-07-01' });
const september = reading('crss-2025-q2-v2', { value: 616, reportedOn: '2025-09-30', reportedPrecision: 'day', knownFrom: '2025-09-30' });

function shown(readings: readonly Reading[], asOf: string | null) {
  const cell = valueAsOf(readings, asOf);
  if (!cell) return null;
  const valuesOf = (rows: readonly Reading[]) => rows.map(({ value }) => value);
  return { value: cell.reading.value, vintages: valuesOf(cell.vintages), rivals: valuesOf(cell.rivals) };
}

describe('the value of a cell', () => {
  it('Q2 2025 of CRSS is 615 as of 10 July 2025 and 616 today, with 615 as its vintage', () => {
    for (const readings of [[june, september], [september, june]]) {
      expect(shown(readings, '2025-06-30')).toBeNull();
      expect(shown(readings, '2025-07-01')).toEqual({ value: 615, vintages: [], rivals: [] });
      expect(shown(readings, '2025-07-10')).toEqual({ value: 615, vintages: [], rivals: [] });
      expect(shown(readings, '2025-09-29')).toEqual({ value: 615, vintages: [], rivals: [] });
      expect(shown(readings, '2025-09-30')).toEqual({ value: 616, vintages: [615], rivals: [] });
      expect(shown(readings, null)).toEqual({ value: 616, vintages: [615], rivals: [] });
    }
  });

  it('takes the reported number before a derived one, even a later one', () => {
    const derived = reading('derived', { value: 1012, kind: 'derived', formula: '2546 - 1534', knownFrom: '2024-12-30' });
    const reported = reading('reported', { value: 1028, knownFrom: '2024-12-20' });
    expect(shown([derived, reported], null)).toEqual({ value: 1028, vintages: [], rivals: [] });
    expect(shown([derived], null)).toEqual({ value: 1012, vintages: [], rivals: [] });
    expect(shown([derived, { ...reported, knownFrom: '2025-02-01' }], '2025-01-01')?.value).toBe(1012);
    expect(shown([derived, { ...reported, knownFrom: '2025-02-01' }], null)).toEqual({ value: 1028, vintages: [1012], rivals: [] });
  });

  it('takes a derived number before a reported empty', () => {
    const empty = reading('empty', { value: null, empty: 'not-yet-reported', knownFrom: '2026-02-01' });
    const derived = reading('derived', { value: 1003, kind: 'derived', knownFrom: '2026-01-01' });
    expect(shown([empty, derived], null)?.value).toBe(1003);
    expect(valueAsOf([empty], null)?.reading.empty).toBe('not-yet-reported');
  });

  it('does not see withdrawn readings', () => {
    expect(shown([june, { ...september, status: 'withdrawn' }], null)).toEqual({ value: 615, vintages: [], rivals: [] });
    expect(valueAsOf([{ ...june, status: 'withdrawn' }], null)).toBeNull();
    expect(valueAsOf([], null)).toBeNull();
  });

  it('shows zero as a value', () => {
    expect(shown([reading('zero', { value: 0 })], null)).toEqual({ value: 0, vintages: [], rivals: [] });
  });

  it('keeps two numbers of one day side by side', () => {
    const a = reading('a', { value: 1210, reportedOn: '2024-02-01', knownFrom: '2024-02-01' });
    const b = reading('b', { value: 1203, reportedOn: '2024-02-01', knownFrom: '2024-02-01' });
    expect(shown([a, b], null)).toEqual({ value: 1203, vintages: [], rivals: [1210] });
    expect(shown([{ ...a, confidence: 'high' }, { ...b, confidence: 'low' }], null)?.value).toBe(1210);
    // Known from the same day but reported on different ones: the earlier is history, not a rival.
    expect(shown([{ ...a, reportedOn: '2024-01-15' }, b], null)).toEqual({ value: 1203, vintages: [1210], rivals: [] });
    expect(shown([{ ...a, reportedOn: null }, b], null)).toEqual({ value: 1203, vintages: [], rivals: [1210] });
  });

  it('tells a number that several pages repeat once, and tells a return to an old number', () => {
    const told = (values: readonly number[]) =>
      values.map((value, at) => reading(`r${at}`, { value, knownFrom: addDays('2025-01-01', at) }));
    expect(shown(told([2546, 2546, 2555]), null)).toEqual({ value: 2555, vintages: [2546], rivals: [] });
    expect(shown(told([897, 900, 897]), null)).toEqual({ value: 897, vintages: [900], rivals: [] });
    expect(shown(told([973, 973, 980, 980, 980]), null)).toEqual({ value: 980, vintages: [973], rivals: [] });
  });

  it('does not call the first number a revision of an empty', () => {
    const empty = reading('empty', { value: null, empty: 'not-yet-reported', knownFrom: '2025-01-01' });
    expect(shown([empty, june], null)).toEqual({ value: 615, vintages: [], rivals: [] });
    expect(shown([june, reading('gone', { value: null, empty: 'withheld', knownFrom: '2026-01-01' })], null))
      .toEqual({ value: null, vintages: [615], rivals: [] });
  });

  it('throws for readings of two cells', () => {
    expect(() => valueAsOf([june, reading('other', { period: '2025-Q3' })], null)).toThrow(RangeError);
    expect(() => cellHistory([june, reading('other', { seriesId: 'picss' })])).toThrow(RangeError);
  });
});

const readingsOfOneCell = fc.uniqueArray(fc.record({
  id: fc.stringMatching(/^[a-z]{1,6}$/),
  value: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 5 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  knownFrom: fc.integer({ min: 0, max: 12 }).map((later) => addDays('2025-01-01', later)),
  reportedOn: fc.option(fc.integer({ min: 0, max: 12 }).map((later) => addDays('2024-12-25', later))),
  kind: fc.constantFrom('reported' as const, 'derived' as const),
  confidence: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
  status: fc.oneof({ weight: 5, arbitrary: fc.constant('current' as const) }, { weight: 1, arbitrary: fc.constant('withdrawn' as const) }),
}), { selector: ({ id }) => id, maxLength: 8 }).map((rows) =>
  rows.map(({ id, value, ...rest }) => reading(id, { ...rest, value, empty: value === null ? 'unknown' : null })));

const asOfs = fc.option(fc.integer({ min: -1, max: 13 }).map((later) => addDays('2025-01-01', later)));

describe('any cell', () => {
  it('does not depend on the order of its readings', () => {
    fc.assert(fc.property(readingsOfOneCell, asOfs, fc.infiniteStream(fc.nat()), (readings, asOf, keys) => {
      const shuffled = readings.map((row) => ({ row, key: keys.next().value })).sort((a, b) => a.key - b.key).map(({ row }) => row);
      expect(valueAsOf(shuffled, asOf)).toEqual(valueAsOf(readings, asOf));
      expect(cellHistory(shuffled)).toEqual(cellHistory(readings));
    }));
  });

  it('never shows what was not yet known, and is the same as if the rest did not exist', () => {
    fc.assert(fc.property(readingsOfOneCell, asOfs, (readings, asOf) => {
      fc.pre(asOf !== null);
      const known = readings.filter((row) => row.knownFrom <= (asOf ?? ''));
      expect(valueAsOf(readings, asOf)).toEqual(valueAsOf(known, null));
    }));
  });

  it('shows a current reading whenever one is known, and reported numbers before others', () => {
    fc.assert(fc.property(readingsOfOneCell, (readings) => {
      const current = readings.filter((row) => row.status === 'current');
      const cell = valueAsOf(readings, null);
      expect(cell === null).toBe(current.length === 0);
      if (!cell) return;
      expect(current).toContain(cell.reading);
      const latest = cellHistory(current).findLast((row) => row.kind === 'reported');
      if (latest && latest.value !== null) expect(cell.reading).toBe(latest);
      for (const vintage of cell.vintages) {
        expect(vintage.value).not.toBeNull();
        expect(vintage.value).not.toBe(cell.reading.value);
        expect(vintage.knownFrom <= cell.reading.knownFrom).toBe(true);
        expect(cell.rivals).not.toContain(vintage);
      }
      for (const rival of cell.rivals) expect(rival.knownFrom).toBe(cell.reading.knownFrom);
    }), { numRuns: 500 });
  });
});

describe('history', () => {
  it('holds every reading, withdrawn ones too, oldest first', () => {
    const withdrawn = reading('gone', { knownFrom: '2025-08-01', status: 'withdrawn' });
    expect(cellHistory([september, withdrawn, june]).map(({ id }) => id)).toEqual(['crss-2025-q2', 'gone', 'crss-2025-q2-v2']);
  });
});

describe('words', () => {
  it('has four empties with four marks, names and sentences', () => {
    const kinds: EmptyKind[] = ['not-yet-reported', 'not-collected', 'withheld', 'unknown'];
    expect(Object.keys(EMPTY_LABELS).sort()).toEqual([...kinds].sort());
    for (const field of ['symbol', 'label', 'spoken'] as const) {
      expect(new Set(kinds.map((kind) => EMPTY_LABELS[kind][field])).size).toBe(4);
    }
    expect(kinds.map((kind) => EMPTY_LABELS[kind].symbol)).not.toContain('0');
  });

  it.each<[number, Qualifier, string]>([
    [616, 'exact', '616'], [600, 'at-least', '≥ 600'], [200, 'more-than', '> 200'], [450, 'about', 'about 450'],
    [450, 'nearly', 'nearly 450'],
    [2414, 'exact', '2,414'], [1234567, 'at-least', '≥ 1,234,567'], [0, 'exact', '0'], [12.5, 'about', 'about 12.5'],
    [-17, 'nearly', 'nearly −17'],
    [0.125, 'exact', '0.13'],
  ])('prints %s %s as %s', (value, qualifier, printed) => {
    expect(printValue(value, qualifier)).toBe(printed);
  });

  it('says bounds in words where prose runs', () => {
    expect([sayValue(600, 'at-least'), sayValue(200, 'more-than'), sayValue(2414, 'exact'), sayValue(450, 'about'), sayValue(450, 'nearly')])
      .toEqual(['at least 600', 'more than 200', '2,414', 'about 450', 'nearly 450']);
  });

  it('prints no negative zero', () => {
    expect(printNumber(-0.2, 0)).toBe('0');
    expect(printNumber(-0, 2)).toBe('0');
  });

  it.each<[number | null, Qualifier, number | null, number | null]>([
    [616, 'exact', 616, 616], [600, 'at-least', 600, null], [200, 'more-than', 200, null], [450, 'about', 450, 450],
    [450, 'nearly', null, 450],
    [null, 'exact', null, null], [0, 'at-least', 0, null],
  ])('bounds %s %s by %s and %s', (value, qualifier, low, high) => {
    expect(boundsOf({ value, qualifier })).toEqual({ low, high });
  });
});
