import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { barsPath, columnsOf, linePath } from '@/components/charts/dense/columns';
import type { PeriodMark } from '@/domain/chart/model';
import { periodMark } from '../../fixtures/models';

const marksOf = (values: readonly (number | null)[]): readonly PeriodMark[] => values.map((value, band) => periodMark(band, value, { seriesId: 's' }));

describe('columns of a chart with more marks than pixels', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 5000 })), { minLength: 1, maxLength: 400 });
  property.prop([values, fc.integer({ min: 1, max: 300 })])('show the highest and the lowest value of their days, and nothing where there is none', (days, most) => {
    const columns = columnsOf(marksOf(days), 's', days.length, most);
    expect(columns.length).toBe(Math.min(most, days.length));
    const bins = columns.map((): number[] => []);
    days.forEach((value, day) => { if (value !== null) bins[Math.min(Math.floor((day * columns.length) / days.length), columns.length - 1)]?.push(value); });
    expect(columns.map((column) => (column === null ? null : [column.low, column.high]))).toEqual(bins.map((bin) => (bin.length === 0 ? null : [Math.min(...bin), Math.max(...bin)])));
  });

  it('become one stroke each, and a line that breaks over a gap', () => {
    const columns = columnsOf(marksOf([1, 3, null, null, 5, 5]), 's', 6, 3);
    const y = (value: number): number => 10 - value;
    expect(barsPath(columns, 30, 10, y)).toBe('M5 10V7M25 10V5');
    expect(linePath(columns, 30, y)).toBe('M5 9V7M25 5h.1');
  });

  it('leave other series alone', () => {
    expect(columnsOf(marksOf([1, 2]), 'other', 2, 2)).toEqual([null, null]);
  });
});
