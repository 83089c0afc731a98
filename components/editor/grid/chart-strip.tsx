'use client';

import dynamic from 'next/dynamic';
import { memo, useCallback, useEffect, useState } from 'react';
import type { ChartModel } from '@/domain/chart/model';
import { QUIET_BUTTON } from '@/components/ui/button-look';
import { postJson } from '../post-json';

const StaticDrawing = dynamic(() => import('@/components/charts/static-drawing').then((module) => module.StaticDrawing), { ssr: false, loading: () => <p className="text-sm text-muted">Drawing…</p> });

interface ChangedChart {
  readonly slug: string;
  readonly title: string;
  readonly before: ChartModel;
  /** Null where the chart would be gone. */
  readonly after: ChartModel | null;
}

interface ChartStripProps {
  readonly changesetId: string;
  readonly seriesIds: readonly string[];
  /** Each save asks anew. */
  readonly savedTimes: number;
  readonly hasDrafts: boolean;
}

/** What the drafts do to the charts that show these series: before and after, drawn by the server's own reckoning. */
export const ChartStrip = memo(function ChartStrip({ changesetId, seriesIds, savedTimes, hasDrafts }: ChartStripProps) {
  const [charts, setCharts] = useState<readonly ChangedChart[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const asked = seriesIds.join();

  const ask = useCallback(async (signal?: AbortSignal) => {
    setAsking(true);
    const answer = await postJson<{ readonly charts: readonly ChangedChart[] }>(`/api/admin/changesets/${encodeURIComponent(changesetId)}/reading-charts`, { seriesIds: asked.split(',') }, signal);
    if (signal?.aborted) return;
    setAsking(false);
    setProblem(answer.ok ? null : answer.problem.title);
    if (answer.ok) setCharts(answer.data.charts);
  }, [changesetId, asked]);

  useEffect(() => {
    if (savedTimes === 0) return;
    const leave = new AbortController();
    const wait = window.setTimeout(() => void ask(leave.signal), 50);
    return () => {
      window.clearTimeout(wait);
      leave.abort();
    };
  }, [savedTimes, ask]);

  if (!hasDrafts) return null;
  return (
    <section aria-labelledby="strip-heading" className="mt-10" data-charts>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3 border-b border-rule-strong pb-1">
        <h2 id="strip-heading" className="text-xl">What the drafts do to the charts</h2>
        <button type="button" className={QUIET_BUTTON} disabled={isAsking} onClick={() => void ask()}>{isAsking ? 'Drawing…' : charts === null ? 'Show them' : 'Draw again'}</button>
      </div>
      {problem !== null && <p role="alert" className="mb-3 text-sm text-accent">{problem}</p>}
      {charts?.length === 0 && <p className="text-sm text-muted">No chart shows these series.</p>}
      <ul className="grid gap-8">
        {charts?.map(({ slug, title, before, after }) => (
          <li key={slug}>
            <h3 className="mb-2 font-serif text-lg">{title}{JSON.stringify(before) === JSON.stringify(after) && <span className="ms-2 font-sans text-sm font-normal text-muted">unchanged</span>}</h3>
            <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
              <figure className="m-0 min-w-0"><figcaption className="text-sm text-muted">Before: as published</figcaption><StaticDrawing model={before} /></figure>
              <figure className="m-0 min-w-0">
                <figcaption className="text-sm font-medium">After: with this changeset</figcaption>
                {after === null ? <p className="text-sm text-muted">The chart would be gone.</p> : <StaticDrawing model={after} />}
              </figure>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
});
