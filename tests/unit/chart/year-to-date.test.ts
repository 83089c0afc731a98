import { describe, expect, test } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import { WHOLE_VIEW } from '@/domain/chart/view';
import { CRSS_ALL, CRSS_READINGS, FATALITIES, chartRows, definition } from './rows-fixture';

const lineOf = (model: ReturnType<typeof build>, year: string) => model.lines.find(({ id }) => id === year);
const build = (asOf: string | null = null, readings = CRSS_READINGS) => buildChart(definition('year-to-date'), chartRows({ asOf, readings }));

describe('year to date', () => {
  test('adds quarters up and keeps their qualifiers', () => {
    const line = lineOf(build(), '2025');
    expect(line?.points.map(({ value }) => value)).toEqual([900, 1516, 2417, 3420]);
    expect(line?.points.map(({ qualifier }) => qualifier)).toEqual(['exact', 'exact', 'at-least', 'at-least']);
    expect(line?.points[2]).toMatchObject({ label: '≥ 2,417', low: 2417, high: null, kind: 'derived', formula: '900 + 616 + ≥ 901' });
  });

  test('an earlier vintage has the sums that could be made then, and says the year is incomplete', () => {
    const line = lineOf(build('2025-07-10'), '2025');
    expect(line?.points.map(({ value }) => value)).toEqual([900, 1515, null, null]);
    expect(line).toMatchObject({ isIncomplete: true, label: '2025 (to Q2)' });
    expect(line?.points[2]).toMatchObject({ empty: 'not-yet-reported', isIncomplete: true });
    expect(build('2025-07-10').notes[0]).toBe('Incomplete, not to be compared with whole years: 2025 (to Q2).');
  });

  test('the sums of earlier vintages stay with the point', () => {
    expect(lineOf(build(), '2025')?.points[1]?.vintages.map(({ label }) => label)).toEqual(['≥ 1,512', '≥ 1,515']);
    expect(lineOf(build(), '2024')?.points[3]?.vintages).toMatchObject([{ value: 2546, knownFrom: '2024-12-30' }]);
  });

  test('a missing quarter ends the line, and later quarters are not added to less than the whole', () => {
    const readings = CRSS_READINGS.filter(({ period }) => period.start !== '2024-04-01');
    const line = lineOf(build(null, readings), '2024');
    expect(line?.points.map(({ value, empty }) => value ?? empty)).toEqual([432, 'unknown', 'unknown', 'unknown']);
    expect(line?.points[3]?.spoken).toContain('no figure for Q2 2024');
    expect(line?.label).toBe('2024 (to Q1)');
  });

  test('says that the printed nine months differ from the sum of their quarters', () => {
    expect(build().notes.join(' ')).toContain('CRSS prints 2,414 for January–September 2025; its parts shown here add up to ≥ 2,417');
  });

  test('the latest year keeps the first colour', () => {
    expect(build().legend).toMatchObject([{ id: '2023', colour: 2 }, { id: '2024', colour: 1 }, { id: '2025', colour: 0 }]);
    expect(buildChart(definition('year-to-date'), chartRows(), { ...WHOLE_VIEW, from: '2025-01-01' }).legend).toMatchObject([{ id: '2025', colour: 0 }]);
  });

  test('years that had not begun are left out', () => {
    expect(build('2024-11-01').lines.map(({ id }) => id)).toEqual(['2023', '2024']);
  });

  test('an indicator that cannot be summed is refused', () => {
    const indicators = [{ ...FATALITIES, isSummable: false }];
    expect(() => buildChart(definition('year-to-date'), chartRows({ indicators }))).toThrow(expect.objectContaining({ fault: 'incompatible-series' }));
  });

  test('a withdrawn quarter stays in the table', () => {
    const readings = CRSS_READINGS.map((one) => (one.id === `${CRSS_ALL.id}-2025-Q3-901-2025-10-02` ? { ...one, status: 'withdrawn' as const, changeNote: 'Wrong' } : one));
    const model = build(null, readings);
    expect(lineOf(model, '2025')?.points[2]?.value).toBeNull();
    expect(model.table.rows.at(-1)).toMatchObject({ status: 'withdrawn', cells: [{ text: 'Q3 2025 alone' }, { text: '' }, { text: '' }, { text: '≥ 901' }] });
  });
});
