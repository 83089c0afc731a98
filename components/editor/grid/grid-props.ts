import type { DatePrecision } from '@/domain/citation';
import type { EntrySeries } from '@/domain/entry/entry-series';
import type { GridKind } from '@/domain/entry/grid-periods';
import type { Line } from '@/domain/entry/paste-block';
import type { KnownReading } from '@/domain/entry/plan-rows';
import type { Day, Period } from '@/domain/period';

/** A source as the grid needs it: to choose it, and to date what it says. */
export interface EntrySource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: Day | null;
  readonly publishedPrecision: DatePrecision;
  readonly accessedOn: Day;
}

/** What the page hands to the grid. */
export interface GridRead {
  readonly changeset: { readonly id: string; readonly name: string };
  readonly catalog: readonly EntrySeries[];
  readonly seriesIds: readonly string[];
  readonly kind: GridKind;
  readonly from: Day;
  readonly to: Day;
  readonly periods: readonly Period[];
  readonly start: { readonly seriesId: string; readonly period: Period } | null;
  readonly published: readonly KnownReading[];
  readonly drafts: readonly KnownReading[];
  readonly sources: readonly EntrySource[];
}

/** A row or column of the grid. */
export interface GridLine extends Line {
  readonly id: string;
  readonly label: string;
  /** A second, smaller line. */
  readonly sub: string;
  readonly series: EntrySeries | null;
}
