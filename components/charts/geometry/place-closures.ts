import { scaleLinear } from 'd3-scale';
import type { ClosureBar, ClosuresModel } from '@/domain/chart/closures-model';
import { placeAnnotations, type PlacedAnnotations } from './annotations';
import { textWidth, weightClass } from './text-fit';

/** A closure where it stands: x as fractions of the plot, cut off at its edges. */
export interface PlacedClosure {
  readonly bar: ClosureBar;
  readonly colour: number;
  readonly softX0: number;
  readonly x0: number;
  readonly x1: number;
  readonly softX1: number;
  /** Top of the bar in px. */
  readonly y: number;
  readonly rivals: readonly { readonly x: number; readonly label: string }[];
  /** Words at the end of a closure that went on when it was last heard of; null elsewhere. */
  readonly endWords: string | null;
}

export interface PlacedClosureRow {
  readonly id: string;
  readonly crossing: string;
  readonly laneLabel: string;
  readonly isFirstOfCrossing: boolean;
  /** Top of the row in px. */
  readonly top: number;
  /** Top of its bars. */
  readonly y: number;
}

export interface PlacedDayTick {
  readonly x: number;
  readonly label: string;
  readonly fit: string;
  readonly isMajor: boolean;
}

export interface PlacedClosures {
  readonly height: number;
  readonly top: number;
  readonly base: number;
  readonly rows: readonly PlacedClosureRow[];
  readonly bars: readonly PlacedClosure[];
  readonly ticks: readonly PlacedDayTick[];
  readonly annotations: PlacedAnnotations;
}

/** Height of a row in px: a line of words over a bar, so that the words have room on narrow drawings too. */
const ROW = 36;
const CROSSING_GAP = 10;
export const CLOSURE_HEIGHT = 13;

const clamp = (fraction: number): number => Math.min(1, Math.max(0, fraction));

export function placeClosures(model: ClosuresModel): PlacedClosures {
  const { axis } = model;
  const across = scaleLinear().domain([axis.from, Math.max(axis.to, axis.from + 1)]).range([0, 1]);
  const annotations = placeAnnotations(model.annotations, (at) => across(at));
  const top = annotations.height + 4;
  let cursor = top;
  const rows = model.rows.map((row, index): PlacedClosureRow => {
    if (row.isFirstOfCrossing && index > 0) cursor += CROSSING_GAP;
    const placed = { ...row, top: cursor, y: cursor + 18 };
    cursor += ROW;
    return placed;
  });
  const base = cursor + 6;
  const colourOf = (lane: string): number => model.legend.find(({ id }) => id === lane)?.colour ?? 0;
  const bars = model.bars
    .filter(({ status }) => status === 'current')
    .map((bar): PlacedClosure => ({
      bar,
      colour: colourOf(bar.lane),
      softX0: clamp(across(bar.softFrom)),
      x0: clamp(across(bar.solidFrom)),
      x1: clamp(across(bar.solidTo)),
      softX1: clamp(across(bar.softTo)),
      y: rows[bar.row]?.y ?? top,
      rivals: bar.rivals.filter(({ at }) => at >= axis.from && at <= axis.to).map(({ at, label }) => ({ x: across(at), label })),
      endWords: null,
    }));
  return {
    height: base + 28,
    top,
    base,
    rows,
    bars: withEndWords(bars),
    ticks: axis.ticks.map(({ at, label, weight }) => ({ x: clamp(across(at)), label, fit: weightClass(weight), isMajor: weight === 1 })),
    annotations,
  };
}

/** Only the last ongoing closure of a row speaks, so that words never lie over each other. */
function withEndWords(bars: readonly PlacedClosure[]): PlacedClosure[] {
  const lastOfRow = new Map<number, PlacedClosure>();
  for (const placed of bars) {
    if (placed.bar.endState !== 'ongoing') continue;
    const known = lastOfRow.get(placed.bar.row);
    if (known === undefined || placed.x1 >= known.x1) lastOfRow.set(placed.bar.row, placed);
  }
  return bars.map((placed) => (lastOfRow.get(placed.bar.row) === placed ? { ...placed, endWords: 'still shut' } : placed));
}

/** Px left of the plot for the names of crossings and lanes on wide drawings. */
export function closureGutter(rows: readonly PlacedClosureRow[]): number {
  const crossing = Math.max(...rows.map((row) => textWidth(row.crossing, 14)), 0);
  const lane = Math.max(...rows.map((row) => textWidth(row.laneLabel, 12)), 0);
  return Math.ceil(Math.min(crossing + lane + 34, 300));
}
