'use client';

import { useEffect, type MouseEvent } from 'react';
import { useWords } from '@/components/words/words';
import { useViewState } from './use-view-state';

interface ChartOrTableProps {
  readonly slug: string;
  readonly chartHref: string;
  readonly tableHref: string;
  /** The table, not the drawing, is what the server shows. */
  readonly isTable: boolean;
}

/** Whether the figure shows its drawing or its table: two links, which JavaScript answers on the spot. */
export function ChartOrTable({ slug, chartHref, tableHref, isTable }: ChartOrTableProps) {
  const words = useWords();
  const { state, change, isInAddress } = useViewState();
  const showsTable = isInAddress ? state.table : isTable;
  useEffect(() => {
    const figure = document.getElementById(`${slug}-figure`);
    if (figure === null) return;
    figure.dataset.shows = showsTable ? 'table' : 'chart';
    const fold = figure.querySelector<HTMLDetailsElement>('.fold-table');
    if (fold !== null && showsTable) fold.open = true;
  }, [slug, showsTable]);
  const choose = (event: MouseEvent, table: boolean): void => {
    if (!isInAddress || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (table !== showsTable) change({ table }, 'push');
  };
  return (
    <nav aria-label={words.say('view.browser.showAs')} className="choice-links">
      <span className="choice-label" aria-hidden="true">{words.say('view.browser.showAs')}</span>
      <ul>
        <li><a href={chartHref} aria-current={showsTable ? undefined : 'true'} onClick={(event) => choose(event, false)} data-follows-view>{words.say('view.browser.chart')}</a></li>
        <li><a href={tableHref} aria-current={showsTable ? 'true' : undefined} onClick={(event) => choose(event, true)} data-follows-view>{words.say('view.browser.table')}</a></li>
      </ul>
    </nav>
  );
}
