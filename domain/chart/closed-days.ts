// Days closed are a least and a most, never one number that nobody knows.

import { closureInterval, daysClosed, type Closure, type Crossing } from '../closure';
import { labelDay, periodOf, toEpochDay, type Day } from '../period';
import { EMPTY_LABELS } from '../reading';
import { composeAltText } from './alt-text';
import { bandsOver, edgeDay, rangeToShow } from './bands';
import { CitationRegister } from './citation-register';
import { LANE_LABELS } from './closure-bars';
import { crossingsOf } from './closures';
import { closuresAsOf, lastKnownDay } from './closures-as-of';
import type { ClosedDaysDefinition } from './definition';
import type { ClosedDaysMark, ClosedDaysModel } from './closures-model';
import type { Band, ModelTable } from './model-parts';
import { headOf, latestDay } from './model-base';
import type { ChartRows } from './rows';
import { endColumn, emptyCell, markCell, startColumn, textCell } from './table';
import { valueAxis } from './value-axis';
import type { ChartView } from './view';
import { countOf, joinWords } from './wording';

type Lane = ClosedDaysDefinition['options']['lane'];

interface CrossingDays {
  readonly crossing: Crossing;
  readonly closures: readonly Closure[];
  readonly marks: readonly ClosedDaysMark[];
}

/** The closures a number of days is made from: those of the lane that may touch the band. */
function touching(closures: readonly Closure[], lane: Lane, band: Band): readonly Closure[] {
  const from = toEpochDay(band.period.start);
  const to = toEpochDay(band.period.end) + 1;
  return closures.filter((closure) => {
    const { softFrom, softTo, openEnded } = closureInterval(closure);
    return (closure.lane === lane || closure.lane === 'all') && softFrom < to && (openEnded || softTo > from);
  });
}

function labelDays(low: number, high: number): string {
  return low === high ? String(low) : `${low}–${high}`;
}

function sayDays(low: number, high: number): string {
  return low === high ? `shut on ${countOf(low, 'days')}` : `shut on at least ${low} and at most ${countOf(high, 'days')}`;
}

/** The least and most days of a band on which a lane of one crossing was shut. */
export function closedDaysMark(crossing: Crossing, closures: readonly Closure[], lane: Lane, band: Band, index: number, asOf: Day | null, register: CitationRegister): ClosedDaysMark {
  const end = asOf !== null && asOf < band.period.end ? asOf : band.period.end;
  const { low, high, isOpenEnded } = daysClosed(closures, lane, periodOf(band.period.start, end));
  const rows = high === 0 ? [] : touching(closures, lane, band);
  const lastSeen = latestDay(rows.map(lastKnownDay));
  const spoken = [
    `${crossing.name}, ${band.label}: ${LANE_LABELS[lane].toLowerCase()} ${high === 0 ? 'with no closure on record' : sayDays(low, high)}`,
    isOpenEnded && lastSeen !== null ? `when it reopened is not known, last known day ${labelDay(lastSeen)}` : null,
    end === band.period.end ? null : `counted until ${labelDay(end)}`,
  ];
  return {
    id: `${crossing.id}_${band.key}`,
    crossingId: crossing.id,
    band: index,
    low,
    high,
    label: labelDays(low, high),
    citations: register.cite(rows.flatMap(({ citations }) => citations)),
    spoken: `${spoken.filter((part) => part !== null).join('; ')}.`,
  };
}

function tableOf(definition: ClosedDaysDefinition, days: readonly CrossingDays[], bands: readonly Band[]): ModelTable {
  return {
    caption: `${definition.title} (${LANE_LABELS[definition.options.lane].toLowerCase()}, days: at least–at most)`,
    columns: [startColumn('period', 'Period'), ...days.map(({ crossing }) => endColumn(crossing.id, crossing.name))],
    rows: bands.map((band, index) => ({
      id: band.key,
      status: 'current',
      cells: [
        textCell(band.label),
        ...days.map(({ marks }) => {
          const mark = marks.find(({ band: at }) => at === index);
          return mark === undefined ? emptyCell('unknown') : markCell(mark, mark.high === 0 ? ['no closure on record'] : []);
        }),
      ],
    })),
  };
}

