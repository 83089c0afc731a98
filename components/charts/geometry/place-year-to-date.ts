import { scaleLinear } from 'd3-scale';
import type { PeriodMark, YearToDateModel } from '@/domain/chart/model';
import { placeBandAxis, type PlacedBandAxis } from './band-axis';
import { textWidth } from './text-fit';
import { placeValueAxis, type PlacedValueAxis } from './value-axis';

export interface PlacedPoint {
  readonly mark: PeriodMark;
  readonly x: number;
  readonly y: number;
}

export interface PlacedYearLine {
  readonly id: string;
  readonly label: string;
  readonly colour: number;
  readonly isIncomplete: boolean;
  readonly points: readonly PlacedPoint[];
  readonly segments: readonly { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }[];
  /** Where the line is named: right of a last point at the edge, moved apart from its neighbours; else left over its last point. */
  readonly end: { readonly x: number; readonly y: number; readonly labelY: number; readonly isAtEdge: boolean; readonly text: string } | null;
}

export interface PlacedYearToDate {
  readonly height: number;
  readonly axis: PlacedValueAxis;
  readonly bandAxis: PlacedBandAxis;
  readonly lines: readonly PlacedYearLine[];
  readonly gutter: number;
  /** Room in px right of the plot for the names of the lines. */
  readonly tail: number;
}

const TOP = 22;
const PLOT = 290;
const LABEL_GAP = 15;

const isAtEdge = (x: number | undefined): boolean => x !== undefined && x > 0.95;

/** Moves labels apart downwards, then back up inside `[top, base]`; keeps their order. */
export function spread(wanted: readonly number[], gap: number, base: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  for (let i = 1; i < order.length; i += 1) {
    const before = order[i - 1];
    const here = order[i];
    if (before !== undefined && here !== undefined && here.y < before.y + gap) here.y = before.y + gap;
  }
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const limit = i === order.length - 1 ? base : (order[i + 1]?.y ?? base) - gap;
    const here = order[i];
    if (here !== undefined && here.y > limit) here.y = limit;
  }
  const placed = [...wanted];
  for (const { y, index } of order) placed[index] = y;
  return placed;
}

export function placeYearToDate(model: YearToDateModel): PlacedYearToDate {
  const bandAxis = placeBandAxis(model.bands);
  const across = scaleLinear().domain([0, Math.max(model.bands.length, 1)]).range([0, 1]);
  const axis = placeValueAxis(model.yMax, model.yTicks, TOP, TOP + PLOT);
  const drafts = model.lines.map((line) => {
    const points = line.points
      .filter(({ value, status }) => value !== null && status === 'current')
      .map((mark): PlacedPoint => ({ mark, x: across(mark.band + 1), y: axis.y(mark.value ?? 0) }));
    return { line, points, last: points[points.length - 1] };
  });
  // Lines that end at the same quarter share a column of labels.
  const labelYs = new Map<string, number>();
  for (const x of new Set(drafts.map(({ last }) => last?.x))) {
    const column = drafts.filter(({ last }) => last !== undefined && last.x === x);
    const ys = spread(column.map(({ last }) => last?.y ?? 0), LABEL_GAP, axis.base);
    column.forEach(({ line }, index) => labelYs.set(line.id, (ys[index] ?? 0) - (isAtEdge(x) ? 0 : 14)));
  }
  const lines = drafts.map(({ line, points, last }): PlacedYearLine => ({
    id: line.id, label: line.label, colour: line.colour, isIncomplete: line.isIncomplete, points,
    segments: points.map((point, index) => {
      const from = points[index - 1] ?? { x: 0, y: axis.base };
      return { x0: from.x, y0: from.y, x1: point.x, y1: point.y };
    }),
    end: last === undefined ? null : { x: last.x, y: last.y, labelY: labelYs.get(line.id) ?? last.y, isAtEdge: isAtEdge(last.x), text: line.isIncomplete ? `${last.mark.label} so far` : last.mark.label },
  }));
  const tail = Math.ceil(Math.max(12, ...lines.filter(({ end }) => end?.isAtEdge === true).map(({ label, end }) => textWidth(`${label}  ${end?.text ?? ''}`, 13) + 14)));
  return { height: axis.base + bandAxis.height, axis, bandAxis, lines, gutter: axis.gutter, tail };
}
