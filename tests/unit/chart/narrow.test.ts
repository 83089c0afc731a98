import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import type { ChartModel } from '@/domain/chart/model';
import { daysOfSteps, isTimed, narrowModel, stepsShown, timeSteps, type TimedModel } from '@/domain/chart/narrow';
import { seedChartRows, seedCharts } from '../../fixtures/starting-data';

const rows = seedChartRows(2);
const timed = seedCharts(2).flatMap((definition) => {
  const model: ChartModel = buildChart(definition, rows);
  return isTimed(model) ? [{ definition, model }] : [];
});

/** What is drawn, without the numbers of the sources, which a shorter range counts anew, and without the words on the whole. */
function drawn(model: TimedModel): unknown {
  const shown: Record<string, unknown> = { ...model };
  for (const name of ['citations', 'notes', 'table', 'altText', 'knownUntil', 'unit']) delete shown[name];
  return JSON.parse(JSON.stringify(shown, (key: string, value: unknown) => (key === 'citations' ? undefined : value)));
}

describe('a narrowed model', () => {
  it('is tried on every kind that has a time axis', () => {
    expect(new Set(timed.map(({ model }) => model.kind))).toEqual(new Set(['periods', 'closures', 'closed-days']));
  });

  const place = fc.double({ min: 0, max: 1, noNaN: true });
  property.prop([fc.constantFrom(...timed), place, place], { numRuns: 150 })('shows what the server draws for the same days', ({ definition, model }, a, b) => {
    const steps = timeSteps(model);
    const [low, high] = [Math.min(a, b), Math.max(a, b)].map((at) => Math.round(at * (steps.count - 1)));
    const range = { first: low ?? 0, last: high ?? 0 };
    const view = { ...daysOfSteps(steps, range), lens: 'all' as const };
    expect(drawn(narrowModel(model, range))).toEqual(drawn(buildChart(definition, rows, view) as TimedModel));
    expect(stepsShown(steps, view.from, view.to)).toEqual(range);
  });

  it('is the model itself where nothing is left out', () => {
    for (const { model } of timed) expect(narrowModel(model, stepsShown(timeSteps(model), null, null))).toBe(model);
  });
});
