import { titleOf } from '@/domain/row-title';
import { barredSeries, type ChartRead } from '@/lib/reads/chart';
import type { View } from '@/lib/inputs/view';

/** What readers call the series of a view whose figures may not be passed on. */
export function barredNames(chart: ChartRead, view: Pick<View, 'series'>): readonly string[] {
  const barred = barredSeries(chart, view);
  const { organisations, indicators, series } = chart.rows;
  const named = (kind: string, id: string) => (kind === 'organisation' ? organisations : indicators).find((row) => row.id === id) ?? null;
  return series.filter(({ id }) => barred.includes(id)).map((one) => titleOf('series', one, named as never));
}
