import { describe, expect, test } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import type { ClosedDaysModel } from '@/domain/chart/closures-model';
import { chartRows, closure, definition } from './rows-fixture';

const build = (asOf: string | null = null, options = {}) => buildChart(definition('closed-days', options), chartRows({ asOf }));

function daysIn(model: ClosedDaysModel, crossing: string, band: string): string | undefined {
  const index = model.bands.findIndex(({ key }) => key === band);
  return model.panels.find(({ id }) => id === crossing)?.marks.find((mark) => mark.band === index)?.label;
}

describe('closed days', () => {
  test.each([
    ['torkham', '2025-Q1', '26'],
    ['torkham', '2025-Q4', '81–82'],
    ['kharlachi', '2024-Q1', '11–80'],
    ['chaman', '2025-Q4', '81'],
    ['chaman', '2026-Q1', '55–90'],
    ['chaman', '2024-Q1', '0'],
  ])('%s in %s: %s', (crossing, band, label) => expect(daysIn(build(), crossing, band)).toBe(label));

  test('overlapping rows are counted once', () => {
    const closures = [closure('a', 'torkham', 'trade', '2025-01-10', '2025-01-20'), closure('b', 'torkham', 'all', '2025-01-15', '2025-01-25')];
    const model = buildChart(definition('closed-days'), chartRows({ closures }));
    expect(daysIn(model, 'torkham', '2025-Q1')).toBe('15');
  });

  test('a range is spoken as at least and at most, with the day the record ends', () => {
    const mark = build().panels.find(({ id }) => id === 'chaman')?.marks.at(-1);
    expect(mark).toMatchObject({ low: 55, high: 90 });
    expect(mark?.spoken).toBe(
      'Chaman / Spin Boldak, Q1 2026: trade shut on at least 55 and at most 90 days; when it reopened is not known, last known day 25 Feb 2026.',
    );
  });

  test('a crossing without any record is left blank, not zero', () => {
    const model = build();
    expect(model.panels.find(({ id }) => id === 'badini')?.marks).toEqual([]);
    expect(model.table.rows[0]?.cells.at(-1)).toMatchObject({ text: 'unknown', empty: 'unknown' });
    expect(model.notes.join(' ')).toContain('No closure of Badini is on record at all');
  });

  test('a period after all that is known is left blank, not zero', () => {
    const closures = [closure('a', 'torkham', 'trade', '2025-01-10', '2025-01-20')];
    const model = buildChart(definition('closed-days'), chartRows({ closures }));
    expect(daysIn(model, 'torkham', '2025-Q1')).toBe('10');
    expect(daysIn(model, 'torkham', '2025-Q2')).toBeUndefined();
  });

  test('on an earlier day only the days until then count', () => {
    const model = build('2025-10-20');
    expect(daysIn(model, 'torkham', '2025-Q4')).toBe('8–10');
    expect(model.bands.at(-1)?.key).toBe('2025-Q4');
  });

  test('the axis covers every most', () => {
    const model = build();
    expect(model.yMax).toBeGreaterThanOrEqual(Math.max(...model.panels.flatMap(({ marks }) => marks.map(({ high }) => high))));
  });
});
