import type { ModelAnnotation } from '@/domain/chart/model';
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

/** Finds each label a row and a side so that it touches no other label and no rule that rises through its row. */
function stackLabels(labels: readonly { readonly x: number; readonly text: string }[]): readonly Slot[] {
  const slots: Slot[] = [];
  for (const { x, text } of labels) {
    const at = x * WIDE;
    const width = textWidth(text, 12) + 14;
    const sides = [{ anchor: 'start' as const, from: at - 3, to: at + width }, { anchor: 'end' as const, from: at - width, to: at + 3 }]
      .filter(({ from, to }) => from >= -4 && to <= WIDE + 4);
    const candidates = Array.from({ length: labels.length + 1 }, (_, row) => sides.map((side) => ({ ...side, row, at }))).flat();
    const isClear = (slot: Slot): boolean => slots.every((other) =>
      other.row === slot.row ? slot.to <= other.from || slot.from >= other.to
        : other.row > slot.row ? other.at <= slot.from || other.at >= slot.to
        : slot.at <= other.from || slot.at >= other.to);
    slots.push(candidates.find(isClear) ?? { anchor: x > 0.5 ? 'end' : 'start', from: at, to: at, row: labels.length, at });
  }
  return slots;
}

const rowCount = (rows: readonly number[]): number => (rows.length === 0 ? 0 : Math.max(...rows) + 1);

/** Places annotations whose `position` is a fraction 0..1 of the plot; those outside are left out. */
export function placeAnnotations(annotations: readonly ModelAnnotation[], position: (at: number) => number): PlacedAnnotations {
  const inside = annotations
    .map((annotation) => ({ annotation, x: position(annotation.at) }))
    .filter(({ x }) => x >= 0 && x <= 1)
    .sort((a, b) => a.x - b.x);
  if (inside.length === 0) return { mode: 'none', items: [], height: 0 };

  const labels = stackLabels(inside.map(({ annotation, x }) => ({ x, text: annotation.label })));
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
