// A total that a source prints is held against the parts that the chart shows; the difference is said, never mended.

import { containsPeriod, daysIn, labelPeriod, type Period } from '../period';
import { addQuantities, reconcile, valueAsOf, type Reading, type Reconciliation } from '../reading';
import { groupInOrder } from './grouping';
import type { PeriodMark, PeriodsModel } from './model';
import { compareText } from './model-base';
import type { ChartRows } from './rows';
import { printQuantity } from './wording';

export interface TotalCheck {
  readonly id: string;
  /** The series where the chart has several. */
  readonly series: string | null;
  readonly period: string;
  /** The cell of the total, as `cellIdOf` names it: its sources stand in the chart's history. */
  readonly cellId: string;
  readonly total: string;
  readonly parts: readonly { readonly period: string; readonly label: string; readonly citations: readonly number[] }[];
  readonly sum: string;
  /** Total minus sum, and its size as printed. */
  readonly difference: number;
  readonly gap: string;
  readonly agrees: Reconciliation['agrees'];
  /** The total or a part was worked out from the others, so that they cannot differ. */
  readonly isByConstruction: boolean;
}

/** How the history of a chart names a cell. */
export function cellIdOf(seriesId: string, { start, end }: Period): string {
  return `${seriesId}|${start}..${end}`;
}

interface ShownPart { readonly mark: PeriodMark; readonly period: Period }

function partsIn(total: Period, shown: readonly ShownPart[]): readonly ShownPart[] | null {
  const inside = shown.filter(({ period }) => containsPeriod(total, period));
  const days = inside.reduce((sum, { period }) => sum + daysIn(period), 0);
  return inside.length >= 2 && days === daysIn(total) && inside.every(({ mark }) => mark.value !== null) ? inside : null;
}

function checkTotal(reading: Reading, parts: readonly ShownPart[], unit: string, series: string | null): TotalCheck | null {
  if (reading.value === null) return null;
  const quantities = parts.map(({ mark, period }) => ({ label: labelPeriod(period), value: mark.value ?? 0, qualifier: mark.qualifier }));
  const { sum, difference, agrees } = reconcile(quantities, { value: reading.value, qualifier: reading.qualifier });
  // A sum of bounds is a bound; where no word is true of it, the bare number stands.
  const added = addQuantities(quantities);
  return {
    id: cellIdOf(reading.seriesId, reading.period), cellId: cellIdOf(reading.seriesId, reading.period), series, period: labelPeriod(reading.period),
    total: printQuantity(reading.value, reading.qualifier, unit), sum: printQuantity(sum, added.ok ? added.value.qualifier : 'exact', unit), agrees,
    difference, gap: printQuantity(Math.abs(difference), 'exact', unit),
    parts: parts.map(({ mark, period }) => ({ period: labelPeriod(period), label: mark.label, citations: mark.citations })),
    isByConstruction: reading.kind === 'derived' || parts.some(({ mark }) => mark.kind === 'derived'),
  };
}

/** Every total of a longer period whose parts the chart shows whole, by series and period. Percentages have none. */
export function totalChecks(model: PeriodsModel, rows: ChartRows): readonly TotalCheck[] {
  const marks = model.panels.flatMap((panel) => panel.marks).filter(({ status }) => status === 'current');
  const names = new Map(model.legend.map(({ id, label }) => [id, label]));
  return [...groupInOrder(marks, ({ seriesId }) => seriesId).entries()].flatMap(([seriesId, ofSeries]) => {
    const indicatorId = rows.series.find(({ id }) => id === seriesId)?.indicatorId;
    const indicator = rows.indicators.find(({ id }) => id === indicatorId);
    if (indicator?.isSummable !== true) return [];
    const shown = ofSeries.flatMap((mark): ShownPart[] => {
      const period = model.bands[mark.band]?.period;
      return period === undefined ? [] : [{ mark, period }];
    });
    const readings = rows.readings.filter((reading) => reading.seriesId === seriesId && reading.status === 'current');
    return [...groupInOrder(readings, ({ period }) => `${period.start}..${period.end}`).entries()]
      .toSorted(([a], [b]) => compareText(a, b))
      .flatMap(([, ofPeriod]) => {
        const period = ofPeriod[0]?.period;
        const parts = period === undefined ? null : partsIn(period, shown);
        const total = parts === null ? null : valueAsOf(ofPeriod, rows.asOf)?.reading ?? null;
        const check = parts === null || total === null ? null : checkTotal(total, parts, indicator.unit, names.size > 1 ? names.get(seriesId) ?? null : null);
        return check === null ? [] : [check];
      });
  });
}
