import type { PeriodPanel, PeriodsModel } from '@/domain/chart/model';
import { placeAnnotations, type PlacedAnnotations } from './annotations';
import { placeBandAxis, type PlacedBandAxis } from './band-axis';
import { bandEdges } from './band-edges';
import { placeClosureStrips, type PlacedClosureStrips } from './place-period-closures';
import { labelled, placeMark, segmentsOf, spansOf, type PlacedPeriodMark, type PlacedSegment } from './place-period-marks';
import { placeValueAxis, type PlacedValueAxis } from './value-axis';

export interface PlacedPanel {
  readonly id: string;
  readonly title: string | null;
  /** Printed small after the title: what the values count. */
  readonly unit: string | null;
  readonly countingRule: string | null;
  readonly height: number;
  readonly axis: PlacedValueAxis;
  readonly marks: readonly PlacedPeriodMark[];
  readonly segments: readonly PlacedSegment[];
  readonly showsBands: boolean;
}

export interface PlacedPeriods {
  readonly panels: readonly PlacedPanel[];
  readonly bandAxis: PlacedBandAxis;
  readonly annotations: PlacedAnnotations;
  readonly closures: PlacedClosureStrips | null;
  readonly gutter: number;
  /** Panels of one scale stand beside each other where there is room. */
  readonly isGrid: boolean;
}

const HEADROOM = 26;
/** Small words over the highest label need a line of their own. */
const REMARK_ROOM = 12;
const PLOT = 250;
const PANEL_PLOT = 104;

/** Widths in px of the drawing from which a grid of panels has two and three columns; drawing.css has the same. */
export const GRID_COLUMNS = [{ from: 520, columns: 2 }, { from: 860, columns: 3 }] as const;
export const GRID_GAP = { across: 26, down: 18 } as const;

/** Columns of a grid of panels in a drawing of this width. */
export function gridColumns(width: number): number {
  return GRID_COLUMNS.reduce<number>((most, { from, columns }) => (width >= from ? columns : most), 1);
}

/** The unit beside a panel's name, unless the name says it or a panel before it did. */
function unitOver({ title, unit = '' }: PeriodPanel, isSaid: boolean): string | null {
  return title === null || isSaid || unit === '' || title.toLowerCase().includes(unit.toLowerCase()) ? null : unit;
}

/** Lays a periods model out; `hidden` series ids are left out (and stacks close up). */
export function placePeriods(model: PeriodsModel, hidden: ReadonlySet<string> = new Set()): PlacedPeriods {
  const edges = bandEdges(model.bands, model.dayAxis);
  const bandAxis = placeBandAxis(model.bands, edges);
  const count = Math.max(model.bands.length, 1);
  const { dayAxis } = model;
  const across = (at: number): number => (dayAxis === undefined ? at / count : (at - dayAxis.from) / Math.max(dayAxis.to - dayAxis.from, 1));
  const annotations = placeAnnotations(model.annotations, across);
  const closures = placeClosureStrips(model, annotations.height);
  const isPanels = model.arrangement === 'panels';
  const isGrid = isPanels && model.isOneScale === true;
  const panels = model.panels.map((panel, index): PlacedPanel => {
    const isLast = index === model.panels.length - 1;
    const hasRemarks = !isPanels && panel.marks.some(({ vintages, isIncomplete }) => vintages.length > 0 || isIncomplete === true);
    const top = (index === 0 ? annotations.height + (closures?.height ?? 0) : 0) + HEADROOM + (hasRemarks ? REMARK_ROOM : 0);
    const base = top + (isPanels ? PANEL_PLOT : PLOT);
    const axis = placeValueAxis(panel.yMax, panel.yTicks, top, base);
    const spans = spansOf(panel, { model, hidden });
    const marks = panel.marks.flatMap((mark) => {
      const span = spans.get(mark.id);
      return span === undefined || mark.status === 'withdrawn' ? [] : [placeMark(mark, span, { model, hidden, axis, edges, closures })];
    });
    const showsBands = isLast || isGrid;
    return {
      id: panel.id, title: panel.title, unit: unitOver(panel, isGrid && index > 0), countingRule: panel.countingRule, axis,
      marks: labelled(model, marks, count), segments: model.arrangement === 'line' ? segmentsOf(marks) : [],
      height: base + (showsBands ? bandAxis.height : 10), showsBands,
    };
  });
  return { panels, bandAxis, annotations, closures, isGrid, gutter: Math.max(...panels.map(({ axis }) => axis.gutter), 0) };
}
