// The chart model: everything a chart says, in numbers and words, before any pixel or library.

import type { ClaimLens, Measure, Stance } from '../claim';
import type { Lane } from '../closure';
import type { Day } from '../period';
import type { EmptyKind, Qualifier } from '../reading';
import type { ClosedDaysModel, ClosureBar, ClosuresModel, DayAxis } from './closures-model';
import type { Band, LegendItem, ModelBase, Tick, Vintage } from './model-parts';

export interface PeriodMark {
  readonly id: string;
  readonly seriesId: string;
  readonly band: number;
  readonly value: number | null;
  /** Bounds: null high means open-ended upward (`at-least`, `more-than`), null low open-ended downward (`nearly`). */
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
  readonly empty: EmptyKind | null;
  /** Printed value with its qualifier: `616`, `≥ 600`, `> 200`, `about 450`. */
  readonly label: string;
  /** Where the bar stands on the y axis: [from, to] in the unit; equal for empties. */
  readonly span: readonly [number, number];
  readonly kind: 'reported' | 'derived';
  readonly formula: string | null;
  readonly status: 'current' | 'withdrawn';
  readonly isUnconfirmed: boolean;
  /** The period was not over when the value was reported, or not over on the vintage day. */
  readonly isIncomplete?: boolean;
  /** Earlier values of this cell that differ from the value shown. Empty when never revised. */
  readonly vintages: readonly Vintage[];
  /** Two sources of the same day that differ, printed as words. */
  readonly rivals: readonly string[];
  readonly reportedOn: Day | null;
  readonly citations: readonly number[];
  /** Full sentence for screen readers and tooltips. */
  readonly spoken: string;
}

/** One plot: a y axis of its own. `single`, `stacked`, `grouped` and `line` have one panel, `panels` one a series. */
export interface PeriodPanel {
  readonly id: string;
  readonly title: string | null;
  readonly yMax: number;
  readonly yTicks: readonly Tick[];
  readonly marks: readonly PeriodMark[];
  /** What this panel counts; null where all panels count the same. */
  readonly countingRule: string | null;
  /** What its values count, where panels stand apart. */
  readonly unit?: string;
}

/** Closures as spans behind or over the marks of a chart over periods, a row a crossing. */
export interface PeriodClosures {
  readonly rows: readonly { readonly id: string; readonly crossing: string }[];
  /** `row` is that of the crossing; places are epoch days of the chart's `dayAxis`. */
  readonly bars: readonly ClosureBar[];
}

/** What series side by side include, told apart. */
export interface DefinitionDifferences {
  /** The differences in a few words, to be read before the drawing. */
  readonly summary: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly definition: string }[];
  /** What some include and others do not: one answer a column. */
  readonly rows: readonly { readonly id: string; readonly label: string; readonly isIncluded: readonly boolean[] }[];
  /** What all of them include. */
  readonly shared: readonly string[];
}

export interface PeriodsModel extends ModelBase {
  readonly kind: 'periods';
  readonly arrangement: 'single' | 'stacked' | 'grouped' | 'line' | 'panels';
  readonly bands: readonly Band[];
  readonly legend: readonly LegendItem[];
  readonly panels: readonly PeriodPanel[];
  /** Panels of one count share their scale, so that lengths can be compared from panel to panel. */
  readonly isOneScale?: boolean;
  /** Set where bands have the length of their days; annotations then stand at epoch days. */
  readonly dayAxis?: Omit<DayAxis, 'ticks'>;
  readonly closures?: PeriodClosures;
  /** Null where all series count the same by the same hand. */
  readonly differences?: DefinitionDifferences | null;
}

export interface YearToDateModel extends ModelBase {
  readonly kind: 'year-to-date';
  /** Bands are Q1..Q4. A line's point i stands at the end of band i: x = i + 1; every line starts at (0, 0). */
  readonly bands: readonly Band[];
  readonly legend: readonly LegendItem[];
  readonly lines: readonly { readonly id: string; readonly label: string; readonly colour: number; readonly isIncomplete: boolean; readonly points: readonly PeriodMark[] }[];
  readonly yMax: number;
  readonly yTicks: readonly Tick[];
}

export interface ClaimMark {
  readonly id: string;
  readonly group: number;
  /** Row inside the group, 0-based; every claim has its own row. */
  readonly row: number;
  readonly claimant: string;
  readonly lens: ClaimLens;
  readonly stance: Stance;
  readonly low: number | null;
  /** Null with a low: open-ended. */
  readonly high: number | null;
  readonly qualifier: Qualifier;
  /** `58`, `> 200`, `15–20`, `none (denied)`, `no figure`. */
  readonly label: string;
  readonly saidOn: Day | null;
  readonly status: 'current' | 'withdrawn';
  readonly note: string | null;
  readonly citations: readonly number[];
  readonly spoken: string;
}

export interface ClaimsModel extends ModelBase {
  readonly kind: 'claims';
  /** One group a (losses of, measure). Groups of one measure share their axis, so that lengths can be compared. */
  readonly groups: readonly { readonly id: string; readonly label: string; readonly measure: Measure; readonly measureLabel: string; readonly xMax: number; readonly xTicks: readonly Tick[]; readonly rows: number }[];
  readonly marks: readonly ClaimMark[];
  readonly legend: readonly LegendItem[];
}

export interface MapPoint {
  readonly id: string;
  readonly nature: 'crossing' | 'incident';
  readonly label: string;
  readonly longitude: number;
  readonly latitude: number;
  /** Crossings: state of each lane on the day the data reach. */
  readonly lanes: readonly { readonly lane: Lane; readonly state: 'open' | 'closed' | 'unknown'; readonly label: string }[];
  readonly day: Day;
  readonly citations: readonly number[];
  readonly spoken: string;
  /** Crossings: the state of all lanes in words, `closed to all`. */
  readonly state?: string;
  /** Incidents: where it stands; incidents of one place stand together. */
  readonly place?: { readonly id: string; readonly name: string; readonly region: string };
  /** Incidents: what happened, without its place, and the day or days in words. */
  readonly event?: { readonly title: string; readonly when: string };
}

export interface MapModel extends ModelBase {
  readonly kind: 'map';
  readonly points: readonly MapPoint[];
  /** Things without coordinates, named in words. */
  readonly unplaced: readonly string[];
}

export type ChartModel = PeriodsModel | YearToDateModel | ClosuresModel | ClosedDaysModel | ClaimsModel | MapModel;
