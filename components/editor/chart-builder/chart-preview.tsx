'use client';

import { type CSSProperties, useMemo, useState } from 'react';
import { AnnotationKey } from '@/components/charts/annotation-key';
import { chartModelQuery, chartQueries } from '@/components/charts/chart-query';
import { ChartTable } from '@/components/charts/chart-table';
import { colourMatrix, type Sight } from '@/components/charts/colour-sight';
import { DifferencesSummary, DifferencesTable } from '@/components/charts/definition-differences';
import { InteractiveDrawing } from '@/components/charts/interactive-drawing';
import { Legend } from '@/components/charts/legend';
import { MarkKey } from '@/components/charts/mark-key';
import { StaticDrawing } from '@/components/charts/static-drawing';
import { Segments } from '@/components/embed-dialog/segments';
import { heightAt } from '@/domain/embed/code';
import { isTimed } from '@/domain/chart/narrow';
import type { Problem } from '../post-json';
import { ColourVerdict, SIGHT_WORDS } from './colour-verdict';
import type { PreviewAnswer, Show } from './preview-answer';

export type ThemeTokens = Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;

interface ChartPreviewProps {
  readonly answer: PreviewAnswer | null;
  /** Tells one answer from the one before. */
  readonly turn: number;
  readonly problem: Problem | null;
  readonly isWaiting: boolean;
  readonly tokens: ThemeTokens;
  readonly show: Show;
  readonly theme: 'light' | 'dark';
  readonly onShow: (show: Show) => void;
  readonly onTheme: (theme: 'light' | 'dark') => void;
}

const SHOWS: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'interactive', label: 'Interactive' }, { value: 'still', label: 'Still' }, { value: 'table', label: 'Table' }, { value: 'embed', label: 'Embed' }, { value: 'card', label: 'Card' },
];
const WIDTHS = { phone: 360, desk: 760 } as const;
const SIGHTS = Object.keys(SIGHT_WORDS) as Sight[];

/** The chart as it would stand, in every form in which it will be seen. */
export function ChartPreview({ answer, turn, problem, isWaiting, tokens, show, theme, onShow, onTheme }: ChartPreviewProps) {
  const [size, setSize] = useState<keyof typeof WIDTHS>('desk');
  const [sight, setSight] = useState<Sight>('normal');
  const width = WIDTHS[size];
  const look = { ...tokens[theme], colorScheme: theme, ...(sight !== 'normal' && { filter: `url(#sight-${sight})` }) } as CSSProperties;
  return (
    <div className="flex min-w-0 flex-col gap-3" data-preview-turn={turn}>
      <svg width="0" height="0" className="absolute" aria-hidden="true">
        {SIGHTS.map((one) => <filter key={one} id={`sight-${one}`} colorInterpolationFilters="linearRGB"><feColorMatrix type="matrix" values={colourMatrix(one)} /></filter>)}
      </svg>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <Segments legend="What is shown" isLegendHidden name="preview-show" value={show} options={SHOWS} onChange={(value) => onShow(SHOWS.find((one) => one.value === value)?.value ?? 'interactive')} />
        <Segments legend="Width" isLegendHidden name="preview-width" value={size} options={[{ value: 'phone', label: 'Phone' }, { value: 'desk', label: 'Desk' }]} onChange={(value) => setSize(value === 'phone' ? 'phone' : 'desk')} />
        <Segments legend="Theme" isLegendHidden name="preview-theme" value={theme} options={[{ value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }]} onChange={(value) => onTheme(value === 'dark' ? 'dark' : 'light')} />
        <label className="flex items-center gap-2 text-sm">
          Seen with
          <select value={sight} onChange={(event) => setSight(SIGHTS.find((one) => one === event.target.value) ?? 'normal')} className="min-h-9 rounded-sm border border-faint bg-raised px-2">
            {SIGHTS.map((one) => <option key={one} value={one}>{SIGHT_WORDS[one]}</option>)}
          </select>
        </label>
      </div>
      <p role="status" className="min-h-6 text-sm text-muted">
        {problem !== null ? <span className="font-medium text-accent-strong">{problem.title}</span> : isWaiting ? 'Drawing …' : answer === null ? 'Choose what the chart shows, and it is drawn here.' : groundWords(answer)}
      </p>
      {answer !== null && (
        <div className={`overflow-x-auto border border-rule bg-sunk p-3 ${problem !== null ? 'opacity-45' : ''}`} tabIndex={0} role="region" aria-label="Preview of the chart">
          <div className="mx-auto bg-paper text-ink" style={{ ...look, width: show === 'card' ? undefined : width, maxWidth: show === 'card' ? '100%' : 'none' }} data-preview={show}>
            <Shown answer={answer} turn={turn} show={show} width={width} />
          </div>
        </div>
      )}
      {answer !== null && <ColourVerdict model={answer.model} theme={theme} />}
    </div>
  );
}

