import { isValidElement, type ReactNode } from 'react';
import type { ChartModel, PeriodsModel } from '@/domain/chart/model';
import type { FrameHeights, Growth } from '@/domain/embed/code';
import { labelDay } from '@/domain/period';
import { placeClaims } from '@/components/charts/geometry/place-claims';
import { placeClosedDays } from '@/components/charts/geometry/place-closed-days';
import { placeClosures } from '@/components/charts/geometry/place-closures';
import { ASPECT, CROP, MOST_WIDE } from '@/components/charts/geometry/map-frame';
import { GRID_GAP, gridColumns, type PlacedPeriods, placePeriods } from '@/components/charts/geometry/place-periods';
import { placeYearToDate } from '@/components/charts/geometry/place-year-to-date';
import { textWidth, wrapText } from '@/components/charts/geometry/text-fit';
import { differencesOf } from '@/components/charts/definition-differences';
import { legendOf } from '@/components/charts/legend';
import { mapLegendWords } from '@/components/charts/map-legend';
import { MarkKey } from '@/components/charts/mark-key';
import type { EmbedMode, Hideable } from '@/lib/inputs/embed';
import { daysNote, unplacedNote } from '@/components/charts/static-map';
import { eventMode } from './event-mode';
import { printRule, printSources } from './frame-words';

// How high a frame must be, so that its code can say so in plain CSS. Drawings have heights of their own; texts are counted in lines,
// with letters taken a little too wide, so that nothing is ever cut off. The numbers are those of frame.css and drawing.css.

export interface HeightOptions {
  readonly hide?: readonly Hideable[];
  readonly mode?: EmbedMode['kind'];
}

/** Wider by this than the estimate: system faces differ. Serif titles are set in Georgia where there is one. */
const SANS = 1.04;
const BOLD = 1.1;
const SERIF = 1.17;

/** Px: frames are reckoned at these widths; the third is where the frame's own margin changes. */
const WIDTHS: readonly number[] = [...Array.from({ length: 116 }, (_, index) => 280 + index * 8), 340].sort((a, b) => a - b);
/** Heights that a code may name: every one more is fifty letters more to paste. */
const MOST_STEPS = 6;

/** Heights in px that no frame of this chart needs more than, whether its table is open or not. */
export function embedHeights(model: ChartModel, { hide = [], mode = 'pinned' }: HeightOptions = {}): FrameHeights {
  const heights = partsOf(model).map(({ rest, title, legend, since }) => Math.ceil(rest + (hide.includes('title') ? 0 : title) + (hide.includes('legend') ? 0 : legend) + (mode === 'live' ? 0 : since)));
  return { steps: staircase(heights), grows: model.kind === 'map' ? MAP_GROWTH : null };
}

interface Parts { readonly rest: number; readonly title: number; readonly legend: number; readonly since: number }

/** Reckoned once for all options of a chart. */
const known = new WeakMap<ChartModel, readonly Parts[]>();

function partsOf(model: ChartModel): readonly Parts[] {
  const kept = known.get(model);
  if (kept !== undefined) return kept;
  const drawing = drawingHeight(model);
  const parts = WIDTHS.map((frame) => {
    const width = frame - (frame < 340 ? 20 : 24);
    const isWide = width >= 560;
    const vintage = model.asOf === null ? 0 : 14 + 18 * lines('As known on 30 September 2025. Figures reported later are left out.', 12, width - 21, BOLD);
    const differences = differencesOf(model);
    const warning = differences === null ? 0 : 22 + 18 * lines(differences.summary, 13, width - 25, SANS);
    const legend = legendHeight(model, width);
    return {
      title: lines(model.title, isWide ? 23 : 19, width, SERIF) * (isWide ? 28 : 23) + 10 + lines(model.subtitle, isWide ? 14 : 13, width, SANS) * (isWide ? 20 : 18),
      legend: legend === 0 ? 0 : legend + 4,
      since: (isWide ? 17 : 51) + 4,
      rest: 16 + vintage + warning + drawing(width) + 34 + eventsHeight(model, width) + keyHeight(model, width) + footHeight(model, width) + 2,
    };
  });
  known.set(model, parts);
  return parts;
}

/** The closest staircase of few steps that is nowhere lower than the heights. */
function staircase(heights: readonly number[]): FrameHeights['steps'] {
  const needed = heights.map((_, index) => Math.max(...heights.slice(index)));
  for (let slack = 4; ; slack += 4) {
    const steps: { from: number; height: number }[] = [];
    needed.forEach((height, index) => {
      const last = steps.at(-1);
      if (last === undefined || height < last.height - slack) steps.push({ from: WIDTHS[index] ?? 0, height });
    });
    if (steps.length <= MOST_STEPS) return steps;
  }
}

function legendHeight(model: ChartModel, width: number): number {
  if (model.kind !== 'map') return rowsOf(legendOf(model).items.map(({ label }) => 23 + textWidth(label, 13) * SANS), width, 16) * 26;
  const words = mapLegendWords(model);
  const rows = rowsOf(words.map((text) => Math.min(57 + textWidth(text, 13) * SANS, width)), width, 16);
  return rows * 28 + words.reduce((sum, text) => sum + Math.max(lines(text, 13, width - 57, SANS) * 18 - 28, 0), 0);
}

function lines(text: string, size: number, width: number, factor: number): number {
  return Math.max(wrapText(text, size * factor, width).length, 1);
}

/** Rows that items of these widths take. */
function rowsOf(widths: readonly number[], width: number, gap: number): number {
  let rows = 0;
  let left = -1;
  for (const item of widths) {
    if (left >= item + gap) left -= item + gap;
    else [rows, left] = [rows + 1, width - item];
  }
  return rows;
}

