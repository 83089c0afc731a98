import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChartFigure } from '@/components/charts/chart-figure';
import { gridColumns, placePeriods } from '@/components/charts/geometry/place-periods';
import { StaticDrawing } from '@/components/charts/static-drawing';
import { walkMarks } from '@/components/charts/walk/walk-marks';
import { buildChart } from '@/domain/chart/build';
import type { PeriodsModel } from '@/domain/chart/model';
import { chartRecords } from '@/domain/chart/records';
import { toEpochDay } from '@/domain/period';
import { seedChartRows, seedCharts } from './../fixtures/starting-data';

const rows = seedChartRows(2);

function chartOf(slug: string) {
  const chart = seedCharts(2).find((one) => one.slug === slug);
  if (chart?.kind !== 'periods') throw new Error(`no chart over periods ${slug}`);
  return chart;
}

const modelOf = (slug: string): PeriodsModel => buildChart(chartOf(slug), rows);
const NEW = ['fatalities-and-closures', 'fatalities-by-province', 'three-counts-of-deaths'] as const;

describe.each(NEW)('%s', (slug) => {
  const model = modelOf(slug);
  const markup = renderToStaticMarkup(<StaticDrawing model={model} />);

  it('draws every mark once as a link to a source of the figure, and walks the same marks', () => {
    const drawn = [...markup.matchAll(/<a [^>]*data-mark="([^"]*)"/g)].map((match) => match[1] ?? '');
    const wanted = [...model.panels.flatMap(({ marks }) => marks.map(({ id }) => id)), ...(model.closures?.bars.map(({ id }) => id) ?? [])];
    expect(drawn.toSorted()).toEqual(wanted.toSorted());
    expect(walkMarks(model, new Set()).map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    const figure = renderToStaticMarkup(<ChartFigure model={model} />);
    const ids = [...figure.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of figure.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

describe('closures over counts', () => {
  const model = modelOf('fatalities-and-closures');
  const { closures, panels, bandAxis } = placePeriods(model);
  const span = (model.dayAxis?.to ?? 0) - (model.dayAxis?.from ?? 0);

  it('are as wide as their days, and so are the quarters', () => {
    expect(closures?.spans.length).toBeGreaterThan(10);
    for (const { bar, x0, x1 } of closures?.spans ?? []) expect(x1 - x0).toBeCloseTo((bar.solidTo - bar.solidFrom) / span, 9);
    bandAxis.bands.forEach(({ x0, x1 }, index) => {
      const { start, end } = model.bands[index]?.period ?? { start: '2000-01-01', end: '2000-01-01' };
      expect(x1 - x0).toBeCloseTo((toEpochDay(end) + 1 - toEpochDay(start)) / span, 9);
    });
    const february = closures?.spans.find(({ bar }) => bar.id === 'torkham-2025-02-cargo');
    expect(((february?.x1 ?? 0) - (february?.x0 ?? 0)) * span).toBeCloseTo(25, 6);
  });

  it('shade just the part of a bar that lies on their days', () => {
    for (const { x0, x1, shades } of panels[0]?.marks ?? []) {
      for (const shade of shades) {
        expect(shade.x0).toBeGreaterThanOrEqual(x0);
        expect(shade.x1).toBeLessThanOrEqual(x1);
        expect(closures?.spans.some((one) => one.softX0 <= shade.x0 + 1e-9 && shade.x1 <= Math.max(one.softX1, one.x1) + 1e-9)).toBe(true);
      }
    }
    expect(panels[0]?.marks.some(({ shades }) => shades.length > 0)).toBe(true);
  });

  it('stand in the table as days closed and in the files as rows of their own', () => {
    expect(model.table.columns.map(({ label }) => label)).toEqual(expect.arrayContaining(['Torkham, days closed to trade', 'Chaman / Spin Boldak, days closed to trade']));
    const spring = model.table.rows.find(({ id }) => id === '2025-Q1');
    expect(spring?.cells.map(({ text }) => text)).toEqual(expect.arrayContaining(['25–26']));
    const closedDays = buildChart(seedCharts(2).find((one) => one.slug === 'closed-days-by-quarter') ?? chartOf('x'), rows);
    const same = closedDays.table.rows.find(({ id }) => id === '2025-Q1')?.cells.map(({ text }) => text) ?? [];
    expect(spring?.cells.slice(-2).map(({ text }) => text)).toEqual(same.slice(1, 3));
    const { columns, records } = chartRecords(chartOf('fatalities-and-closures'), rows, model, { history: false });
    expect(columns).toEqual(expect.arrayContaining(['series', 'value', 'closure', 'crossing', 'end_state', 'citation_url']));
    expect(records.filter(({ closure }) => closure !== undefined).length).toBe(model.closures?.bars.length);
    expect(model.notes.join(' ')).toContain('does not show that one caused the other');
  });

  it('end where they were known on the day of a vintage', () => {
    const then = buildChart(chartOf('fatalities-and-closures'), { ...rows, asOf: '2025-10-20' });
    const october = then.closures?.bars.find(({ id }) => id === 'torkham-october');
    expect(october?.endState).toBe('ongoing');
    expect(october?.solidTo).toBeLessThanOrEqual(toEpochDay('2025-10-20') + 1);
    expect(then.bands[then.bands.length - 1]?.key).toBe('2025-Q4');
  });
});

describe('panels of one scale', () => {
  it('have one axis and one colour, each with its periods, and their columns follow the width', () => {
    const { panels, isGrid } = placePeriods(modelOf('fatalities-by-province'));
    expect(isGrid).toBe(true);
    expect(panels.length).toBe(6);
    expect(new Set(panels.map(({ axis }) => axis.ticks.map(({ label }) => label).join())).size).toBe(1);
    expect(panels.every(({ showsBands }) => showsBands)).toBe(true);
    expect(new Set(panels.flatMap(({ marks }) => marks.map(({ colour }) => colour)))).toEqual(new Set([0]));
    expect([320, 519, 520, 859, 860, 1200].map(gridColumns)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

describe('words over marks', () => {
  it('tell what a value was before, and which period was not over', () => {
    const [panel] = placePeriods(buildChart(chartOf('fatalities-by-quarter'), { ...rows, asOf: '2025-07-10' })).panels;
    const remarks = new Map(panel?.marks.flatMap(({ mark, remark }) => (remark === null ? [] : [[mark.id.split('_')[1], remark.text]])));
    expect(remarks.get('2025-Q1')).toBe('was 897');
    expect(remarks.get('2025-Q3')).toBe('not over');
  });

  it('keep the ends of several lines apart', () => {
    const [panel] = placePeriods(modelOf('three-counts-of-deaths')).panels;
    const labels = panel?.marks.flatMap(({ label }) => (label === null ? [] : [label.y])).toSorted((a, b) => a - b) ?? [];
    expect(labels.length).toBe(3);
    labels.slice(1).forEach((y, index) => expect(y - (labels[index] ?? 0)).toBeGreaterThanOrEqual(14));
  });
});
