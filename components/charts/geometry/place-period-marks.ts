import type { PeriodMark, PeriodsModel, PeriodPanel } from '@/domain/chart/model';
import { tightestCount } from './band-edges';
import type { PlacedClosureStrips } from './place-period-closures';
import { fitClass, textWidth } from './text-fit';
import type { PlacedValueAxis } from './value-axis';

interface PlacedText { readonly text: string; readonly y: number; readonly fit: string }

/** A period mark where it stands: x as fractions of the plot width, y in px from the top of the drawing. */
export interface PlacedPeriodMark {
  readonly mark: PeriodMark;
  readonly colour: number;
  readonly shape: 'bar' | 'point' | 'empty';
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Where earlier values of the cell stood, in px. */
  readonly notches: readonly number[];
  /** Plot width in px from which on the sign of an empty has room. */
  readonly signNeeds: number;
  readonly label: (PlacedText & { readonly place: 'above' | 'inside' }) | null;
  /** Small words over the label: `incomplete`, `was 615`. Where they have no room, hatch, letters and key say the same. */
  readonly remark: PlacedText | null;
  /** Parts of the bar that lie on days of a closure, as fractions of the plot. */
  readonly shades: readonly { readonly x0: number; readonly x1: number; readonly isSoft: boolean }[];
}

/** One straight piece of a line between two neighbouring periods that both have a value. */
export interface PlacedSegment {
  readonly seriesId: string;
  readonly colour: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly isProvisional: boolean;
}

/** What a mark is laid out in. */
export interface PeriodRoom {
  readonly model: PeriodsModel;
  readonly hidden: ReadonlySet<string>;
  readonly axis: PlacedValueAxis;
  readonly edges: readonly number[];
  readonly closures: PlacedClosureStrips | null;
}

const LABEL_SIZE = 12;
const REMARK_SIZE = 10.5;
/** Plot width in px of a phone of 320 px. */
const NARROW_PLOT = 240;
/** Height in px of the box in which an empty is drawn. */
export const EMPTY_HEIGHT = 30;
/** Width in px of the widest sign in it. */
const EMPTY_SIGN = 13;
/** How wide at most, in parts of a band, the empties of several lines are, which stand beside each other. */
const EMPTY_SLOT = 0.24;
const LABEL_LINE = 14;
/** With so few bands a label at the end of a line has room at every width. */
const FEW_BANDS = 8;
/** How far in px an open-ended bar reaches past the value it is sure of. */
export const OPEN_REACH = 18;

/** Few bars get more air, so that four of them do not become walls. */
function bandPadding(count: number): number {
  return count <= 4 ? 0.27 : count <= 8 ? 0.2 : count <= 16 ? 0.15 : 0.11;
}

function shownLabel(mark: PeriodMark): string {
  return mark.qualifier === 'about' && mark.value !== null ? mark.label.replace(/^about\s*/i, '~') : mark.label;
}

/** Letters after a value: r revised, d derived, ? unconfirmed. The key under the chart explains those used. */
export function markLetters(mark: PeriodMark): string {
  return `${mark.vintages.length > 0 ? 'r' : ''}${mark.kind === 'derived' ? 'd' : ''}${mark.isUnconfirmed ? '?' : ''}`;
}

/** What is said over a mark in words: that its period was not over, or else what the value was before. */
function remarkOf(mark: PeriodMark): string {
  if (mark.value === null) return mark.isIncomplete === true ? 'not over' : '';
  const [first] = mark.vintages;
  const was = first === undefined || first.value === null || first.value === mark.value ? '' : `was ${first.label}`;
  return mark.isIncomplete === true ? 'incomplete' : was;
}

function shadesOn(x0: number, x1: number, closures: PlacedClosureStrips | null): PlacedPeriodMark['shades'] {
  const clip = (from: number, to: number, isSoft: boolean) => (Math.min(to, x1) > Math.max(from, x0) ? [{ x0: Math.max(from, x0), x1: Math.min(to, x1), isSoft }] : []);
  return closures?.spans.flatMap((span) => [...(span.softX0 < span.x0 || span.x1 < span.softX1 ? clip(span.softX0, span.softX1, true) : []), ...clip(span.x0, span.x1, false)]) ?? [];
}

