import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import type { ChartModel } from '@/domain/chart/model';
import { addDays } from '@/domain/period';
import type { Reading } from '@/domain/reading';
import { CLAIMS, CLOSURES, CRSS_ALL, CRSS_CIVILIANS, CRSS_OUTLAWS, CRSS_READINGS, KINDS, chartRows, definition, reading } from './rows-fixture';

interface AnyMark {
  readonly id: string;
  readonly label: string;
  readonly citations: readonly number[];
  readonly spoken: string;
}

function marksOf(model: ChartModel): readonly AnyMark[] {
  switch (model.kind) {
    case 'periods':
    case 'closed-days':
      return model.panels.flatMap((panel): readonly AnyMark[] => panel.marks);
    case 'year-to-date':
      return model.lines.flatMap(({ points }) => points);
    case 'closures':
      return model.bars;
    case 'claims':
      return model.marks;
    case 'map':
      return model.points;
  }
}

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2022-12-01', days));
const view = fc.record({ from: fc.option(day), to: fc.option(day), lens: fc.constantFrom('all' as const, 'pakistan' as const, 'taliban' as const, 'independent' as const) });
const someRows = fc
  .record({ asOf: fc.option(day), readings: fc.subarray([...CRSS_READINGS]), closures: fc.subarray([...CLOSURES]), claims: fc.subarray([...CLAIMS]) })
  .map((changes) => chartRows(changes));

/** Quarters of two stackable parts, some of them missing, with any qualifier. */
const parts: fc.Arbitrary<readonly Reading[]> = fc
  .array(
    fc.record({
      seriesId: fc.constantFrom(CRSS_CIVILIANS.id, CRSS_OUTLAWS.id, CRSS_ALL.id),
      quarter: fc.integer({ min: 1, max: 4 }),
      year: fc.integer({ min: 2023, max: 2025 }),
      value: fc.option(fc.integer({ min: 0, max: 3000 })),
      qualifier: fc.constantFrom('exact' as const, 'at-least' as const, 'more-than' as const, 'about' as const, 'nearly' as const),
      delay: fc.integer({ min: -20, max: 400 }),
      kind: fc.constantFrom('reported' as const, 'derived' as const),
      status: fc.constantFrom('current' as const, 'current' as const, 'withdrawn' as const),
    }),
    { maxLength: 30 },
  )
  .map((list) => list.map(({ seriesId, quarter, year, value, delay, ...changes }, index) =>
    reading(seriesId, `${year}-Q${quarter}`, value, addDays(`${year}-12-31`, delay), { id: `r${index}`, ...changes })));

function expectSound(model: ChartModel): void {
  const marks = marksOf(model);
  const { citations, table, altText } = model;
  expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
  for (const { citations: cited, spoken } of marks) {
    for (const index of cited) expect(citations[index]).toBeDefined();
    expect(spoken).toMatch(/\S.*\.$/);
    expect(spoken).not.toMatch(/undefined|null|NaN/);
  }
  // Every mark is in the table once, in the same words.
  for (const { id, label } of marks) {
    const cells = table.rows.flatMap((row) => row.cells).filter((cell) => cell.markId === id);
    expect(cells).toHaveLength(1);
    if (model.kind !== 'closures' && model.kind !== 'map') expect(cells[0]?.text).toBe(label);
  }
  for (const row of table.rows) {
    expect(row.cells).toHaveLength(table.columns.length);
    for (const cell of row.cells) for (const index of cell.citations) expect(citations[index]).toBeDefined();
  }
  expect(new Set(table.rows.map(({ id }) => id)).size).toBe(table.rows.length);
  expect(altText.split(/\s+/).length).toBeLessThanOrEqual(60);
  expect([altText, ...model.notes].join(' ')).not.toMatch(/undefined|null|NaN|\s\s/);
}

