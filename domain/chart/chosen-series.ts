// A chart's series come with who counts, what is counted and what sets each apart from the others beside it.

import type { Reading } from '../reading';
import type { Indicator, Organisation, Series } from '../series';
import { ChartDefinitionError } from './definition-error';
import type { LegendItem } from './model-parts';
import { compareText } from './model-base';
import type { ChartRows } from './rows';
import type { ChartView } from './view';

export interface ChosenSeries {
  readonly series: Series;
  readonly indicator: Indicator;
  readonly organisation: Organisation;
  /** Current readings known on the vintage day. */
  readonly readings: readonly Reading[];
  /** Withdrawn ones known on that day: shown struck through in tables and files, never as a value. */
  readonly withdrawn: readonly Reading[];
  /** What tells it from the other series of the chart. */
  readonly label: string;
  /** Its place in the definition, so that colours stay when a view leaves a series out. */
  readonly colour: number;
}

interface Named {
  readonly series: Series;
  readonly indicator: Indicator;
  readonly organisation: Organisation;
}

function nameSeries(id: string, slug: string, rows: ChartRows): Named {
  const series = rows.series.find((row) => row.id === id);
  const indicator = rows.indicators.find((row) => row.id === series?.indicatorId);
  const organisation = rows.organisations.find((row) => row.id === series?.organisationId);
  if (series === undefined || indicator === undefined || organisation === undefined) {
    throw new ChartDefinitionError('unknown-series', slug, `series ${id} is not in release ${rows.release}, or its indicator or organisation is not.`);
  }
  return { series, indicator, organisation };
}

const differ = (all: readonly Named[], key: (one: Named) => string): boolean => new Set(all.map(key)).size > 1;

function labelSeries(one: Named, all: readonly Named[]): string {
  const { series, indicator, organisation } = one;
  const isToldApart = differ(all, (other) => `${other.organisation.id}|${other.indicator.id}`);
  const parts = [
    differ(all, (other) => other.organisation.id) ? organisation.shortName : null,
    differ(all, (other) => other.indicator.id) ? indicator.name : null,
    // The whole needs no name beside its parts' names, unless nothing else tells it from them.
    differ(all, (other) => other.series.breakdown) && (series.breakdown !== 'all' || !isToldApart) ? series.breakdownName : null,
    // A breakdown by place names the place already.
    differ(all, (other) => other.series.geography) && series.breakdownName !== series.geographyName ? series.geographyName : null,
  ].filter((part): part is string => part !== null && part !== '');
  return parts.length > 0 ? [...new Set(parts)].join(', ') : `${organisation.shortName}, ${indicator.name}`;
}

/** The definition's series in its order, narrowed by the view. Throws when the release does not hold one of them. */
export function chooseSeries(ids: readonly string[], slug: string, rows: ChartRows, view: ChartView): readonly ChosenSeries[] {
  const named = ids.map((id) => nameSeries(id, slug, rows));
  const wanted = view.seriesIds ?? null;
  const narrowed = named.filter(({ series }) => wanted === null || wanted.includes(series.id));
  // A view that names none of the chart's series is answered with all of them, not with an empty chart.
  const shown = narrowed.length > 0 ? narrowed : named;
  return shown.map((one): ChosenSeries => {
    const known = rows.readings
      .filter(({ seriesId, knownFrom }) => seriesId === one.series.id && (rows.asOf === null || knownFrom <= rows.asOf))
      .toSorted((a, b) => compareText(a.knownFrom, b.knownFrom) || compareText(a.id, b.id));
    return {
      ...one,
      readings: known.filter(({ status }) => status === 'current'),
      withdrawn: known.filter(({ status }) => status === 'withdrawn'),
      label: labelSeries(one, named),
      colour: named.indexOf(one),
    };
  });
}

/** Throws a ChartDefinitionError for values below zero: every value axis starts at zero. */
export function requireNonNegative(chosen: readonly ChosenSeries[], slug: string): void {
  for (const { series, readings } of chosen) {
    const negative = readings.find(({ value }) => value !== null && value < 0);
    if (negative === undefined) continue;
    throw new ChartDefinitionError('negative-value', slug, `${series.id} has a value below zero (${negative.id}); its axis starts at zero.`);
  }
}

export function legendOf(chosen: readonly ChosenSeries[]): readonly LegendItem[] {
  return chosen.map(({ series, indicator, organisation, label, colour }) => ({
    id: series.id,
    label,
    colour,
    description: [`${organisation.name}: ${indicator.definition}`, series.methodNote].filter((part) => part !== null && part !== '').join(' '),
  }));
}
