import { describe, expect, it } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import { evaluateSentence, resolveBindings } from '@/domain/sentence';
import { seedChartRows, seedCharts, seedRows } from '../fixtures/starting-data';

const VIEW = { from: null, to: null, lens: 'all' as const };
const REQUIRED = ['fatalities-by-quarter', 'fatalities-year-to-date', 'attacks-by-month', 'border-closures', 'clashes-october-2025', 'closed-days-by-quarter', 'border-map'];

describe.each([1, 2])('release %i of the starting data', (release) => {
  const rows = seedChartRows(release);

  it.each(seedCharts(release).map((definition) => [definition.slug, definition] as const))('%s can be built and shows something', (slug, definition) => {
    const model = buildChart(definition, rows, VIEW);
    expect(model.slug).toBe(slug);
    expect(model.table.rows.length).toBeGreaterThan(0);
    expect(model.citations.length).toBeGreaterThan(0);
    expect(model.altText.split(/\s+/).length).toBeGreaterThan(10);
  });

  it('has no two charts at one address or place in the order', () => {
    const charts = seedCharts(release);
    expect(new Set(charts.map(({ slug }) => slug)).size).toBe(charts.length);
    expect(new Set(charts.map(({ position }) => position)).size).toBe(charts.length);
  });

  it('shows every sentence that it holds', () => {
    const context = { readings: rows.readings, closures: rows.closures, claims: rows.claims, series: rows.series, indicators: rows.indicators };
    const hidden = seedRows('sentence', release).flatMap((sentence) => {
      const result = evaluateSentence(sentence, resolveBindings(sentence, context, null));
      return result.shown ? [] : [`${sentence.id}: ${result.reason}`];
    });
    expect(hidden).toEqual([]);
  });
});

describe('what the releases say', () => {
  const sayOf = (release: number, id: string): string => {
    const rows = seedChartRows(release);
    const sentence = seedRows('sentence', release).find((one) => one.id === id);
    if (sentence === undefined) throw new Error(`no sentence ${id}`);
    const result = evaluateSentence(sentence, resolveBindings(sentence, rows, null));
    return result.shown ? result.parts.map(({ text }) => text).join('') : result.reason;
  };

  it('release 1 prints what the editorial prints', () => {
    expect(sayOf(1, 'home-nine-months')).toBe('The starting editorial prints 2,414 deaths from violence, by CRSS, for the first three quarters of 2023, and 2,546 for all of 2022.');
    expect(sayOf(1, 'home-clashes')).toContain('11–12 October 2023: the Taliban speak of 58 Pakistani soldiers killed, Pakistan of 23.');
  });

  it('release 2 compares like with like, under the right years', () => {
    expect(sayOf(2, 'home-nine-months')).toBe('CRSS counted 2,414 deaths from violence in January–September 2025, 58% more than the 1,527 of the same months of 2024.');
    expect(sayOf(2, 'home-clashes')).toBe(
      'The two sides disagree about the clashes of 11–12 October 2025: the Taliban claimed 58 Pakistani soldiers killed, Pakistan admitted 23. Pakistan claimed more than 200 fighters killed, the Taliban admitted 9.',
    );
  });

  it('release 2 brings the charts that the addresses promise', () => {
    expect(REQUIRED.filter((slug) => !seedCharts(2).some((chart) => chart.slug === slug))).toEqual([]);
  });

  it('Afghan officials before August 2021 never count as the Taliban', () => {
    const early = seedRows('claim', 2).filter(({ saidOn, lens }) => saidOn !== null && saidOn < '2021-08-15' && lens === 'taliban');
    expect(early).toEqual([]);
    expect(seedRows('claim', 2).filter(({ claimantId }) => claimantId === 'ttp').every(({ lens }) => lens === 'other')).toBe(true);
  });
});
