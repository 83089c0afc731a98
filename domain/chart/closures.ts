// Closures stand on a day axis, a row a crossing and lane; what is certain is solid, what is not is soft, and nothing runs to today.

import type { Closure, Crossing, Lane } from '../closure';
import { edgeDay, rangeToShow, type DayRange } from './bands';
import { CitationRegister } from './citation-register';
import { barOf, extentOf, isOnAxis, LANE_LABELS } from './closure-bars';
import { closureNotes, closuresAltText, closuresTable } from './closure-words';
import { closuresAsOf, lastKnownDay } from './closures-as-of';
import { dayAxis } from './day-axis';
import type { ClosuresDefinition } from './definition';
import { ChartDefinitionError } from './definition-error';
import type { ClosuresModel, DayAxis } from './closures-model';
import type { LegendItem } from './model-parts';
import { headOf, latestDay, placeAnnotations } from './model-base';
import { toEpochDay } from '../period';
import type { ChartRows } from './rows';
import type { ChartView } from './view';

const LANES: readonly Lane[] = ['all', 'trade', 'pedestrian', 'returnees'];

const LANE_DESCRIPTIONS: Record<Lane, string> = {
  all: 'Shut to everything and everybody',
  trade: 'Shut to lorries and cargo',
  pedestrian: 'Shut to travellers with papers',
  returnees: 'Shut to people going back to Afghanistan',
};

/** The crossings a definition names, in its order. Throws when the release does not hold one of them. */
export function crossingsOf(ids: readonly string[], slug: string, rows: ChartRows): readonly Crossing[] {
  return ids.map((id) => {
    const crossing = rows.crossings.find((row) => row.id === id);
    if (crossing === undefined) throw new ChartDefinitionError('unknown-crossing', slug, `crossing ${id} is not in release ${rows.release}.`);
    return crossing;
  });
}

function rangeOf(definition: ClosuresDefinition, closures: readonly Closure[], view: ChartView, asOf: string | null): DayRange {
  const { slug, options } = definition;
  const defined = { first: edgeDay(options.from, 'start', slug), last: edgeDay(options.to, 'end', slug) };
  if (defined.first > defined.last) throw new ChartDefinitionError('malformed-range', slug, `it ends (${options.to}) before it begins (${options.from}).`);
  const starts = closures.map(({ startLow }) => startLow).toSorted();
  const latest = latestDay(closures.map(lastKnownDay));
  const [earliest] = starts;
  const extent = earliest === undefined || latest === null ? null : { first: earliest, last: latest };
  // A view that leaves nothing is answered with the chart's own days: an axis needs some.
  const range = rangeToShow(view, defined, extent) ?? defined;
  return asOf !== null && range.first <= asOf && asOf < range.last ? { first: range.first, last: asOf } : range;
}

export interface LaneRow {
  readonly crossing: Crossing;
  readonly lane: Lane;
  readonly closures: readonly Closure[];
}

function laneRows(crossings: readonly Crossing[], closures: readonly Closure[], axis: DayAxis): readonly LaneRow[] {
  return crossings.flatMap((crossing) => {
    const ofCrossing = closures.filter(({ crossingId }) => crossingId === crossing.id);
    return LANES.flatMap((lane): LaneRow[] => {
      const inLane = ofCrossing.filter((closure) => closure.lane === lane && isOnAxis(extentOf(closure, ofCrossing), axis));
      return inLane.length === 0 ? [] : [{ crossing, lane, closures: inLane }];
    });
  });
}

function legendOf(rows: readonly LaneRow[]): readonly LegendItem[] {
  return LANES.flatMap((lane, colour) =>
    rows.some((row) => row.lane === lane) ? [{ id: lane, label: LANE_LABELS[lane], colour, description: LANE_DESCRIPTIONS[lane] }] : []);
}

/** Throws a ChartDefinitionError for crossings that are missing and for a range that is none. */
export function buildClosures(definition: ClosuresDefinition, rows: ChartRows, view: ChartView): ClosuresModel {
  const crossings = crossingsOf(definition.options.crossingIds, definition.slug, rows);
  const named = rows.closures.filter(({ crossingId }) => definition.options.crossingIds.includes(crossingId));
  const known = closuresAsOf(named, rows.asOf);
  const current = known.filter(({ status }) => status === 'current');
  const range = rangeOf(definition, known, view, rows.asOf);
  const axis = dayAxis(range.first, range.last);
  const register = new CitationRegister();
  const lanes = laneRows(crossings, current, axis);
  const bars = lanes.flatMap((row, index) => {
    const ofCrossing = current.filter(({ crossingId }) => crossingId === row.crossing.id);
    return row.closures.map((closure) => barOf(closure, row.crossing, index, ofCrossing, axis, register));
  });
  const annotations = definition.options.showAnnotations
    ? placeAnnotations(rows.annotations, rows.asOf, (day) => (range.first <= day && day <= range.last ? toEpochDay(day) : null), register)
    : [];
  const withdrawn = laneRows(crossings, known.filter(({ status }) => status === 'withdrawn'), axis);
  const subject = { definition, crossings, lanes, withdrawn, bars, range, asOf: rows.asOf };
  return {
    ...headOf(definition, rows),
    kind: 'closures',
    unit: 'days',
    axis,
    rows: lanes.map(({ crossing, lane }, index) => ({
      id: `${crossing.id}-${lane}`,
      crossing: crossing.name,
      lane,
      laneLabel: LANE_LABELS[lane],
      isFirstOfCrossing: lanes[index - 1]?.crossing.id !== crossing.id,
    })),
    bars,
    legend: legendOf(lanes),
    annotations,
    notes: closureNotes(subject),
    table: closuresTable(subject, register),
    altText: closuresAltText(subject),
    knownUntil: latestDay(lanes.flatMap((row) => row.closures.map(lastKnownDay))),
    citations: register.list(),
  };
}
