import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { dayAxis } from '@/domain/chart/day-axis';
import { valueAxis } from '@/domain/chart/value-axis';
import { fromEpochDay, toEpochDay } from '@/domain/period';

describe('value axis', () => {
  test.each([
    [[1028, 616, null], 1200, ['0', '200', '400', '600', '800', '1,000', '1,200']],
    [[0], 1, ['0', '1']],
    [[], 1, ['0', '1']],
    [[3], 3, ['0', '1', '2', '3']],
    [[77], 80, ['0', '20', '40', '60', '80']],
    [[143], 150, ['0', '50', '100', '150']],
  ])('%j ends at %d', (values, max, labels) => {
    const axis = valueAxis(values);
    expect(axis.max).toBe(max);
    expect(axis.ticks.map(({ label }) => label)).toEqual(labels);
  });

  property.prop([fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 5_000_000 })), { maxLength: 30 })])('covers its values with rising whole ticks', (values) => {
    const { max, ticks } = valueAxis(values);
    expect(ticks[0]?.at).toBe(0);
    expect(ticks.at(-1)?.at).toBe(max);
    expect(Math.max(0, ...values.map((value) => value ?? 0))).toBeLessThanOrEqual(max);
    expect(ticks.length).toBeLessThanOrEqual(7);
    for (const [index, { at }] of ticks.entries()) {
      expect(Number.isInteger(at)).toBe(true);
      if (index > 0) expect(at).toBeGreaterThan(ticks[index - 1]?.at ?? 0);
    }
    expect(ticks[0]?.weight).toBe(1);
  });
});

describe('day axis', () => {
  test('counts whole days, half-open', () => {
    const axis = dayAxis('2025-10-12', '2025-10-31');
    expect(axis.to - axis.from).toBe(20);
  });

  test.each([
    ['2025-10-01', '2025-11-10', '1 Nov'],
    ['2025-02-01', '2026-03-31', 'Jan 2026'],
    ['2023-01-01', '2026-03-31', '2025'],
    ['2014-06-15', '2026-03-11', '2015'],
  ])('%s to %s is marked by the calendar', (first, last, label) => {
    expect(dayAxis(first, last).ticks.map((tick) => tick.label)).toContain(label);
  });

  property.prop([fc.integer({ min: toEpochDay('1995-01-01'), max: toEpochDay('2035-01-01') }), fc.integer({ min: 0, max: 12_000 })])(
    'ticks rise, stay on the axis and are never too many',
    (from, span) => {
      const axis = dayAxis(fromEpochDay(from), fromEpochDay(from + span));
      const places = axis.ticks.map(({ at }) => at);
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      expect(places.every((at) => axis.from <= at && at < axis.to)).toBe(true);
      expect(axis.ticks.length).toBeLessThanOrEqual(40);
      if (axis.ticks.length > 0) expect(axis.ticks.some(({ weight }) => weight === 1)).toBe(true);
    },
  );

  test('a last day before the first gives one day, not a broken axis', () => {
    const axis = dayAxis('2025-10-12', '2025-10-01');
    expect(axis.to - axis.from).toBe(1);
  });
});
