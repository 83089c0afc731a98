import type { EntrySeries } from '@/domain/entry/entry-series';
import { labelPeriod } from '@/domain/period';
import type { Spot } from './grid-moves';
import type { GridLine, GridRead } from './grid-props';

/** The newest year is where most is entered. */
export function startOf({ periods }: GridRead, isTurned: boolean): { readonly anchor: Spot; readonly active: Spot } {
  const year = periods.at(-1)?.start.slice(0, 4);
  const at = Math.max(0, periods.findIndex(({ start }) => start.slice(0, 4) === year));
  const spot = isTurned ? { row: at, column: 0 } : { row: 0, column: at };
  return { anchor: spot, active: spot };
}

/** The rows and columns; turned, the periods run down. */
export function linesOf(read: GridRead, series: ReadonlyMap<string, EntrySeries>, isTurned: boolean): { readonly rows: readonly GridLine[]; readonly columns: readonly GridLine[] } {
  const chosen = read.seriesIds.flatMap((id) => series.get(id) ?? []);
  const families = new Set(chosen.map(({ organisationId, indicatorId }) => `${organisationId} ${indicatorId}`));
  const ofSeries = chosen.map((one): GridLine => ({
    id: one.id, label: one.breakdown === 'all' || families.size > 1 ? one.indicator : one.part,
    sub: one.breakdown === 'all' ? `${one.organisation}, ${one.part === 'All' ? 'all' : one.part}` : families.size > 1 ? `${one.organisation}, ${one.part}` : one.organisation,
    names: one.names, period: null, series: one,
  }));
  const ofPeriods = read.periods.map((period): GridLine => ({ id: `${period.start}..${period.end}`, label: labelPeriod(period), sub: '', names: [], period, series: null }));
  return isTurned ? { rows: ofPeriods, columns: ofSeries } : { rows: ofSeries, columns: ofPeriods };
}