function altTextOf(definition: ClosedDaysDefinition, days: readonly CrossingDays[], bands: readonly Band[]): string {
  const marks = days.flatMap(({ marks: own }) => own);
  const nameOf = ({ crossingId, band }: ClosedDaysMark): string => `${days.find(({ crossing }) => crossing.id === crossingId)?.crossing.name ?? ''} in ${bands[band]?.label ?? ''}`;
  const highest = marks.reduce<ClosedDaysMark | null>((best, mark) => (best === null || mark.low > best.low ? mark : best), null);
  const open = marks.filter(({ low, high }) => low !== high).length;
  const last = bands[bands.length - 1];
  const [first] = bands;
  const blank = days.filter(({ marks: own }) => own.length === 0).map(({ crossing }) => crossing.name);
  return composeAltText(
    definition.altText,
    first === undefined || last === undefined
      ? 'Days closed: nothing in this range'
      : `Days closed for ${LANE_LABELS[definition.options.lane].toLowerCase()}, at least and at most, ${first.label} to ${last.label}, at ${days.length} crossings`,
    [
      highest === null || highest.high === 0 ? null : `Most: ${nameOf(highest)}, ${labelDays(highest.low, highest.high)} days`,
      open === 0 ? null : `${open} of ${marks.length} counts are a range because an end is unknown or disputed`,
      blank.length === 0 ? null : `No record: ${joinWords(blank)}`,
    ],
  );
}

function notesOf(days: readonly CrossingDays[], bands: readonly Band[], knownUntil: Day | null, asOf: Day | null): readonly string[] {
  const blank = days.filter(({ marks }) => marks.length === 0).map(({ crossing }) => crossing.name);
  const last = bands[bands.length - 1];
  const hasRange = days.some(({ marks }) => marks.some(({ low, high }) => low !== high));
  return [
    'Days on which several closures overlap are counted once. A zero means that no closure is on record, not that somebody saw it open.',
    hasRange ? 'Where an end is unknown or disputed, the first number is certain and the second is the most that the record allows.' : null,
    knownUntil !== null && last !== undefined && knownUntil < last.period.end ? `Nothing is known here after ${labelDay(knownUntil)}; days after that count only as possible.` : null,
    blank.length === 0 ? null : `No closure of ${joinWords(blank)} is on record at all: ${EMPTY_LABELS.unknown.label}, not open.`,
    asOf === null ? null : `As known on ${labelDay(asOf)}: ends reported later are left out.`,
  ].filter((note) => note !== null);
}

/** Throws a ChartDefinitionError for crossings that are missing and for a malformed range. */
export function buildClosedDays(definition: ClosedDaysDefinition, rows: ChartRows, view: ChartView): ClosedDaysModel {
  const { crossingIds, lane, periodKind, from, to } = definition.options;
  const crossings = crossingsOf(crossingIds, definition.slug, rows);
  const known = closuresAsOf(rows.closures.filter(({ status }) => status === 'current'), rows.asOf);
  const defined = { first: edgeDay(from, 'start', definition.slug), last: edgeDay(to, 'end', definition.slug) };
  const bands = bandsOver(periodKind, rangeToShow(view, defined, null), rows.asOf);
  const register = new CitationRegister();
  const knownUntil = latestDay(known.filter(({ crossingId }) => crossingIds.includes(crossingId)).map(lastKnownDay));
  const days = crossings.map((crossing): CrossingDays => {
    const closures = known.filter(({ crossingId }) => crossingId === crossing.id);
    // A crossing without any record is left blank, and so are periods after all that is known: nobody saw it open.
    const marks = closures.length === 0 ? [] : bands
      .map((band, index) => closedDaysMark(crossing, closures, lane, band, index, rows.asOf, register))
      .filter(({ high, band }) => high > 0 || (bands[band]?.period.start ?? '') <= (knownUntil ?? ''));
    return { crossing, closures, marks };
  });
  const axis = valueAxis(days.flatMap(({ marks }) => marks.map(({ high }) => high)));
  return {
    ...headOf(definition, rows),
    kind: 'closed-days',
    unit: 'days',
    bands,
    legend: [
      { id: 'certain', label: 'At least', colour: 0, description: 'Days on which the lane was certainly shut' },
      { id: 'possible', label: 'At most', colour: 1, description: 'Further days on which it may have been shut' },
    ],
    yMax: axis.max,
    yTicks: axis.ticks,
    panels: days.map(({ crossing, marks }) => ({ id: crossing.id, title: crossing.name, marks })),
    annotations: [],
    notes: notesOf(days, bands, knownUntil, rows.asOf),
    table: tableOf(definition, days, bands),
    altText: altTextOf(definition, days, bands),
    knownUntil,
    citations: register.list(),
  };
}
