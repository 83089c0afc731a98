// A breakdown shows the parts of one count beside each other; they are stacked only where they are proved to make a whole.

import type { Reading } from '../reading';
import { canSumSeries, type Indicator, type Series } from '../series';
import { edgeDay } from './bands';
import type { ChartDefinition, PeriodsDefinition } from './definition';
import { compareText } from './model-base';

/** The series of the indicator and organisation that a chart shows, with all that is known of them in its release. */
export interface SiblingRows {
  readonly indicators: readonly Indicator[];
  readonly series: readonly Series[];
  readonly readings: readonly Reading[];
}

/** How a dimension is named: `by province`. Dimensions without a name here are named by their code. */
const NAMES: Readonly<Record<string, string>> = {
  province: 'province', 'victim-type': 'kind of victim', cause: 'attacks and operations', target: 'target', perpetrator: 'perpetrator',
};

/** `province`, `kind of victim`: what stands after "by". */
export function nameBreakdown(dimension: string): string {
  return NAMES[dimension] ?? dimension.replaceAll('-', ' ');
}

/** The one series whose parts a chart may show: a chart of several series, or of a part, has none. */
function wholeOf(definition: ChartDefinition, { series }: Pick<SiblingRows, 'series'>): Series | null {
  if (definition.kind !== 'periods' || definition.options.seriesIds.length !== 1 || definition.options.closureCrossingIds !== undefined) return null;
  const whole = series.find(({ id }) => id === definition.options.seriesIds[0]);
  return whole?.breakdown === 'all' ? whole : null;
}

interface SizedPart { readonly series: Series; readonly size: number }

/** Parts of a whole along one dimension that have a value in the chart's own periods and range, the largest first. */
function partsOf(definition: PeriodsDefinition, whole: Series, dimension: string, rows: SiblingRows): readonly Series[] {
  const { slug, options: { periodKind, from, to } } = definition;
  const first = edgeDay(from, 'start', slug) ?? '';
  const last = edgeDay(to, 'end', slug) ?? '9999-12-31';
  const sized = rows.series
    .filter((one) => one.status === 'current' && one.breakdownDimension === dimension && one.breakdown !== 'all'
      && one.indicatorId === whole.indicatorId && one.organisationId === whole.organisationId)
    .map((series): SizedPart => {
      const told = rows.readings.filter(({ seriesId, value, period, status }) =>
        seriesId === series.id && value !== null && status === 'current' && period.kind === periodKind && period.start >= first && period.end <= last);
      return { series, size: told.length === 0 ? -1 : Math.max(...told.map(({ value }) => value ?? 0)) };
    });
  return sized
    .filter(({ size }) => size >= 0)
    .toSorted((a, b) => b.size - a.size || compareText(a.series.id, b.series.id))
    .map(({ series }) => series);
}

/** The dimensions by which a chart can be split, in order: those with at least two parts that have values. Empty for charts that have no parts. */
export function breakdownsOf(definition: ChartDefinition, rows: SiblingRows): readonly string[] {
  const whole = wholeOf(definition, rows);
  if (whole === null || definition.kind !== 'periods') return [];
  const dimensions = [...new Set(rows.series.map(({ breakdownDimension }) => breakdownDimension))].filter((dimension) => dimension !== whole.breakdownDimension);
  return dimensions.filter((dimension) => partsOf(definition, whole, dimension, rows).length > 1).toSorted(compareText);
}

/** Whether every period that has one part has all of them, so that a stack never looks like a total that it is not. */
function areWhole(definition: PeriodsDefinition, parts: readonly Series[], { readings }: SiblingRows): boolean {
  const told = new Map<string, Set<string>>();
  for (const { seriesId, period, value, status } of readings) {
    if (value === null || status !== 'current' || period.kind !== definition.options.periodKind || !parts.some(({ id }) => id === seriesId)) continue;
    const key = `${period.start}..${period.end}`;
    told.set(key, (told.get(key) ?? new Set()).add(seriesId));
  }
  return [...told.values()].every((ids) => ids.size === parts.length);
}

/**
 * The chart split along one of its `breakdownsOf`: the same chart with its parts as series, stacked where that says nothing untrue and as
 * panels of one scale elsewhere. Other dimensions leave the chart as it is.
 */
export function breakDown(definition: ChartDefinition, dimension: string, rows: SiblingRows): ChartDefinition {
  const whole = wholeOf(definition, rows);
  if (whole === null || definition.kind !== 'periods' || !breakdownsOf(definition, rows).includes(dimension)) return definition;
  const parts = partsOf(definition, whole, dimension, rows);
  const seriesIds = parts.map(({ id }) => id);
  const isStack = canSumSeries(seriesIds, rows).ok && areWhole(definition, parts, rows);
  return {
    ...definition,
    title: `${definition.title}, split by ${nameBreakdown(dimension)}`,
    countingRule: `${definition.countingRule} ${isStack ? 'The parts share nobody and make up the whole.' : 'The parts are not added up: some were not given, and some may overlap.'}`,
    altText: '',
    options: { ...definition.options, seriesIds, arrangement: isStack ? 'stacked' : 'panels', breakdown: dimension },
  };
}
