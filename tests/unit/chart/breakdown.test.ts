import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown, breakdownsOf } from '@/domain/chart/breakdown';
import { buildChart } from '@/domain/chart/build';
import { groupInOrder } from '@/domain/chart/grouping';
import { chartRecords } from '@/domain/chart/records';
import { canSumSeries } from '@/domain/series';
import { seedChartRows, seedCharts } from '@/tests/fixtures/starting-data';
import { chartRows, CRSS_ALL, CRSS_CIVILIANS, CRSS_OUTLAWS, definition, FATALITIES, reading, series } from './rows-fixture';

const KP = series('crss-kp', { breakdownDimension: 'province', breakdown: 'kp', breakdownName: 'Khyber Pakhtunkhwa', geography: 'kp', geographyName: 'Khyber Pakhtunkhwa' });
const BAL = series('crss-bal', { breakdownDimension: 'province', breakdown: 'bal', breakdownName: 'Balochistan', geography: 'bal', geographyName: 'Balochistan' });
const FATA = series('crss-fata', { breakdownDimension: 'province', breakdown: 'fata', breakdownName: 'Tribal districts', geography: 'fata' });
const ALONE = series('crss-target', { breakdownDimension: 'target', breakdown: 'civilians', breakdownName: 'Civilians' });

const siblings = (readings = PARTS) => ({ indicators: [FATALITIES], series: [CRSS_ALL, CRSS_CIVILIANS, CRSS_OUTLAWS, KP, BAL, FATA, ALONE], readings });

const PARTS = [
  reading(CRSS_CIVILIANS.id, '2025-Q1', 402, '2025-04-01'), reading(CRSS_OUTLAWS.id, '2025-Q1', 495, '2025-04-01'),
  reading(CRSS_CIVILIANS.id, '2025-Q2', 282, '2025-07-01'), reading(CRSS_OUTLAWS.id, '2025-Q2', 333, '2025-07-01'),
  reading(KP.id, '2025-Q1', 567, '2025-04-01'), reading(BAL.id, '2025-Q1', 317, '2025-04-01'), reading(KP.id, '2025-Q2', 389, '2025-07-01'),
  reading(ALONE.id, '2025-Q1', 10, '2025-04-01'), reading(FATA.id, '2024', 99, '2025-01-01'),
];

describe('the ways to split a chart', () => {
  it('are the dimensions with two parts that have values in its own periods', () => {
    expect(breakdownsOf(definition('periods'), siblings())).toEqual(['province', 'victim-type']);
    expect(breakdownsOf(definition('periods', { to: '2024-Q4' }), siblings())).toEqual([]);
    expect(breakdownsOf(definition('periods', { periodKind: 'year' }), siblings())).toEqual([]);
  });

  it('are none for a chart of several series, of a part, with closures, or of another kind', () => {
    expect(breakdownsOf(definition('periods', { seriesIds: [CRSS_CIVILIANS.id, CRSS_OUTLAWS.id], arrangement: 'stacked' }), siblings())).toEqual([]);
    expect(breakdownsOf(definition('periods', { seriesIds: [KP.id] }), siblings())).toEqual([]);
    expect(breakdownsOf(definition('periods', { closureCrossingIds: ['torkham'] }), siblings())).toEqual([]);
    expect(breakdownsOf(definition('year-to-date'), siblings())).toEqual([]);
  });

  it('leave the chart as it is where they are strange', () => {
    const chart = definition('periods');
    expect(breakDown(chart, 'religion', siblings())).toBe(chart);
    expect(breakDown(chart, 'target', siblings())).toBe(chart);
  });
});

describe('a chart split into its parts', () => {
  it('is stacked where the parts share nobody and none is missing', () => {
    const split = breakDown(definition('periods'), 'victim-type', siblings());
    expect(split.kind === 'periods' && split.options).toMatchObject({ arrangement: 'stacked', seriesIds: [CRSS_OUTLAWS.id, CRSS_CIVILIANS.id] });
    expect(split.title).toContain('split by kind of victim');
  });

  it('stands in panels of one scale where a part is missing, so that no stack looks like a total', () => {
    const split = breakDown(definition('periods', { showAnnotations: false }), 'province', siblings());
    expect(split.kind === 'periods' && split.options.arrangement).toBe('panels');
    const model = buildChart(split, chartRows({ series: [KP, BAL], readings: PARTS }));
    if (model.kind !== 'periods') throw new Error('not over periods');
    expect(model.isOneScale).toBe(true);
    expect(new Set(model.panels.map(({ yMax }) => yMax)).size).toBe(1);
    expect(model.panels.map(({ title }) => title)).toEqual(['Khyber Pakhtunkhwa', 'Balochistan']);
    expect(model.altText).toContain('by province');
    expect(model.differences).toBeNull();
  });

  it('never stacks what may not be summed or is not whole, whatever is known', () => {
    fc.assert(fc.property(fc.subarray(PARTS), (known) => {
      const rows = siblings(known);
      for (const dimension of breakdownsOf(definition('periods'), rows)) {
        const split = breakDown(definition('periods'), dimension, rows);
        if (split.kind !== 'periods') throw new Error('changed its kind');
        const { seriesIds, arrangement } = split.options;
        const byPeriod = groupInOrder(known.filter(({ seriesId, period }) => seriesIds.includes(seriesId) && period.kind === 'quarter'), ({ period }) => period.start);
        const isWhole = [...byPeriod.values()].every((readings) => readings.length === seriesIds.length);
        expect(arrangement === 'stacked').toBe(isWhole && canSumSeries(seriesIds, rows).ok);
      }
    }));
  });

  it('is what every chart of the starting data offers, and every file follows', () => {
    const rows = seedChartRows(2);
    const offered = seedCharts(2).flatMap((chart) => breakdownsOf(chart, rows).map((dimension) => `${chart.slug} ${dimension}`));
    expect(offered).toEqual([
      'fatalities-by-quarter cause', 'fatalities-by-quarter province', 'fatalities-by-quarter victim-type',
      'fatalities-by-year province', 'fatalities-by-year victim-type', 'combat-deaths-by-month victim-type',
    ]);
    const byQuarter = seedCharts(2).find(({ slug }) => slug === 'fatalities-by-quarter');
    if (byQuarter === undefined) throw new Error('no such chart');
    const split = breakDown(byQuarter, 'province', rows);
    const { records } = chartRecords(split, rows, buildChart(split, rows), { history: false });
    expect(records).toContainEqual(expect.objectContaining({ series: 'crss-violence-fatalities-balochistan', breakdown: 'bal', period: '2025-Q1', value: 317 }));
    expect(records.some(({ breakdown }) => breakdown === 'all')).toBe(false);
  });
});