function groundWords({ ground, model }: PreviewAnswer): string {
  if (ground === 'drafts') return `As it would stand in release ${model.release}, with what this changeset changes.`;
  if (ground === 'hidden') return `As in release ${model.release}. What this changeset drafts is left out: it cannot be laid over what stands yet; the review says why.`;
  return `Over release ${model.release}; this changeset changes none of its figures.`;
}

function Shown({ answer, turn, show, width }: { readonly answer: PreviewAnswer; readonly turn: number; readonly show: Show; readonly width: number }) {
  const { model, embed, card } = answer;
  if (show === 'table') return <div className="p-3"><ChartTable model={model} /></div>;
  if (show === 'embed') {
    if (embed === undefined) return <p className="p-3 text-muted">Drawing the frame …</p>;
    const height = heightAt(embed.heights, width);
    return (
      <figure>
        <iframe title={`Embed: ${model.title}`} srcDoc={embed.html} sandbox="" width={width} height={height} className="block border-0" />
        <figcaption className="p-2 text-sm text-muted">A frame of {width} × {height} px.</figcaption>
      </figure>
    );
  }
  if (show === 'card') {
    // eslint-disable-next-line @next/next/no-img-element -- a picture that was just drawn, as a data address
    return card === undefined ? <p className="p-3 text-muted">Drawing the card …</p> : <img src={card} alt={`Card of a link to the chart. ${model.altText}`} width="1200" height="630" className="block h-auto w-full" />;
  }
  return <Drawn model={model} turn={turn} isStill={show === 'still'} />;
}

/** The chart as on its page. Each answer is drawn anew: first still, then the interactive drawing over it, as readers get it. */
function Drawn({ model, turn, isStill }: { readonly model: PreviewAnswer['model']; readonly turn: number; readonly isStill: boolean }) {
  const modelUrl = useMemo(() => {
    const url = `preview:${turn}`;
    chartQueries.setQueryData(chartModelQuery(url).queryKey, model);
    return url;
  }, [model, turn]);
  const drawing = <><Legend model={model} /><StaticDrawing model={model} /></>;
  return (
    <div className="chart-figure p-3">
      <header className="chart-head">
        <h3 className="chart-title">{model.title}</h3>
        <p className="chart-subtitle">{model.subtitle}</p>
      </header>
      <DifferencesSummary model={model} />
      {isStill || model.kind === 'map' ? drawing : <InteractiveDrawing key={modelUrl} slug={model.slug} title={model.title} modelUrl={modelUrl} hasRange={isTimed(model)}>{drawing}</InteractiveDrawing>}
      <DifferencesTable model={model} />
      <AnnotationKey model={model} />
      <MarkKey model={model} />
      <div className="chart-foot">
        <p className="counting-rule"><b>What is counted:</b> {model.countingRule}</p>
        {model.notes.length > 0 && <ul className="chart-notes">{model.notes.map((note) => <li key={note}>{note}</li>)}</ul>}
      </div>
      <p className="knowledge-line">{model.citations.length} {model.citations.length === 1 ? 'source' : 'sources'}, listed on the chart’s page.</p>
    </div>
  );
}
