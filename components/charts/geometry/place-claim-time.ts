import { scaleLinear } from 'd3-scale';
import { dayAxis } from '@/domain/chart/day-axis';
import type { ClaimMark, ClaimsModel } from '@/domain/chart/model';
import { valueAxis } from '@/domain/chart/value-axis';
import { type Day, toEpochDay } from '@/domain/period';
import { textWidth } from './text-fit';
import { placeValueAxis, type PlacedValueAxis } from './value-axis';

/** One claim where it was said: x by the day, y by its figure; below the base line where it has none. */
export interface TimedClaim {
  readonly mark: ClaimMark;
  readonly colour: number;
  readonly x: number;
  /** Px to the right of its day, where it would hide another mark of that day. */
  readonly dx: number;
  /** Px from the top: the figure, or the lower end of a range. */
  readonly y: number;
  readonly yHigh: number;
  readonly shape: 'figure' | 'denial' | 'no-figure';
  /** Shown on every plot, on wide ones only, or not at all where another label is in its place. */
  readonly label: 'always' | 'wide' | 'never';
  readonly labelSide: 'start' | 'end';
}

/** What a claimant stood by over time, as a line that runs level until he says something else. */
export interface TimedRun {
  readonly id: string;
  readonly colour: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface TimedPanel {
  readonly id: string;
  readonly title: string;
  readonly measureLabel: string;
  readonly axis: PlacedValueAxis;
  readonly height: number;
  /** Middle in px of the strip for claims without a figure, or null where there is none. */
  readonly strip: number | null;
  readonly claims: readonly TimedClaim[];
  readonly runs: readonly TimedRun[];
}

export interface ClaimTimeline {
  readonly panels: readonly TimedPanel[];
  readonly gutter: number;
  readonly ticks: readonly { readonly x: number; readonly label: string; readonly weight: 1 | 2 | 3 }[];
  /** The days of the event itself, as fractions of the plot. */
  readonly event: { readonly x0: number; readonly x1: number };
  /** The end of the vintage day, where it lies on the plot. */
  readonly asOf: number | null;
}

const TOP = 16;
const PLOT = 132;
const STRIP = 22;
const AXIS = 24;
const LABEL = 12.5;
const MARK_HEIGHT = 8;
const MARK_WIDTH = 12;
/** Px from the middle of a mark up to the middle of its label. */
export const LABEL_LIFT = 6;
/** Plots at least so wide in px must not show two labels on one place. */
const NARROW = 240;
const WIDE = 460;
/** Room in days around the first and the last day, so that no mark stands on the edge. */
const MARGIN_SHARE = 0.03;
/** An open end needs room beyond its bound, or it would look like a full stop. */
const OPEN_ROOM = 1.15;

/** What the axis must hold beside the marks of the view, so that marks keep their places from one vintage day to the next. */
export interface TimeSpan {
  /** First and last day of the event. */
  readonly start: Day;
  readonly end: Day;
  /** Days on which something was said, those after the vintage day too. */
  readonly days: readonly Day[];
}

/** Groups in which time tells something: two figures or more with a day. */
function timedGroups(model: ClaimsModel): readonly number[] {
  return model.groups.flatMap((_, index) => (model.marks.filter(({ group, saidOn, low, high }) => group === index && saidOn !== null && (low ?? high) !== null).length > 1 ? [index] : []));
}

/** Null where no side's losses have two dated figures. `claimantOf` names who stands behind a mark, so that his figures make one line. */
export function placeClaimTime(model: ClaimsModel, { start, end, days }: TimeSpan, claimantOf: (mark: ClaimMark) => string): ClaimTimeline | null {
  const groups = timedGroups(model);
  if (groups.length === 0) return null;
  const all = [start, ...days, ...model.marks.flatMap(({ saidOn }) => saidOn ?? [])].sort();
  const axis = dayAxis(all[0] ?? start, all.at(-1) ?? start);
  const margin = Math.max(0.6, (axis.to - axis.from) * MARGIN_SHARE);
  // A claim stands in the middle of its day; the days of the event are whole days.
  const scale = scaleLinear().domain([axis.from - margin, axis.to + margin]).range([0, 1]);
  const across = (day: Day): number => scale(toEpochDay(day) + 0.5);
  const panels = groups.map((index) => placePanel(model, index, across, claimantOf));
  return {
    panels,
    gutter: Math.max(...panels.map((panel) => panel.axis.gutter)),
    ticks: axis.ticks.map(({ at, label, weight }) => ({ x: scale(at + 0.5), label, weight })),
    asOf: model.asOf === null || toEpochDay(model.asOf) + 1 > axis.to ? null : scale(toEpochDay(model.asOf) + 1),
    event: { x0: Math.max(0, scale(toEpochDay(start))), x1: Math.min(1, scale(toEpochDay(end) + 1)) },
  };
}

function placePanel(model: ClaimsModel, index: number, across: (day: Day) => number, claimantOf: (mark: ClaimMark) => string): TimedPanel {
  const group = model.groups[index];
  if (group === undefined) throw new Error(`No group ${index} in ${model.slug}`);
  const marks = model.marks.filter(({ group: at, saidOn }) => at === index && saidOn !== null);
  // A scale of its own: what counts here is how a figure moves, not how two sides' losses compare.
  const scale = valueAxis(marks.flatMap(({ low, high }) => [low, high, low !== null && high === null ? low * OPEN_ROOM : null]));
  const axis = placeValueAxis(scale.max, scale.ticks, TOP, TOP + PLOT);
  const isSilent = ({ low, high }: ClaimMark): boolean => (low ?? high) === null;
  const strip = marks.some(isSilent) ? axis.base + STRIP / 2 + 3 : null;
  const colourOf = ({ lens }: ClaimMark): number => model.legend.find(({ id }) => id === lens)?.colour ?? 0;
  const placed = marks.map((mark): TimedClaim => {
    const y = isSilent(mark) ? strip ?? axis.base : axis.y(mark.low ?? mark.high ?? 0);
    const x = across(mark.saidOn ?? '');
    return {
      mark, colour: colourOf(mark), x, dx: 0, y, yHigh: isSilent(mark) ? y : axis.y(mark.high ?? mark.low ?? 0),
      shape: mark.stance === 'denies' ? 'denial' : isSilent(mark) ? 'no-figure' : 'figure', label: 'never', labelSide: x > 0.8 ? 'end' : 'start',
    };
  });
  return {
    id: group.id, title: group.label, measureLabel: group.measureLabel, axis, strip,
    height: axis.base + (strip === null ? 0 : STRIP) + AXIS,
    claims: withLabels(besideEachOther(placed), claimantOf),
    runs: runsOf(placed, claimantOf),
  };
}

function runsOf(claims: readonly TimedClaim[], claimantOf: (mark: ClaimMark) => string): readonly TimedRun[] {
  const figures = claims.filter(({ shape }) => shape === 'figure');
  return [...new Set(figures.map(({ mark }) => claimantOf(mark)))].flatMap((id): TimedRun[] => {
    const own = figures.filter(({ mark }) => claimantOf(mark) === id).sort((a, b) => a.x - b.x || b.y - a.y);
    const [first] = own;
    if (first === undefined) return [];
    const points = own.flatMap(({ x, y }, at) => {
      const before = own[at - 1];
      return before === undefined ? [{ x, y }] : [{ x, y: before.y }, { x, y }];
    });
    return [{ id, colour: first.colour, points }];
  });
}

/** Marks of one day that would hide each other stand side by side, the earlier one on its day. */
function besideEachOther(claims: readonly TimedClaim[]): readonly TimedClaim[] {
  return claims.reduce<readonly TimedClaim[]>((placed, claim) => {
    const near = placed.filter(({ x, y }) => x === claim.x && Math.abs(y - claim.y) < MARK_HEIGHT);
    const dx = near.length === 0 ? 0 : Math.max(...near.map((other) => other.dx)) + MARK_WIDTH;
    return [...placed, { ...claim, dx }];
  }, []);
}

type Side = TimedClaim['labelSide'];

interface Box { readonly x0: number; readonly x1: number; readonly y: number }

/** The last figure of each claimant is printed first, then his first, then the others, each beside its mark where no other label or mark stands. */
function withLabels(claims: readonly TimedClaim[], claimantOf: (mark: ClaimMark) => string): readonly TimedClaim[] {
  const rank = (claim: TimedClaim): number => {
    const own = claims.filter(({ mark }) => claimantOf(mark) === claimantOf(claim.mark)).sort((a, b) => a.x - b.x || b.y - a.y);
    return own.at(-1) === claim ? 0 : own[0] === claim ? 1 : 2;
  };
  const order = claims.toSorted((a, b) => rank(a) - rank(b));
  const sidesAt = (width: number, sidesOf: (claim: TimedClaim) => readonly Side[]): ReadonlyMap<TimedClaim, Side> => {
    const taken: Box[] = claims.map(({ x, dx, y }) => ({ x0: x * width + dx - 6, x1: x * width + dx + 6, y }));
    const shown = new Map<TimedClaim, Side>();
    for (const claim of order) {
      const side = sidesOf(claim).find((one) => isFree(labelBox(claim, one, width), taken, width));
      if (side === undefined) continue;
      taken.push(labelBox(claim, side, width));
      shown.set(claim, side);
    }
    return shown;
  };
  // A label stands on the same side on every plot.
  const wide = sidesAt(WIDE, ({ labelSide }) => (labelSide === 'start' ? ['start', 'end'] : ['end', 'start']));
  const narrow = sidesAt(NARROW, (claim) => [...(wide.has(claim) ? [wide.get(claim) ?? 'start'] : [])]);
  return claims.map((claim) => ({ ...claim, labelSide: wide.get(claim) ?? claim.labelSide, label: narrow.has(claim) ? 'always' : wide.has(claim) ? 'wide' : 'never' }));
}

function labelBox({ mark, x, dx, y }: TimedClaim, side: Side, width: number): Box {
  const length = textWidth(mark.label, LABEL) + 11;
  const at = x * width + dx;
  // Labels stand a little above the line that runs on from their mark.
  return side === 'start' ? { x0: at + 7, x1: at + length, y: y - LABEL_LIFT } : { x0: at - length, x1: at - 7, y: y - LABEL_LIFT };
}

function isFree(box: Box, taken: readonly Box[], width: number): boolean {
  return box.x0 >= 0 && box.x1 <= width + 8 && taken.every((other) => box.x0 >= other.x1 || other.x0 >= box.x1 || Math.abs(other.y - box.y) >= 12);
}
