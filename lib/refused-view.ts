import type { View } from './inputs/view';
import { refusedParameters, refusedSeries } from './problem';
import { ownSeries, strangeBreakdown, strangeSeries, type ChartRead } from './reads/chart';

/** 400 for a file of a chart in a view that this chart does not have: a strange split or strange series. Null where all is well. */
export function refusedView(chart: ChartRead, view: Pick<View, 'series' | 'breakdown'>): Response | null {
  if (strangeBreakdown(chart, view)) {
    const allowed = chart.breakdowns.length > 0 ? chart.breakdowns.join(', ') : 'left out: this chart cannot be split';
    return refusedParameters([{ parameter: 'breakdown', allowed }]);
  }
  return strangeSeries(chart, view.series).length > 0 ? refusedSeries(ownSeries(chart.definition)) : null;
}

/** The view without what this chart does not have: what its page links to must not be refused. */
export function usableView(chart: ChartRead, view: View): View {
  return {
    ...view,
    series: strangeSeries(chart, view.series).length > 0 ? view.series.filter((id) => ownSeries(chart.definition).includes(id)) : view.series,
    breakdown: strangeBreakdown(chart, view) ? null : view.breakdown,
  };
}
