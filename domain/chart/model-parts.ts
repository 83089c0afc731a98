// What every chart model says of itself, whatever its marks: titles, table, legend, ticks, citations.

import type { Citation } from '../citation';
import type { Day, Period } from '../period';
import type { EmptyKind, Qualifier } from '../reading';
import type { ChartKind } from './definition';

/** An earlier value of the same cell, oldest first. `label` prints it with its qualifier. */
export interface Vintage {
  readonly value: number | null;
  readonly qualifier?: Qualifier;
  readonly label: string;
  readonly knownFrom: Day;
  readonly reportedOn: Day | null;
  readonly kind: 'reported' | 'derived';
  readonly citations: readonly number[];
}

/** A tick on a numeric axis, in axis units. `weight` 1 is always drawn, 2 where there is room, 3 only on wide drawings. */
export interface Tick {
  readonly at: number;
  readonly label: string;
  readonly weight: 1 | 2 | 3;
}

export interface ModelAnnotation {
  readonly id: string;
  readonly day: Day;
  /** Position on the model's own x axis (bands: fractional band index; days: epoch day). */
  readonly at: number;
  readonly label: string;
  readonly description: string;
  readonly citations: readonly number[];
}

/** Table for people: real headers, one row per band or mark. Cells carry the same words as the marks. */
export interface ModelTable {
  readonly caption: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly align: 'start' | 'end' }[];
  readonly rows: readonly {
    readonly id: string;
    /** First cell is the row header. */
    readonly cells: readonly TableCell[];
    readonly status: 'current' | 'withdrawn';
  }[];
}

export interface TableCell {
  readonly text: string;
  /** The mark this cell prints, if any: the cell opens that mark's citations. */
  readonly markId: string | null;
  readonly citations: readonly number[];
  readonly empty: EmptyKind | null;
  /** Printed small after the text: `revised from 615`, `derived: ...`, `unconfirmed`. */
  readonly remarks: readonly string[];
}

export interface ModelBase {
  readonly kind: ChartKind;
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly countingRule: string;
  readonly unit: string;
  /** Alt text for pictures: what it shows, extremes, what is missing, what is disputed; at most about 60 words. */
  readonly altText: string;
  readonly release: number;
  /** Vintage asked for, or null for everything known. */
  readonly asOf: Day | null;
  /** Last day on which anything in the chart is known, or null when it shows nothing. */
  readonly knownUntil: Day | null;
  /** Numbered from 1 in order of first use; marks refer to them by index into this list. */
  readonly citations: readonly Citation[];
  readonly annotations: readonly ModelAnnotation[];
  /** Sentences about what a reader must know (reconciliations that do not add up, uncertain ends, unconfirmed figures). */
  readonly notes: readonly string[];
  readonly table: ModelTable;
}

export interface LegendItem {
  readonly id: string;
  readonly label: string;
  /** Index into the categorical palette, 0-based; the drawing knows the colours. */
  readonly colour: number;
  readonly description: string;
}

/** One band of a period axis, in order; band i spans [i, i+1] on the x axis. */
export interface Band {
  readonly key: string;
  readonly period: Period;
  /** `Q3 2025`, `Oct 2025`. */
  readonly label: string;
  /** `Q3`, `Oct`. */
  readonly shortLabel: string;
  /** Printed once per group under the bands, e.g. the year. */
  readonly groupLabel: string;
}
