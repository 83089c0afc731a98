import { useMemo, useState } from 'react';
import { useViewState } from '@/components/view/use-view-state';
import type { ChartModel } from '@/domain/chart/model';
import { legendOf } from './legend';

const NONE: ReadonlySet<string> = new Set();

/** The series switched off in the legend, and how to switch. Where a chart's address holds its view, the ones shown stand in it. */
export function useHiddenSeries(model: ChartModel): readonly [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const { state, change, servedSeries } = useViewState();
  // The legend of claims names accounts, not series: switching one off is not the lens, which changes words and sums.
  const [unlisted, setUnlisted] = useState<ReadonlySet<string>>(NONE);
  const ids = useMemo(() => legendOf(model).items.map(({ id }) => id), [model]);
  const hidden = useMemo(() => {
    const isNarrowed = ids.some((id) => state.series.includes(id));
    return new Set(isNarrowed ? ids.filter((id) => !state.series.includes(id)) : []);
  }, [ids, state.series]);
  const hide = (next: ReadonlySet<string>): void => {
    // A page that was asked for some series has no others: all of them is still not all of the chart.
    const isWhole = next.size === 0 && servedSeries.length === 0;
    change({ series: isWhole ? [] : ids.filter((id) => !next.has(id)).sort() }, 'push');
  };
  return model.kind === 'periods' ? [hidden, hide] : [unlisted, setUnlisted];
}
