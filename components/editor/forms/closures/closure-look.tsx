'use client';

import { useMemo } from 'react';
import { buildChart } from '@/domain/chart/build';
import type { ChartRows } from '@/domain/chart/rows';
import { closureLabel, type Closure, type Crossing } from '@/domain/closure';
import { spanAround } from '@/domain/closure-planner';
import { labelDay } from '@/domain/day';
import { StaticDrawing } from '@/components/charts/static-drawing';
import type { CitableSource } from '../../new-sources';
import { LANE_NAMES } from './lane-calendar';

interface ClosureLookProps {
  readonly mine: Closure;
  readonly others: readonly Closure[];
  readonly crossing: Crossing | undefined;
  readonly sources: readonly CitableSource[];
}

/** The closure in the chart of its crossing, and in words. */
export function ClosureLook({ mine, others, crossing, sources }: ClosureLookProps) {
  const model = useMemo(() => {
    if (crossing === undefined) return null;
    const { first, last } = spanAround(mine.start, 'year');
    const rows: ChartRows = {
      release: 1, asOf: null, indicators: [], organisations: [], series: [], readings: [], incidents: [], claims: [], places: [], annotations: [], crossings: [crossing],
      closures: [...others.filter(({ crossingId }) => crossingId === crossing.id), mine],
    };
    const year = first.slice(0, 4);
    return buildChart({
      id: 'look', revision: 1, publishedIn: 1, change: 'add', changeNote: null, status: 'current', citations: [], kind: 'closures', slug: 'closure-look', title: `${crossing.name} in ${year}`, subtitle: '', description: '',
      countingRule: '', altText: '', position: 0, options: { crossingIds: [crossing.id], from: first, to: last, showAnnotations: false },
    }, rows, { from: null, to: null, lens: 'all' });
  }, [crossing, mine, others]);
  return (
    <>
      <p className="font-serif text-lg leading-snug">{crossing?.name}, {LANE_NAMES[mine.lane].toLowerCase()}</p>
      <p className="text-sm">{closureLabel(mine)}</p>
      <p className="mt-1 text-sm text-muted">{mine.reason}. Closed by: {mine.closedBy}.</p>
      {mine.rivals.length > 0 && <ul className="mt-1 list-disc ps-5 text-sm text-muted">{mine.rivals.map(({ edge, day, sourceId }, at) => <li key={at}>{sources.find((one) => one.id === sourceId)?.publisher ?? 'Another source'} {edge === 'start' ? 'has it begin' : 'has it reopen'} on {labelDay(day)}</li>)}</ul>}
      {model !== null && <figure className="mt-4"><figcaption className="text-sm font-medium">{model.title}</figcaption><StaticDrawing model={model} /></figure>}
    </>
  );
}
