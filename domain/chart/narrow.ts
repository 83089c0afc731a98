// Narrowing shows fewer days of what is drawn already. It gives the same marks as asking for those days would, and never reaches beyond.

import { addDays, fromEpochDay, toEpochDay, type Day } from '../period';
import { dayAxis } from './day-axis';
import type { ClosedDaysModel, ClosureBar, ClosuresModel, DayAxis } from './closures-model';
import type { ChartModel, PeriodMark, PeriodPanel, PeriodsModel } from './model';
import type { Band, ModelAnnotation } from './model-parts';
import { valueAxis } from './value-axis';

/** Models with a time axis of their own; years side by side and claims have none. */
export type TimedModel = PeriodsModel | ClosedDaysModel | ClosuresModel;

export function isTimed(model: ChartModel): model is TimedModel {
  return model.kind === 'periods' || model.kind === 'closed-days' || model.kind === 'closures';
}

/** The places where a range may begin and end: band i spans the days [edges[i], edges[i + 1]), as epoch days. Day axes have one a day. */
export interface TimeSteps {
  readonly count: number;
  /** First day of step `index`, and the day after the last step at `count`. */
  readonly edge: (index: number) => number;
  /** The step that holds a day; days outside count for the nearest one. */
  readonly stepOf: (day: number) => number;
}

export function timeSteps(model: TimedModel): TimeSteps {
  if (model.kind === 'closures') {
    const { from, to } = model.axis;
    return { count: to - from, edge: (index) => from + index, stepOf: (day) => Math.min(Math.max(day - from, 0), Math.max(to - from - 1, 0)) };
  }
  const starts = model.bands.map(({ period }) => toEpochDay(period.start));
  const last = model.bands[model.bands.length - 1];
  const end = last === undefined ? 0 : toEpochDay(last.period.end) + 1;
  return {
    count: starts.length,
    edge: (index) => starts[index] ?? end,
    stepOf: (day) => {
      const after = starts.findIndex((start) => start > day);
      return Math.max((after === -1 ? starts.length : after) - 1, 0);
    },
  };
}

/** Steps [first, last] of a model, both inclusive. */
export interface StepRange {
  readonly first: number;
  readonly last: number;
}

/** The steps that a view's days touch; a view without an edge goes as far as the model. A range outside ends at its nearest step. */
export function stepsShown(steps: TimeSteps, from: Day | null, to: Day | null): StepRange {
  const first = from === null ? 0 : steps.stepOf(toEpochDay(from));
  const last = to === null ? Math.max(steps.count - 1, 0) : steps.stepOf(toEpochDay(to));
  return { first: Math.min(first, last), last };
}

/** The days of a range of steps, inclusive; null at an edge that is the model's own. */
export function daysOfSteps(steps: TimeSteps, { first, last }: StepRange): { readonly from: Day | null; readonly to: Day | null } {
  return {
    from: first <= 0 ? null : fromEpochDay(steps.edge(first)),
    to: last >= steps.count - 1 ? null : addDays(fromEpochDay(steps.edge(last + 1)), -1),
  };
}

function inBands<M extends { readonly band: number }>(marks: readonly M[], { first, last }: StepRange): readonly M[] {
  return marks.filter(({ band }) => band >= first && band <= last).map((mark) => ({ ...mark, band: mark.band - first }));
}

function onBands(annotations: readonly ModelAnnotation[], { first, last }: StepRange): readonly ModelAnnotation[] {
  return annotations.filter(({ at }) => at >= first && at < last + 1).map((annotation) => ({ ...annotation, at: annotation.at - first }));
}

/** How high marks reach, with everything drawn on them. */
function drawnOf(marks: readonly PeriodMark[]): readonly number[] {
  return marks.flatMap(({ span, vintages }) => [span[1], ...vintages.map(({ value }) => (value === null ? 0 : span[0] + value))]);
}

/** Bars cut off at an axis, without those beside it. */
function barsOn(bars: readonly ClosureBar[], { from, to }: Pick<DayAxis, 'from' | 'to'>): readonly ClosureBar[] {
  const inside = (at: number): number => Math.min(Math.max(at, from), to);
  return bars.filter(({ softFrom, softTo }) => softTo > from && softFrom < to).map((bar) => ({
    ...bar, solidFrom: inside(bar.solidFrom), solidTo: inside(bar.solidTo), softFrom: inside(bar.softFrom), softTo: inside(bar.softTo),
    rivals: bar.rivals.filter(({ at }) => at >= from && at <= to),
  }));
}

const onDays = (annotations: readonly ModelAnnotation[], { from, to }: Pick<DayAxis, 'from' | 'to'>): readonly ModelAnnotation[] =>
  annotations.filter(({ at }) => at >= from && at < to);

function narrowPeriods(model: PeriodsModel, range: StepRange): PeriodsModel {
  const steps = timeSteps(model);
  const days = { from: steps.edge(range.first), to: steps.edge(range.last + 1) };
  const marks = model.panels.map((panel) => inBands(panel.marks, range));
  const panels = model.panels.map((panel, index): PeriodPanel => {
    const axis = valueAxis(drawnOf(model.isOneScale === true ? marks.flat() : marks[index] ?? []));
    return { ...panel, marks: marks[index] ?? [], yMax: axis.max, yTicks: axis.ticks };
  });
  return {
    ...model, bands: bandsOf(model.bands, range), panels,
    ...(model.dayAxis === undefined ? { annotations: onBands(model.annotations, range) } : { dayAxis: days, annotations: onDays(model.annotations, days) }),
    ...(model.closures !== undefined && { closures: { ...model.closures, bars: barsOn(model.closures.bars, days) } }),
  };
}

const bandsOf = (bands: readonly Band[], { first, last }: StepRange): readonly Band[] => bands.slice(first, last + 1);

function narrowClosures(model: ClosuresModel, range: StepRange): ClosuresModel {
  const first = fromEpochDay(model.axis.from + range.first);
  const axis = dayAxis(first, fromEpochDay(model.axis.from + range.last));
  const kept = barsOn(model.bars, axis);
  const rowsKept = [...new Set(kept.map(({ row }) => row))].sort((a, b) => a - b);
  const rows = rowsKept.flatMap((index) => model.rows[index] ?? []);
  const lanes = new Set(rows.map(({ lane }) => lane));
  return {
    ...model,
    axis,
    rows: rows.map((row, index) => ({ ...row, isFirstOfCrossing: rows[index - 1]?.crossing !== row.crossing })),
    bars: kept.map((bar) => ({ ...bar, row: rowsKept.indexOf(bar.row) })),
    legend: model.legend.filter(({ id }) => [...lanes].some((lane) => lane === id)),
    annotations: onDays(model.annotations, axis),
  };
}

/**
 * The part of a model that stands in `range`, drawn on axes of its own. Words that speak of the whole (title, notes, table, alternative
 * text) and the numbers of its sources stay as they are.
 */
export function narrowModel(model: TimedModel, range: StepRange): TimedModel {
  const { count } = timeSteps(model);
  if (count === 0 || (range.first <= 0 && range.last >= count - 1)) return model;
  switch (model.kind) {
    case 'closures':
      return narrowClosures(model, range);
    case 'periods':
      return narrowPeriods(model, range);
    case 'closed-days': {
      const panels = model.panels.map((panel) => ({ ...panel, marks: inBands(panel.marks, range) }));
      const axis = valueAxis(panels.flatMap(({ marks }) => marks.map(({ high }) => high)));
      return { ...model, bands: bandsOf(model.bands, range), panels, yMax: axis.max, yTicks: axis.ticks, annotations: onBands(model.annotations, range) };
    }
  }
}
