import type { ReactNode } from 'react';
import type { ChartModel } from '@/domain/chart/model';
import { isTimed } from '@/domain/chart/narrow';
import { reachWords } from '@/domain/chart/wording';
import { labelDay } from '@/domain/period';
import { CitationList } from '@/components/sources/citation-list';
import { Still } from '@/components/still/still';
import { AnnotationKey } from './annotation-key';
import { ChartTable } from './chart-table';
import { DifferencesSummary, DifferencesTable } from './definition-differences';
import { InteractiveDrawing } from './interactive-drawing';
import { Legend } from './legend';
import { MarkKey } from './mark-key';
import { StaticDrawing } from './static-drawing';

interface ChartFigureProps {
  readonly model: ChartModel;
  /** Where the same model can be had as JSON; without it the chart stays as the server drew it. */
  readonly modelUrl?: string;
  readonly headingLevel?: 1 | 2 | 3 | 4;
  readonly links?: readonly { readonly label: string; readonly href: string }[];
  /** The table stands in the place of the drawing. */
  readonly tableOpen?: boolean;
  /** Ways to another view, between the title and the drawing. */
  readonly controls?: ReactNode;
}

/** Few enough sources to stand open under the chart. */
const OPEN_SOURCES = 4;
const OPEN_NOTES = 2;

/** What a reader must know about the time of the figures: the vintage asked for, how far they reach, the release. */
function knowledgeLine(model: ChartModel): string {
  const { asOf, release } = model;
  const vintage = asOf === null ? '' : ` as known on ${labelDay(asOf)}`;
  return `${reachWords(model)}${vintage}. Release ${release}.`;
}

/** What a reader must know; the first notes stand open, more of them are folded. */
function ChartNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  const open = notes.length <= OPEN_NOTES + 1 ? notes.length : OPEN_NOTES;
  const list = (some: readonly string[]) => <ul className="chart-notes">{some.map((note) => <li key={note}>{note}</li>)}</ul>;
  return (
    <div>
      {list(notes.slice(0, open))}
      {open < notes.length && <details className="more-notes"><summary>{notes.length - open} more notes</summary>{list(notes.slice(open))}</details>}
    </div>
  );
}

/** One chart with all that belongs to it: title, drawing, key, counting rule, notes, table and sources. Complete without JavaScript. */
export function ChartFigure({ model, modelUrl, headingLevel = 2, links = [], tableOpen = false, controls }: ChartFigureProps) {
  const Heading = `h${headingLevel}` as const;
  const drawing = (
    <Still>
      <Legend model={model} />
      <StaticDrawing model={model} />
    </Still>
  );
  return (
    <figure className="chart-figure" id={`${model.slug}-figure`} data-shows={tableOpen ? 'table' : undefined} aria-labelledby={`${model.slug}-title`}>
      <header className="chart-head">
        <Heading id={`${model.slug}-title`} className={headingLevel === 1 ? 'chart-title chart-title-page' : 'chart-title'}>{model.title}</Heading>
        <p className="chart-subtitle">{model.subtitle}</p>
      </header>
      {model.asOf !== null && <p className="vintage-note">As known on <b>{labelDay(model.asOf)}</b>. Figures reported later are left out.</p>}
      {controls}
      <DifferencesSummary model={model} />
      {modelUrl === undefined || model.kind === 'map' ? drawing : <InteractiveDrawing slug={model.slug} title={model.title} modelUrl={modelUrl} hasRange={headingLevel === 1 && isTimed(model)}>{drawing}</InteractiveDrawing>}
      <Still>
        <DifferencesTable model={model} />
        <AnnotationKey model={model} />
        <MarkKey model={model} />
        <figcaption className="chart-foot">
          <div>
            <p className="counting-rule"><b>What is counted:</b> {model.countingRule}</p>
            <p className="knowledge-line">{knowledgeLine(model)}</p>
          </div>
          <ChartNotes notes={model.notes} />
        </figcaption>
        <details className="fold fold-table" open={tableOpen}>
          <summary>Table</summary>
          <ChartTable model={model} />
        </details>
        {model.citations.length > 0 && (
          <details className="fold fold-sources" open={model.citations.length <= OPEN_SOURCES}>
            <summary>Sources <span className="fold-count">{model.citations.length}</span></summary>
            <CitationList citations={model.citations} idPrefix={model.slug} />
          </details>
        )}
        {links.length > 0 && (
          <ul className="chart-links">{links.map(({ label, href }) => <li key={href}><a href={href}>{label}</a></li>)}</ul>
        )}
      </Still>
    </figure>
  );
}