const PANEL_GAP = 14.4;
const MEASURE = 25.6 + 35.8 - PANEL_GAP;

function panelTitle(title: string | null, width: number): number {
  return title === null ? 0 : lines(title, 14, width, BOLD) * 18.2;
}

type Panels = readonly { readonly title: string | null; readonly height: number }[];

/** The height of the drawing by its width, less what grows with it. */
function drawingHeight(model: ChartModel): (width: number) => number {
  const panels = (list: Panels, more = 0) => (width: number): number =>
    list.reduce((sum, { title, height }) => sum + height + panelTitle(title, width), Math.max(list.length - 1, 0) * PANEL_GAP) + more;
  const fixed = (height: number) => () => height;
  switch (model.kind) {
    case 'periods': return periodsHeight(model);
    case 'year-to-date': return fixed(placeYearToDate(model).height);
    case 'closures': return fixed(placeClosures(model).height);
    case 'closed-days': return panels(placeClosedDays(model).panels.map(({ title, height }, index) => ({ height, title: index === 0 ? `${title} ${model.unit}` : title })));
    case 'claims': {
      const { groups } = placeClaims(model);
      return panels(groups.map(({ label, height }) => ({ title: label, height })), groups.filter(({ isFirstOfMeasure }) => isFirstOfMeasure).length * MEASURE);
    }
    case 'map': {
      const notes = [daysNote(model), ...(model.unplaced.length === 0 ? [] : [unplacedNote(model)])];
      return (width) => notes.reduce((sum, note) => sum + 12 + 20 * lines(note, 13, width, SANS), 2);
    }
  }
}

/** Panels under each other with what each counts, or, on one scale, beside each other, row by row. */
function periodsHeight(model: PeriodsModel): (width: number) => number {
  const { panels, isGrid } = placePeriods(model);
  return (width) => periodsAt(width, panels, isGrid);
}

function periodsAt(width: number, panels: PlacedPeriods['panels'], isGrid: boolean): number {
  const columns = isGrid ? gridColumns(width) : 1;
  const column = (width - GRID_GAP.across * (columns - 1)) / columns;
  const heights = panels.map(({ title, unit, countingRule, height }) =>
    height + panelTitle(title === null ? null : `${title} ${unit ?? ''}`, column) + (countingRule === null ? 0 : lines(countingRule, 13, Math.min(column, 640), 1) * 17.55));
  if (!isGrid) return heights.reduce((sum, height) => sum + height, Math.max(heights.length - 1, 0) * PANEL_GAP);
  const rows = Array.from({ length: Math.ceil(heights.length / columns) }, (_, row) => Math.max(...heights.slice(row * columns, (row + 1) * columns)));
  return rows.reduce((sum, height) => sum + height, Math.max(rows.length - 1, 0) * GRID_GAP.down);
}

/** How a map grows with its frame. The margin is that of the narrowest frames, the least there is; the map's own box has a border. */
const MAP_GROWTH: Growth = {
  margin: 20, most: MOST_WIDE, slope: rounded(1 / ASPECT), below: CROP.below + 24 + 2, extra: rounded((CROP.scale - 1) / ASPECT),
};

function rounded(slope: number): number {
  return Math.ceil(slope * 10_000) / 10_000;
}

function eventsHeight(model: ChartModel, width: number): number {
  const mode = eventMode(model);
  if (mode !== 'pins' && mode !== 'labels') return 0;
  if (mode === 'labels' && width >= (model.kind === 'periods' ? 720 : 960)) return 0;
  const columns = width >= 600 ? 2 : 1;
  const column = width / columns - 36;
  const items = model.annotations.map(({ day, label }) => lines(`${labelDay(day)} ${label}`, 12, column, BOLD) * 17 + 2);
  return 6 + (columns === 1 ? items.reduce((sum, item) => sum + item, 0) : Math.max(...items) * Math.ceil(items.length / 2));
}

function keyHeight(model: ChartModel, width: number): number {
  const words = itemsOf(MarkKey({ model }));
  if (words.length === 0) return 0;
  const widths = words.map((text) => Math.min(42 + textWidth(text, 12) * SANS, width));
  const extra = words.reduce((sum, text) => sum + Math.max(lines(text, 12, width - 42, SANS) * 16 - 20, 0), 0);
  return 13 + rowsOf(widths, width, 16) * 22 + extra;
}

/** The words of each list item in an element. */
function itemsOf(node: ReactNode): string[] {
  if (Array.isArray(node)) return (node as readonly ReactNode[]).flatMap(itemsOf);
  if (!isValidElement<{ children?: ReactNode }>(node)) return [];
  return node.type === 'li' ? [wordsIn(node.props.children)] : itemsOf(node.props.children);
}

function wordsIn(node: ReactNode): string {
  if (typeof node === 'string') return node;
  return Array.isArray(node) ? (node as readonly ReactNode[]).map(wordsIn).join('') : '';
}

function footHeight(model: ChartModel, width: number): number {
  const rule = lines(`What is counted: ${printRule(model.countingRule)}`, 12, width, SANS) * 17 + 4;
  const sources = lines(`Sources: ${printSources(model.citations)}`, 12, width, SANS) * 17 + 4;
  // The link home may need a line of its own, as after the chart got a new name.
  const home = lines('Figures reach to 30 Sep 2025. Release 1000 of 30 Sep 2026. Corrected in release 1000.', 12, width, SANS) * 17 + 17 + 5;
  return 7 + rule + sources + home;
}
