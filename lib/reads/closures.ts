import 'server-only';
import { cache } from 'react';
import { findChartRows } from '@/db/queries/find-chart-rows';
import { findClosures } from '@/db/queries/find-closures';
import { findRelease } from '@/db/queries/find-releases';
import { buildChart } from '@/domain/chart/build';
import { LANE_LABELS } from '@/domain/chart/closure-bars';
import { closuresAsOf } from '@/domain/chart/closures-as-of';
import { closedDaysDefinition, daysSubtitle, reachOf, timelineDefinition, timelineSubtitle, type CountedLane, type RecordReach } from '@/domain/chart/closures-record';
import { CLOSURE_COLUMNS } from '@/domain/chart/closure-records';
import { CitationRegister } from '@/domain/chart/citation-register';
import { chartJson, type JsonRecord } from '@/domain/chart/json';
import type { ClosedDaysModel, ClosuresModel } from '@/domain/chart/closures-model';
import { chartRecords } from '@/domain/chart/records';
import type { ChartRows } from '@/domain/chart/rows';
import type { Citation } from '@/domain/citation';
import { closureEvent, type ClosureEvent } from '@/domain/closure-calendar';
import { closuresTouching, longestClosures } from '@/domain/closure-choice';
import { laneReports, type Closure, type Crossing, type LaneReport } from '@/domain/closure';

import { fromEpochDay, type Day } from '@/domain/period';
import type { View } from '@/lib/inputs/view';
import { ledgerAt } from './ledger';

type ClosuresView = Pick<View, 'asOf' | 'from' | 'to'>;

const LONGEST = 10;
const LANES: readonly CountedLane[] = ['trade', 'pedestrian', 'returnees'];

/** A closure in a list, with the numbers of its citations in the list of the page. */
export interface ListedClosure {
  readonly closure: Closure;
  readonly crossing: string;
  readonly lane: string;
  readonly citations: readonly number[];
}

export interface ListedLane extends LaneReport {
  readonly citations: readonly number[];
  /** What still passed; said once a crossing, since a closure of all movement stands behind several lanes. */
  readonly notes: readonly { readonly text: string; readonly citations: readonly number[] }[];
}

export interface ClosuresRead {
  readonly timeline: ClosuresModel;
  readonly days: readonly { readonly lane: CountedLane; readonly model: ClosedDaysModel }[];
  readonly reach: RecordReach;
  /** Current closures in the record, whatever is drawn of it. */
  readonly count: number;
  readonly boards: readonly { readonly crossing: Crossing; readonly lanes: readonly ListedLane[] }[];
  readonly longest: readonly ListedClosure[];
  readonly disputed: readonly ListedClosure[];
  readonly partial: readonly ListedClosure[];
  /** Of the lists above, numbered in the order in which they use them; the charts number their own. */
  readonly citations: readonly Citation[];
}

interface Source {
  readonly reach: RecordReach;
  readonly rows: ChartRows;
}

/** The whole record as known on a day; null where the release has no closure. Once a request. */
const readSource = cache(async (release: number, asOf: Day | null): Promise<Source | null> => {
  const db = await ledgerAt(release);
  const { crossings, closures } = await findClosures(db, release, asOf);
  const reach = reachOf(crossings, closuresAsOf(closures, asOf).filter(({ status }) => status === 'current'));
  return reach && { reach, rows: await findChartRows(db, release, timelineDefinition(reach, reach.first), asOf) };
});

function drawTimeline({ reach, rows }: Source, view: ClosuresView, from: Day): ClosuresModel {
  const model = buildChart(timelineDefinition(reach, from), rows, { from: view.from, to: view.to, lens: 'all' });
  if (model.kind !== 'closures') throw new Error('The timeline of closures was built as another kind of chart.');
  return { ...model, subtitle: timelineSubtitle(fromEpochDay(model.axis.from), fromEpochDay(model.axis.to - 1)) };
}

function drawDays({ reach, rows }: Source, lane: CountedLane, view: ClosuresView): ClosedDaysModel {
  const model = buildChart(closedDaysDefinition(reach, lane, reach.opening), rows, { from: view.from, to: view.to, lens: 'all' });
  if (model.kind !== 'closed-days') throw new Error('The days closed were built as another kind of chart.');
  const [first, last] = [model.bands[0], model.bands.at(-1)];
  return first === undefined || last === undefined ? model : { ...model, subtitle: daysSubtitle(first.period.start, last.period.end) };
}