function expectInsideAxis(model: ChartModel): void {
  if (model.kind === 'periods') {
    for (const { marks, yMax, yTicks } of model.panels) {
      expect(yTicks.at(-1)?.at).toBe(yMax);
      for (const { span, band, value, empty, vintages } of marks) {
        expect(span[0]).toBeGreaterThanOrEqual(0);
        expect(span[1]).toBeLessThanOrEqual(yMax);
        expect(span[1] - span[0]).toBe(value ?? 0);
        expect(value === null).toBe(empty !== null);
        expect(band).toBeLessThan(model.bands.length);
        for (const vintage of vintages) expect(vintage.value ?? 0).toBeLessThanOrEqual(yMax);
      }
    }
  }
  if (model.kind === 'year-to-date') {
    for (const { points } of model.lines) for (const { value } of points) expect(value ?? 0).toBeLessThanOrEqual(model.yMax);
  }
  if (model.kind === 'closures') {
    for (const { softFrom, solidFrom, solidTo, softTo, row } of model.bars) {
      const edges = [model.axis.from, softFrom, solidFrom, solidTo, softTo, model.axis.to];
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      expect(row).toBeLessThan(model.rows.length);
    }
  }
  if (model.kind === 'claims') {
    for (const { low, high, group, row } of model.marks) {
      expect(Math.max(low ?? 0, high ?? 0)).toBeLessThanOrEqual(model.groups[group]?.xMax ?? -1);
      expect(row).toBeLessThan(model.groups[group]?.rows ?? 0);
    }
  }
  if (model.kind === 'closed-days') {
    for (const { low, high } of model.panels.flatMap(({ marks }) => marks)) {
      expect(low).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(model.yMax);
    }
  }
}

describe.each(KINDS)('%s', (kind) => {
  property.prop([someRows, view], { numRuns: 60 })('says nothing it cannot show and shows nothing it does not say', (rows, asked) => {
    const model = buildChart(definition(kind), rows, asked) as ChartModel;
    expectSound(model);
    expectInsideAxis(model);
    expect(model.knownUntil === null || rows.asOf === null || kind === 'periods' || kind === 'year-to-date' || kind === 'map' || model.knownUntil <= rows.asOf).toBe(true);
  });

  property.prop([someRows, view], { numRuns: 30 })('is the same for the same rows, in any order', (rows, asked) => {
    const shuffled = { ...rows, readings: rows.readings.toReversed(), closures: rows.closures.toReversed(), claims: rows.claims.toReversed(), annotations: rows.annotations.toReversed() };
    expect(buildChart(definition(kind), shuffled, asked)).toEqual(buildChart(definition(kind), rows, asked));
  });

  test('is plain data: it survives being written as JSON', () => {
    const model = buildChart(definition(kind), chartRows());
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  test('citations are numbered without gaps and each is used', () => {
    const model = buildChart(definition(kind), chartRows()) as ChartModel;
    const vintages = model.kind === 'periods' ? model.panels.flatMap(({ marks }) => marks.flatMap((mark) => mark.vintages))
      : model.kind === 'year-to-date' ? model.lines.flatMap(({ points }) => points.flatMap((mark) => mark.vintages))
      : [];
    const used = new Set([...marksOf(model), ...model.annotations, ...vintages, ...model.table.rows.flatMap(({ cells }) => cells)].flatMap(({ citations }) => citations));
    expect([...used].toSorted((a, b) => a - b)).toEqual(model.citations.map((_, index) => index));
  });
});

describe('arrangements of any readings', () => {
  property.prop([parts, fc.constantFrom('stacked' as const, 'grouped' as const, 'line' as const, 'panels' as const), fc.option(day)], { numRuns: 80 })(
    'keep marks inside their axis and in the table',
    (readings, arrangement, asOf) => {
      const seriesIds = [CRSS_CIVILIANS.id, CRSS_OUTLAWS.id];
      const model = buildChart(definition('periods', { arrangement, seriesIds }), chartRows({ readings, asOf }));
      expectSound(model);
      expectInsideAxis(model);
    },
  );

  property.prop([parts, fc.option(day)], { numRuns: 80 })('add up to a year that never falls', (readings, asOf) => {
    const model = buildChart(definition('year-to-date'), chartRows({ readings, asOf }));
    expectSound(model);
    for (const { points } of model.lines) {
      const values = points.map(({ value }) => value);
      const reached = values.findIndex((value) => value === null);
      const shown = values.slice(0, reached < 0 ? values.length : reached);
      expect(values.slice(shown.length).every((value) => value === null)).toBe(true);
      expect(shown).toEqual(shown.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    }
  });
});