export function placeMark(mark: PeriodMark, span: readonly [number, number], room: PeriodRoom): PlacedPeriodMark {
  const { model, axis, edges } = room;
  const count = tightestCount(edges);
  const padding = bandPadding(Math.max(model.bands.length, 1));
  const seriesIndex = model.legend.findIndex(({ id }) => id === mark.seriesId);
  const colour = model.isOneScale === true ? 0 : model.legend[seriesIndex]?.colour ?? 0;
  const isLine = model.arrangement === 'line';
  const isGrouped = model.arrangement === 'grouped' && model.legend.length > 1;
  const from = edges[mark.band] ?? 0;
  const width = (edges[mark.band + 1] ?? 1) - from;
  const inner = 1 - 2 * padding;
  const shape = mark.value === null ? 'empty' : isLine ? 'point' : 'bar';
  const isNarrowed = isLine && shape === 'empty' && model.legend.length > 1;
  const slot = isNarrowed ? Math.min(inner / model.legend.length, EMPTY_SLOT) : inner / Math.max(model.legend.length, 1);
  // In parts of the band.
  const left = isGrouped ? padding + slot * Math.max(seriesIndex, 0) + slot * 0.04
    : isNarrowed ? 0.5 + slot * (Math.max(seriesIndex, 0) - model.legend.length / 2) + slot * 0.07 : padding;
  const wide = isGrouped ? slot * 0.92 : isNarrowed ? slot * 0.86 : inner;
  const y0 = shape === 'empty' ? axis.y(span[0]) - EMPTY_HEIGHT : axis.y(span[1]);
  const y1 = shape === 'point' ? y0 : axis.y(span[0]);
  const x0 = from + left * width;
  const x1 = from + (left + wide) * width;
  const isStacked = model.arrangement === 'stacked';
  const text = shownLabel(mark);
  const reach = mark.qualifier === 'at-least' || mark.qualifier === 'more-than' ? OPEN_REACH : 0;
  const share = isGrouped ? wide : 1;
  const needed = ((textWidth(text, LABEL_SIZE) + markLetters(mark).length * 5 + 3) * count) / share;
  const label = mark.value === null ? null
    : isStacked ? (y1 - y0 >= 17 ? { text, y: (y0 + y1) / 2 + 4, place: 'inside' as const, fit: fitClass(needed / wide) } : null)
    : { text, y: y0 - 6 - reach, place: 'above' as const, fit: fitClass(isLine ? needed * 1.6 : needed) };
  const remark = isStacked || isGrouped || isLine ? '' : remarkOf(mark);
  return {
    mark, colour, shape, signNeeds: (EMPTY_SIGN * count) / (isGrouped || isNarrowed ? wide : 1), x0, x1, y0, y1, label, shades: shape === 'bar' ? shadesOn(x0, x1, room.closures) : [],
    remark: remark === '' ? null : { text: remark, y: (label?.y ?? y0 + 7) - 13, fit: fitClass((textWidth(remark, REMARK_SIZE) + 4) * count) },
    notches: mark.value === null ? [] : mark.vintages.flatMap(({ value }) => (value === null || value === mark.value ? [] : [axis.y(span[0] + value)])),
  };
}

/** The highest and the last value keep their labels on drawings too narrow for all, unless a neighbour stands in the way. */
function withHighlights(marks: readonly PlacedPeriodMark[], count: number): readonly PlacedPeriodMark[] {
  const bars = marks.filter(({ shape, label }) => shape === 'bar' && label !== null);
  const highest = bars.reduce<PlacedPeriodMark | undefined>((best, bar) => (best === undefined || bar.y0 < best.y0 ? bar : best), undefined);
  const last = bars.reduce<PlacedPeriodMark | undefined>((best, bar) => (best === undefined || bar.mark.band > best.mark.band ? bar : best), undefined);
  const kept = new Set<PlacedPeriodMark>();
  for (const bar of [highest, last]) {
    if (bar === undefined || bar.label === null) continue;
    const reach = ((textWidth(bar.label.text, LABEL_SIZE) + 8) / NARROW_PLOT) * count;
    const isFree = bars.every((other) => other === bar || Math.abs(other.mark.band - bar.mark.band) > reach / 2 + 0.5 || other.y0 > bar.y0 - 2)
      && [...kept].every((other) => Math.abs(other.mark.band - bar.mark.band) > reach);
    if (isFree) kept.add(bar);
  }
  return marks.map((bar) => (kept.has(bar) && bar.label !== null ? { ...bar, label: { ...bar.label, fit: '' } } : bar));
}

