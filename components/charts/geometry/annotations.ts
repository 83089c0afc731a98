import type { ModelAnnotation } from '@/domain/chart/model-parts';
import { textWidth } from './text-fit';

/** An annotation on its rule: `x` as a fraction of the plot, rows counted upwards from the plot. */
export interface PlacedAnnotation {
  readonly annotation: ModelAnnotation;
  /** 1-based number printed on its pin and in the key. */
  readonly number: number;
  readonly x: number;
  readonly pinRow: number;
  readonly labelRow: number;
  readonly anchor: 'start' | 'end';
}

/**
 * `labels`: texts stand on their rules on wide plots, numbered pins on narrow ones.
 * `pins`: numbered pins at every width. `ticks`: too many for numbers; the key below tells them by date.
 */
export interface PlacedAnnotations {
  readonly mode: 'none' | 'labels' | 'pins' | 'ticks';
  readonly items: readonly PlacedAnnotation[];
  /** Height in px to keep free above the plot. */
  readonly height: number;
}

export const ANNOTATION_ROW = 17;
/** Plot widths in px for which rows are planned; wider plots only have more room. */
const WIDE = 640;
const NARROW = 240;
const PIN = 18;

interface Extent { readonly from: number; readonly to: number }
interface Slot extends Extent { readonly row: number; readonly at: number; readonly anchor: 'start' | 'end' }

/** First row, from the bottom, in which each extent fits without touching its neighbours. */
function stack(extents: readonly Extent[]): number[] {
  const rows: Extent[][] = [];
  return extents.map((extent) => {
    const free = rows.findIndex((row) => row.every((other) => extent.to <= other.from || extent.from >= other.to));
    const index = free === -1 ? rows.length : free;
    (rows[index] ??= []).push(extent);
    return index;
  });
}

interface Label { readonly x: number; readonly text: string }
interface Layout { readonly slots: readonly Slot[]; readonly crossings: number }

const touches = (a: Extent, b: Extent): boolean => a.to > b.from && a.from < b.to;
/** A rule rises from the plot through every row below its label. */
const isCrossed = (low: Slot, high: Slot): boolean => high.row > low.row && high.at > low.from && high.at < low.to;

/** Gives each label the first row and side in which it touches no other label and, if it can, no rule. */
function stackLabels(labels: readonly Label[], sides: readonly ('start' | 'end')[]): Layout {
  const slots: Slot[] = [];
  let crossings = 0;
  for (const { x, text } of labels) {
    const at = x * WIDE;
    const width = textWidth(text, 12) + 14;
    const candidates = labels.flatMap((_, row) => sides.map((anchor): Slot => ({
      row, at, anchor, ...(anchor === 'start' ? { from: at - 3, to: at + width } : { from: at - width, to: at + 3 }),
    }))).filter(({ from, to }) => from >= -4 && to <= WIDE + 4);
    const isFree = (slot: Slot): boolean => slots.every((other) => other.row !== slot.row || !touches(slot, other));
    const isClear = (slot: Slot): boolean => isFree(slot) && slots.every((other) => !isCrossed(slot, other) && !isCrossed(other, slot));
    const clear = candidates.find(isClear);
    if (clear === undefined) crossings += 1;
    slots.push(clear ?? candidates.find(isFree) ?? { row: labels.length, at, anchor: 'start', from: at, to: at });
  }
  return { slots, crossings };
}

/** The better of two attempts: labels right of their rules first, or left of them first. */
function bestLabels(labels: readonly Label[]): readonly Slot[] {
  const attempts = [stackLabels(labels, ['start', 'end']), stackLabels(labels, ['end', 'start'])];
  const cost = ({ slots, crossings }: Layout): number => crossings * 100 + rowCount(slots.map(({ row }) => row));
  return (attempts.sort((a, b) => cost(a) - cost(b))[0] ?? { slots: [] }).slots;
}

const rowCount = (rows: readonly number[]): number => (rows.length === 0 ? 0 : Math.max(...rows) + 1);

/** Places annotations whose `position` is a fraction 0..1 of the plot; those outside are left out. */
export function placeAnnotations(annotations: readonly ModelAnnotation[], position: (at: number) => number): PlacedAnnotations {
  const inside = annotations
    .map((annotation) => ({ annotation, x: position(annotation.at) }))
    .filter(({ x }) => x >= 0 && x <= 1)
    .sort((a, b) => a.x - b.x);
  if (inside.length === 0) return { mode: 'none', items: [], height: 0 };

  const labels = bestLabels(inside.map(({ annotation, x }) => ({ x, text: annotation.label })));
  const labelRows = labels.map(({ row }) => row);
  const pinRows = stack(inside.map(({ x }) => ({ from: x * NARROW - PIN / 2, to: x * NARROW + PIN / 2 })));
  const hasRoomForLabels = rowCount(labelRows) <= 4;
  const hasRoomForPins = rowCount(pinRows) <= 4;
  const mode = !hasRoomForPins ? 'ticks' : hasRoomForLabels ? 'labels' : 'pins';
  const rows = mode === 'ticks' ? 1 : mode === 'pins' ? rowCount(pinRows) : Math.max(rowCount(pinRows), rowCount(labelRows));
  const items = inside.map(({ annotation, x }, index): PlacedAnnotation => ({
    annotation,
    number: index + 1,
    x,
    pinRow: mode === 'ticks' ? 0 : pinRows[index] ?? 0,
    labelRow: labelRows[index] ?? 0,
    anchor: labels[index]?.anchor ?? 'start',
  }));
  return { mode, items, height: rows * ANNOTATION_ROW + 6 };
}
