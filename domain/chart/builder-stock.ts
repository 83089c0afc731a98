// What a chart or a sentence can be made of, named for people.

import type { Measure } from '../claim';
import type { Lane } from '../closure';
import type { Day, PeriodKind } from '../period';
import type { Indicator, Known, Organisation, Series } from '../series';
import type { ChartKind } from './definition';

export interface BuilderStock {
  readonly organisations: readonly Pick<Organisation, 'id' | 'name' | 'shortName'>[];
  readonly indicators: readonly Known<Indicator>[];
  readonly series: readonly Known<Series>[];
  /** How far the values of a series reach; a series may have several of one kind of period. */
  readonly reach: readonly { readonly seriesId: string; readonly periodKind: PeriodKind; readonly readings: number; readonly first: Day; readonly last: Day }[];
  readonly crossings: readonly { readonly id: string; readonly name: string }[];
  /** The latest first, with what is claimed in each. */
  readonly incidents: readonly { readonly id: string; readonly title: string; readonly start: Day; readonly measures: readonly Measure[] }[];
  readonly claims: readonly { readonly id: string; readonly incidentId: string; readonly label: string }[];
  readonly closures: readonly { readonly id: string; readonly crossingId: string; readonly lane: Lane; readonly start: Day; readonly label: string }[];
  readonly charts: readonly { readonly id: string; readonly slug: string; readonly title: string; readonly kind: ChartKind; readonly position: number }[];
  readonly sentences: readonly { readonly id: string; readonly text: string; readonly placement: string; readonly position: number }[];
}

/** `CRSS, deaths from violence, civilians, Pakistan`: a series by its organisation, indicator, part and place. */
export function nameSeries(series: Known<Series>, { organisations, indicators }: Pick<BuilderStock, 'organisations' | 'indicators'>): string {
  const organisation = organisations.find(({ id }) => id === series.organisationId)?.shortName ?? series.organisationId;
  const indicator = indicators.find(({ id }) => id === series.indicatorId)?.name ?? series.indicatorId;
  const part = series.breakdown === 'all' ? [] : [series.breakdownName];
  return [...new Set([organisation, indicator, ...part, series.geographyName])].join(', ');
}

/** How far a series reaches in one kind of period, over published and drafted values; null where it has none. */
export function reachOf(stock: Pick<BuilderStock, 'reach'>, seriesId: string, periodKind: PeriodKind): { readonly readings: number; readonly first: Day; readonly last: Day } | null {
  const own = stock.reach.filter((one) => one.seriesId === seriesId && one.periodKind === periodKind);
  const [first] = own;
  if (first === undefined) return null;
  return own.reduce((so, one) => ({
    readings: so.readings + one.readings, first: one.first < so.first ? one.first : so.first, last: one.last > so.last ? one.last : so.last,
  }), { readings: 0, first: first.first, last: first.last });
}
