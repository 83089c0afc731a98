'use client';

import { useEffect } from 'react';
import { parsePeriod, type Day } from '@/domain/period';
import { useWords } from '@/components/words/words';
import { writeAddress } from '@/lib/inputs/address';
import { useViewState, type ViewState } from './use-view-state';

interface ViewFollowerProps {
  /** The public path of the chart's page; its files begin with it. */
  readonly path: string;
  /** What the server has drawn. */
  readonly served: Pick<ViewState, 'from' | 'to' | 'series'>;
}

const NARROWING = ['from', 'to', 'series'] as const;

/**
 * Where the reader has narrowed the drawing after the page was sent, the links to files, pictures and other views follow him,
 * and a line says that table and words do not yet, with the link that makes them.
 */
export function ViewFollower({ path, served }: ViewFollowerProps) {
  const words = useWords();
  const { state } = useViewState();
  const isNarrowed = state.from !== served.from || state.to !== served.to || state.series.join() !== served.series.join();
  const narrowing = writeAddress('', { from: state.from, to: state.to, series: [...state.series].sort() }, null);

  useEffect(() => {
    const wanted = new URLSearchParams(narrowing);
    const links = document.querySelectorAll<HTMLAnchorElement>(`main a[href^="${path}."], main a[href^="${path}?"][data-follows-view], main a[href="${path}"][data-follows-view]`);
    for (const link of links) {
      const url = new URL(link.href);
      for (const name of NARROWING) {
        const value = wanted.get(name);
        if (value === null) url.searchParams.delete(name);
        else url.searchParams.set(name, value);
      }
      link.setAttribute('href', url.pathname + url.search.replaceAll('%2C', ',') + url.hash);
    }
  }, [path, narrowing]);

  useEffect(() => {
    // Back to a view that is wider than what this document holds: the server must be asked, before anybody else answers.
    const back = (event: PopStateEvent): void => {
      if (isWithin(new URLSearchParams(window.location.search), served)) return;
      event.stopImmediatePropagation();
      window.location.reload();
    };
    window.addEventListener('popstate', back, { capture: true });
    return () => window.removeEventListener('popstate', back, { capture: true });
  }, [served]);

  return (
    <p role="status" className="view-follower">
      {isNarrowed && (
        <>
          {words.say('view.browser.follower')} <a href="">{words.say('view.browser.narrowAll')}</a>
        </>
      )}
    </p>
  );
}

/** Whether a query asks for no more than what was served. */
function isWithin(query: URLSearchParams, served: ViewFollowerProps['served']): boolean {
  const series = query.get('series')?.split(',') ?? [];
  const isSeriesWithin = served.series.length === 0 || (series.length > 0 && series.every((id) => served.series.includes(id)));
  const from = dayOf(query.get('from'), 'start');
  const to = dayOf(query.get('to'), 'end');
  return isSeriesWithin && (served.from === null || (from !== null && from >= served.from)) && (served.to === null || (to !== null && to <= served.to));
}

function dayOf(text: string | null, edge: 'start' | 'end'): Day | null {
  const period = text === null ? null : parsePeriod(text);
  return period?.ok ? period.value[edge] : null;
}
