import type { ReactNode } from 'react';
import type { ChartModel } from '@/domain/chart/model';
import { labelDay } from '@/domain/period';
import { AnnotationKey } from '@/components/charts/annotation-key';
import { ChartTable } from '@/components/charts/chart-table';
import { DifferencesSummary } from '@/components/charts/definition-differences';
import { Legend } from '@/components/charts/legend';
import { MarkKey } from '@/components/charts/mark-key';
import { StaticDrawing } from '@/components/charts/static-drawing';
import { eventMode } from './event-mode';
import { FrameEvents } from './frame-events';
import { printRule, printSources, type FrameWords } from './frame-words';

export interface EmbedFrameProps {
  readonly model: ChartModel;
  readonly words: FrameWords;
  readonly hidesTitle: boolean;
  readonly hidesLegend: boolean;
  /** `open`: shown first; `shut`: behind its button; `linked`: too large for the document, behind a link to the frame that has it. */
  readonly table: 'open' | 'shut' | 'linked';
  /** The frame's own address with its table. */
  readonly tableHref: string;
  /** The chart's page in the view and release shown: where its sources stand. */
  readonly pageHref: string;
  /** The chart's page as it is now. */
  readonly latestHref: string;
}

/** One chart in a bare frame: drawing, key, table, and the lines that cannot be hidden: what is counted, sources, date, corrections, home. */
export function EmbedFrame({ model, words, hidesTitle, hidesLegend, table, tableHref, pageHref, latestHref }: EmbedFrameProps) {
  const hasTicks = eventMode(model) === 'ticks';
  return (
    <main className="frame" aria-label={hidesTitle ? model.title : undefined}>
      {!hidesTitle && <h1>{model.title}</h1>}
      {!hidesTitle && <p className="chart-subtitle">{model.subtitle}</p>}
      {model.asOf !== null && <p className="vintage-note">As known on <b>{labelDay(model.asOf)}</b>. Figures reported later are left out.</p>}
      {!hidesLegend && <Legend model={model} />}
      <DifferencesSummary model={model} />
      <div className="stage">
        <StaticDrawing model={model} hasLists={false} />
        {table === 'linked'
          ? <a className="tab-link" href={tableHref} target="_self">Table</a>
          : <details className="tab" name="over" open={table === 'open'}><summary>Table</summary><ChartTable model={model} /></details>}
        {hasTicks && <FrameEvents model={model} />}
      </div>
      {!hasTicks && <AnnotationKey model={model} />}
      <MarkKey model={model} />
      <footer className="foot">
        <p><b>What is counted:</b> {printRule(model.countingRule)}</p>
        <p><Away href={model.citations.length === 0 ? pageHref : `${pageHref}#${model.slug}-source-1`}>{model.citations.length === 1 ? 'Source' : 'Sources'}</Away>: {printSources(model.citations)}</p>
        {words.since !== null && (
          <p className={words.since.isNotice ? 'since is-notice' : 'since'}>
            <span title={words.since.isNotice ? words.since.text : undefined}>{words.since.text}</span>
            {words.since.links.map(({ label, href }) => <Away key={label} href={href}>{label}</Away>)}
          </p>
        )}
        <p className="home">
          <span>{words.date}{words.correction !== null && <> <Away href={words.correction.href}>{words.correction.label}</Away>.</>}</span>
          <a href={latestHref} rel="noopener" target="_blank">Frontier Ledger{words.movedTo !== null && `, now at ${words.movedTo}`}</a>
        </p>
      </footer>
    </main>
  );
}

function Away({ href, children }: { href: string; children: ReactNode }) {
  return <a href={href} rel="noopener">{children}</a>;
}
