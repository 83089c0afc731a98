// A chart definition says what a chart shows; site, embed, picture, table and CSV all come from it.

import type { Recorded } from '../citation';

export type ChartKind = 'periods' | 'year-to-date' | 'closures' | 'closed-days' | 'claims' | 'map';

interface DefinitionBase extends Recorded {
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  /** One sentence on what is counted, printed on the chart itself. */
  readonly countingRule: string;
  /** Editor's sentence put before the computed alt text. */
  readonly altText: string;
  /** Display order among the charts. */
  readonly position: number;
}

/** Bars or lines of series over periods. */
export interface PeriodsDefinition extends DefinitionBase {
  readonly kind: 'periods';
  readonly options: {
    readonly seriesIds: readonly string[];
    readonly periodKind: 'day' | 'month' | 'quarter' | 'half' | 'year';
    /** `stacked` only for breakdowns of one series family that count the same thing; `panels`: one panel per series on a shared time axis, never summed. */
    readonly arrangement: 'single' | 'stacked' | 'grouped' | 'line' | 'panels';
    readonly from: string | null;
    readonly to: string | null;
    readonly showAnnotations: boolean;
    /** Crossings whose closures to trade lie as shaded spans behind the bars; the axis then counts days. Only with one plot. */
    readonly closureCrossingIds?: readonly string[];
    /** Set by a view, never stored: the dimension along which the chart was split. */
    readonly breakdown?: string;
  };
}

/** Cumulative by quarter, this year against earlier ones. */
export interface YearToDateDefinition extends DefinitionBase {
  readonly kind: 'year-to-date';
  readonly options: { readonly seriesId: string; readonly years: readonly number[] };
}

export interface ClosuresDefinition extends DefinitionBase {
  readonly kind: 'closures';
  readonly options: { readonly crossingIds: readonly string[]; readonly from: string; readonly to: string; readonly showAnnotations: boolean };
}

export interface ClosedDaysDefinition extends DefinitionBase {
  readonly kind: 'closed-days';
  readonly options: { readonly crossingIds: readonly string[]; readonly lane: 'trade' | 'pedestrian' | 'returnees'; readonly periodKind: 'quarter' | 'year'; readonly from: string; readonly to: string };
}

export interface ClaimsDefinition extends DefinitionBase {
  readonly kind: 'claims';
  readonly options: { readonly incidentId: string; readonly measures: readonly ('killed' | 'wounded' | 'captured' | 'posts-seized' | 'other')[] };
}

export interface MapDefinition extends DefinitionBase {
  readonly kind: 'map';
  readonly options: { readonly crossingIds: readonly string[]; readonly incidentIds: readonly string[] };
}

export type ChartDefinition =
  | PeriodsDefinition | YearToDateDefinition | ClosuresDefinition | ClosedDaysDefinition | ClaimsDefinition | MapDefinition;