/** Where the drawing begins: a reader who asks for an end alone wants what led up to it. */
function openingOf({ reach }: Source, { from, to }: ClosuresView): Day {
  return from === null && to !== null && to < reach.opening ? reach.first : reach.opening;
}

function lanesOf(closures: readonly Closure[], register: CitationRegister): ListedLane[] {
  const said = new Set<string>();
  return laneReports(closures).map((report): ListedLane => {
    const citations = register.cite(report.behind.flatMap((closure) => closure.citations));
    const notes = report.behind.flatMap(({ partialNote, citations: own }) => {
      if (partialNote === null || said.has(partialNote)) return [];
      said.add(partialNote);
      return [{ text: partialNote, citations: register.cite(own) }];
    });
    return { ...report, citations, notes };
  });
}

/** Everything the page of closures shows, or null where the release has no closure. Lists are of the whole record; the range narrows the drawings. */
export async function readClosures(release: number, view: ClosuresView): Promise<ClosuresRead | null> {
  const source = await readSource(release, view.asOf);
  if (!source) return null;
  const { reach, rows } = source;
  const current = closuresAsOf(rows.closures, rows.asOf).filter(({ status }) => status === 'current');
  const register = new CitationRegister();
  const list = (closures: readonly Closure[]): ListedClosure[] => closures.map((closure) => ({
    closure,
    crossing: reach.crossings.find(({ id }) => id === closure.crossingId)?.name ?? closure.crossingId,
    lane: LANE_LABELS[closure.lane],
    citations: register.cite(closure.citations),
  }));
  const newestFirst = current.toReversed();
  return {
    timeline: drawTimeline(source, view, openingOf(source, view)),
    days: LANES.map((lane) => ({ lane, model: drawDays(source, lane, view) })),
    reach,
    count: current.length,
    boards: reach.crossings.map((crossing) => ({ crossing, lanes: lanesOf(current.filter(({ crossingId }) => crossingId === crossing.id), register) })),
    longest: list(longestClosures(current, LONGEST)),
    disputed: list(newestFirst.filter(({ rivals }) => rivals.length > 0)),
    partial: list(newestFirst.filter(({ partialNote }) => partialNote !== null)),
    citations: register.list(),
  };
}

/** The rows of the record as files have them: all of it, or what may have touched the days asked for. */
export async function readClosureFile(release: number, view: ClosuresView): Promise<{ csv: ReturnType<typeof chartRecords>; json: readonly JsonRecord[] }> {
  const source = await readSource(release, view.asOf);
  if (!source) return { csv: { columns: [...CLOSURE_COLUMNS], records: [] }, json: [] };
  const definition = timelineDefinition(source.reach, source.reach.first);
  const model = drawTimeline(source, view, source.reach.first);
  return { csv: chartRecords(definition, source.rows, model, { history: false }), json: chartJson(definition, source.rows, model, { history: false }) };
}

export interface ClosureCalendarRead {
  readonly events: readonly ClosureEvent[];
  /** ISO instant at which the release was published. */
  readonly publishedAt: string;
}

/** The record as events of a calendar, withdrawn closures as cancelled ones. Throws where the release itself is missing. */
export async function readClosureCalendar(release: number, view: ClosuresView): Promise<ClosureCalendarRead> {
  const [source, published] = await Promise.all([readSource(release, view.asOf), findRelease(await ledgerAt(release), release)]);
  if (!published) throw new Error(`Release ${release} is not in this ledger.`);
  const closures = source === null ? [] : closuresTouching(closuresAsOf(source.rows.closures, view.asOf), view.from, view.to);
  const crossings = new Map(source?.rows.crossings.map((crossing) => [crossing.id, crossing]));
  const events = closures.flatMap((closure) => {
    const crossing = crossings.get(closure.crossingId);
    return crossing === undefined ? [] : [closureEvent(closure, crossing, view.asOf)];
  });
  return { events, publishedAt: published.publishedAt };
}

/** The timeline alone, for the interactive drawing; null where the release has no closure. */
export async function readTimeline(release: number, view: ClosuresView): Promise<ClosuresModel | null> {
  const source = await readSource(release, view.asOf);
  return source && drawTimeline(source, view, openingOf(source, view));
}