/** Which values are printed: all that fit, but of several lines only the last of each, since their labels would lie over each other. */
export function labelled(model: PeriodsModel, marks: readonly PlacedPeriodMark[], count: number): readonly PlacedPeriodMark[] {
  if (model.arrangement === 'single' || model.arrangement === 'panels') return withHighlights(marks, count);
  if (model.arrangement !== 'line' || model.legend.length < 2) return marks;
  const last = new Map<string, number>();
  for (const { mark, shape } of marks) if (shape === 'point') last.set(mark.seriesId, Math.max(mark.band, last.get(mark.seriesId) ?? 0));
  const isRoomy = count <= FEW_BANDS;
  const shown = marks.map((point): PlacedPeriodMark => (last.get(point.mark.seriesId) !== point.mark.band || point.label === null
    ? { ...point, label: null } : { ...point, label: { ...point.label, fit: isRoomy ? '' : point.label.fit } }));
  return apart(shown);
}

/** Labels of lines that end near each other stand over each other, in the order of their values. */
function apart(marks: readonly PlacedPeriodMark[]): readonly PlacedPeriodMark[] {
  const lifted = new Map<PlacedPeriodMark, number>();
  const tops = new Map<number, number>();
  for (const point of marks.filter(({ label }) => label !== null).sort((a, b) => (b.label?.y ?? 0) - (a.label?.y ?? 0))) {
    const y = Math.min(point.label?.y ?? 0, (tops.get(point.mark.band) ?? Infinity) - LABEL_LINE);
    tops.set(point.mark.band, y);
    lifted.set(point, y);
  }
  return marks.map((point) => (point.label === null ? point : { ...point, label: { ...point.label, y: lifted.get(point) ?? point.label.y } }));
}

/** Stacks again without the hidden series, so that what is left stands on the baseline. */
export function spansOf(panel: PeriodPanel, { model, hidden }: Pick<PeriodRoom, 'model' | 'hidden'>): ReadonlyMap<string, readonly [number, number]> {
  const spans = new Map<string, readonly [number, number]>();
  const tops = new Map<number, number>();
  for (const mark of panel.marks) {
    if (hidden.has(mark.seriesId)) continue;
    if (model.arrangement !== 'stacked' || hidden.size === 0) spans.set(mark.id, mark.span);
    else {
      const base = tops.get(mark.band) ?? 0;
      const top = base + (mark.span[1] - mark.span[0]);
      tops.set(mark.band, top);
      spans.set(mark.id, [base, top]);
    }
  }
  return spans;
}

export function segmentsOf(marks: readonly PlacedPeriodMark[]): PlacedSegment[] {
  const segments: PlacedSegment[] = [];
  const previous = new Map<string, PlacedPeriodMark>();
  for (const placed of [...marks].sort((a, b) => a.mark.band - b.mark.band)) {
    if (placed.shape !== 'point') continue;
    const { seriesId, band } = placed.mark;
    const before = previous.get(seriesId);
    if (before !== undefined && before.mark.band === band - 1) {
      segments.push({
        seriesId, colour: placed.colour, x0: (before.x0 + before.x1) / 2, y0: before.y0, x1: (placed.x0 + placed.x1) / 2, y1: placed.y0,
        isProvisional: placed.mark.isIncomplete === true || placed.mark.kind === 'derived',
      });
    }
    previous.set(seriesId, placed);
  }
  return segments;
}
