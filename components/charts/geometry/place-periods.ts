import { scaleLinear } from 'd3-scale';
import type { PeriodMark, PeriodsModel, PeriodPanel } from '@/domain/chart/model';
import { placeAnnotations, type PlacedAnnotations } from './annotations';
import { placeBandAxis, type PlacedBandAxis } from './band-axis';
import { fitClass, textWidth } from './text-fit';
import { placeValueAxis, type PlacedValueAxis } from './value-axis';

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
  readonly label: { readonly text: string; readonly y: number; readonly place: 'above' | 'inside'; readonly fit: string } | null;
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

export interface PlacedPanel {
  readonly id: string;
  readonly title: string | null;
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
  readonly gutter: number;
}

const HEADROOM = 26;
const PLOT = 250;
const PANEL_PLOT = 104;
const LABEL_SIZE = 12;
/** Plot width in px of a phone of 320 px. */
const NARROW_PLOT = 240;
/** Height in px of the box in which an empty is drawn. */
export const EMPTY_HEIGHT = 30;
/** Width in px of the widest sign in it. */
const EMPTY_SIGN = 13;
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

interface Room {
  readonly model: PeriodsModel;
  readonly hidden: ReadonlySet<string>;
  readonly axis: PlacedValueAxis;
}

function placeMark(mark: PeriodMark, span: readonly [number, number], room: Room): PlacedPeriodMark {
  const { model, axis } = room;
  const count = Math.max(model.bands.length, 1);
  const padding = bandPadding(count);
  const seriesIndex = model.legend.findIndex(({ id }) => id === mark.seriesId);
  const colour = model.legend[seriesIndex]?.colour ?? 0;
  const isLine = model.arrangement === 'line';
  const isGrouped = model.arrangement === 'grouped' && model.legend.length > 1;
  const left = mark.band + padding;
  const inner = 1 - 2 * padding;
  const slot = inner / Math.max(model.legend.length, 1);
  const x0 = isGrouped ? left + slot * Math.max(seriesIndex, 0) + slot * 0.04 : left;
  const x1 = isGrouped ? x0 + slot * 0.92 : left + inner;
  const shape = mark.value === null ? 'empty' : isLine ? 'point' : 'bar';
  const y0 = shape === 'empty' ? axis.y(span[0]) - EMPTY_HEIGHT : axis.y(span[1]);
  const y1 = isLine ? y0 : axis.y(span[0]);
  const isStacked = model.arrangement === 'stacked';
  const text = shownLabel(mark);
  const reach = mark.qualifier === 'at-least' || mark.qualifier === 'more-than' ? OPEN_REACH : 0;
  const room1 = isGrouped ? x1 - x0 : 1;
  const needed = ((textWidth(text, LABEL_SIZE) + markLetters(mark).length * 5 + 3) * count) / room1;
  const label = mark.value === null ? null
    : isStacked ? (y1 - y0 >= 17 ? { text, y: (y0 + y1) / 2 + 4, place: 'inside' as const, fit: fitClass(needed / (x1 - x0)) } : null)
    : { text, y: y0 - 6 - reach, place: 'above' as const, fit: fitClass(isLine ? needed * 1.6 : needed) };
  return {
    mark, colour, shape, signNeeds: (EMPTY_SIGN * count) / (isGrouped ? x1 - x0 : 1), x0: x0 / count, x1: x1 / count, y0, y1, label,
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
function labelled(model: PeriodsModel, marks: readonly PlacedPeriodMark[], count: number): readonly PlacedPeriodMark[] {
  if (model.arrangement === 'single' || model.arrangement === 'panels') return withHighlights(marks, count);
  if (model.arrangement !== 'line' || model.legend.length < 2) return marks;
  const last = new Map<string, number>();
  for (const { mark, shape } of marks) if (shape === 'point') last.set(mark.seriesId, Math.max(mark.band, last.get(mark.seriesId) ?? 0));
  return marks.map((point) => (last.get(point.mark.seriesId) === point.mark.band ? point : { ...point, label: null }));
}

/** Stacks again without the hidden series, so that what is left stands on the baseline. */
function spansOf(panel: PeriodPanel, room: Room): ReadonlyMap<string, readonly [number, number]> {
  const spans = new Map<string, readonly [number, number]>();
  const tops = new Map<number, number>();
  for (const mark of panel.marks) {
    if (room.hidden.has(mark.seriesId)) continue;
    if (room.model.arrangement !== 'stacked' || room.hidden.size === 0) spans.set(mark.id, mark.span);
    else {
      const base = tops.get(mark.band) ?? 0;
      const top = base + (mark.span[1] - mark.span[0]);
      tops.set(mark.band, top);
      spans.set(mark.id, [base, top]);
    }
  }
  return spans;
}

function segmentsOf(marks: readonly PlacedPeriodMark[]): PlacedSegment[] {
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

/** Lays a periods model out; `hidden` series ids are left out (and stacks close up). */
export function placePeriods(model: PeriodsModel, hidden: ReadonlySet<string> = new Set()): PlacedPeriods {
  const bandAxis = placeBandAxis(model.bands);
  const count = Math.max(model.bands.length, 1);
  const across = scaleLinear().domain([0, count]).range([0, 1]);
  const annotations = placeAnnotations(model.annotations, (at) => across(at));
  const isPanels = model.arrangement === 'panels';
  const panels = model.panels.map((panel, index): PlacedPanel => {
    const isLast = index === model.panels.length - 1;
    const top = (index === 0 ? annotations.height : 0) + HEADROOM;
    const base = top + (isPanels ? PANEL_PLOT : PLOT);
    const axis = placeValueAxis(panel.yMax, panel.yTicks, top, base);
    const room: Room = { model, hidden, axis };
    const spans = spansOf(panel, room);
    const marks = panel.marks.flatMap((mark) => {
      const span = spans.get(mark.id);
      return span === undefined || mark.status === 'withdrawn' ? [] : [placeMark(mark, span, room)];
    });
    return {
      id: panel.id, title: panel.title, countingRule: panel.countingRule, axis, marks: labelled(model, marks, count),
      segments: model.arrangement === 'line' ? segmentsOf(marks) : [],
      height: base + (isLast ? bandAxis.height : 10), showsBands: isLast,
    };
  });
  return { panels, bandAxis, annotations, gutter: Math.max(...panels.map(({ axis }) => axis.gutter), 0) };
}
