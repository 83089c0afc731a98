// What the bars show is also said: how long, since when, until when it was known, and where sources differ.

import type { Closure, Crossing } from '../closure';
import { labelDay, type Day } from '../period';
import { composeAltText } from './alt-text';
import type { DayRange } from './bands';
import type { CitationRegister } from './citation-register';
import { FADE_DAYS, LANE_LABELS, printDays, sayEnd, sayRivalDates, withoutStop } from './closure-bars';
import type { LaneRow } from './closures';
import { lastKnownDay } from './closures-as-of';
import type { ClosuresDefinition } from './definition';
import type { ClosureBar } from './closures-model';
import type { ModelTable } from './model-parts';
import { latestDay } from './model-base';
import { endColumn, startColumn, textCell, type TableRow } from './table';
import { joinWords, listSome, publishersOf, sayDate } from './wording';

const LISTED = 5;

/** Everything the words of a closures chart are made from. */
export interface ClosuresSubject {
  readonly definition: ClosuresDefinition;
  readonly crossings: readonly Crossing[];
  readonly lanes: readonly LaneRow[];
  readonly withdrawn: readonly LaneRow[];
  readonly bars: readonly ClosureBar[];
  readonly range: DayRange;
  readonly asOf: Day | null;
}

interface Named {
  readonly closure: Closure;
  readonly name: string;
}

const named = (rows: readonly LaneRow[]): readonly Named[] =>
  rows.flatMap(({ crossing, lane, closures }) => closures.map((closure) => ({ closure, name: `${crossing.name} (${LANE_LABELS[lane].toLowerCase()})` })));

const since = ({ closure, name }: Named): string => `${name} from ${sayDate(closure.start, closure.startPrecision)}`;

function sayOngoing(closures: readonly Named[]): string | null {
  const ongoing = closures.filter(({ closure }) => closure.endState === 'ongoing');
  const parts = ongoing.map(({ closure, name }) => `${name} on ${labelDay(closure.knownOn)}`);
  return parts.length === 0 ? null : `Still shut when last known, nothing known since: ${listSome(parts, LISTED + 3)}.`;
}

function sayUnknownEnds(closures: readonly Named[]): string | null {
  const unknown = closures.filter(({ closure }) => closure.endState === 'unknown').map(since);
  if (unknown.length === 0) return null;
  return `End unknown: ${listSome(unknown, LISTED)}. Their bars fade out over at most ${FADE_DAYS} days, or until the next event of the lane;`
    + ' that says the end is not known, not how long the closure lasted.';
}

function sayDisputed(closures: readonly Named[]): string | null {
  const disputed = closures.flatMap((one) => {
    const rivals = sayRivalDates(one.closure);
    return rivals.length === 0 ? [] : [`${since(one)} (${joinWords(rivals)})`];
  });
  return disputed.length === 0 ? null : `Sources differ on dates: ${listSome(disputed, LISTED)}.`;
}

function sayBlankCrossings({ crossings, lanes, range }: ClosuresSubject): string | null {
  const blank = crossings.filter(({ id }) => !lanes.some(({ crossing }) => crossing.id === id)).map(({ name }) => name);
  if (blank.length === 0) return null;
  return `No closure on record between ${labelDay(range.first)} and ${labelDay(range.last)}: ${joinWords(blank)}. That does not mean that it was open.`;
}

function sayWithdrawn(withdrawn: readonly Named[]): string | null {
  const parts = withdrawn.map((one) => `${since(one)}${one.closure.changeNote === null ? '' : ` (${one.closure.changeNote})`}`);
  return parts.length === 0 ? null : `Withdrawn, struck through in the table: ${listSome(parts, LISTED)}.`;
}

export function closureNotes(subject: ClosuresSubject): readonly string[] {
  const closures = named(subject.lanes);
  const until = latestDay(closures.map(({ closure }) => lastKnownDay(closure)));
  const lanesOfCrossings = new Set(subject.lanes.map(({ crossing }) => crossing.id)).size;
  return [
    sayOngoing(closures),
    until !== null && until < subject.range.last ? `Nothing is known here after ${labelDay(until)}.` : null,
    sayUnknownEnds(closures),
    sayDisputed(closures),
    subject.lanes.length > lanesOfCrossings ? 'The rows of one crossing overlap in time; their days must not be added.' : null,
    sayBlankCrossings(subject),
    subject.asOf === null ? null : `As known on ${labelDay(subject.asOf)}: ends reported later are left out.`,
    sayWithdrawn(named(subject.withdrawn)),
  ].filter((note) => note !== null);
}

function endText(closure: Closure): string {
  const end = sayEnd(closure);
  if (end !== null) return end;
  if (closure.end !== null) return sayDate(closure.end, closure.endPrecision ?? 'day');
  if (closure.endHigh !== null) return `by ${labelDay(closure.endHigh)}`;
  return 'reopened, day not known';
}

function remarksOf(closure: Closure): readonly string[] {
  const rivals = sayRivalDates(closure);
  return [
    rivals.length === 0 ? null : `other sources: ${joinWords(rivals)}`,
    closure.partialNote === null ? null : withoutStop(closure.partialNote),
    closure.confidence === 'low' ? 'weakly sourced' : null,
    closure.status === 'withdrawn' ? `withdrawn${closure.changeNote === null ? '' : `: ${closure.changeNote}`}` : null,
  ].filter((remark): remark is string => remark !== null);
}

export function closuresTable({ definition, lanes, withdrawn }: ClosuresSubject, register: CitationRegister): ModelTable {
  const rowsOf = (rows: readonly LaneRow[]): readonly TableRow[] => rows.flatMap(({ crossing, lane, closures }) => closures.map((closure): TableRow => {
    const citations = register.cite(closure.citations);
    const markId = closure.status === 'current' ? closure.id : null;
    return {
      id: closure.id,
      status: closure.status,
      cells: [
        textCell(crossing.name),
        textCell(LANE_LABELS[lane]),
        textCell(sayDate(closure.start, closure.startPrecision)),
        textCell(endText(closure)),
        { text: printDays(closure), markId, citations, empty: null, remarks: remarksOf(closure) },
        textCell(closure.reason),
        textCell(joinWords(publishersOf(closure.citations)), citations),
      ],
    };
  }));
  return {
    caption: definition.title,
    columns: [
      startColumn('crossing', 'Crossing'), startColumn('lane', 'Shut to'), startColumn('start', 'Shut from'), startColumn('end', 'Reopened'),
      endColumn('days', 'Days'), startColumn('reason', 'Reason'), startColumn('source', 'Source'),
    ],
    rows: [...rowsOf(lanes), ...rowsOf(withdrawn)],
  };
}

export function closuresAltText({ definition, lanes, bars, range }: ClosuresSubject): string {
  const closures = named(lanes);
  const crossings = new Set(lanes.map(({ crossing }) => crossing.id)).size;
  const longest = bars.reduce<ClosureBar | null>((best, bar) => (best === null || bar.daysLow > best.daysLow ? bar : best), null);
  const nameOf = (id: string): string => closures.find(({ closure }) => closure.id === id)?.name ?? '';
  const count = (state: ClosureBar['endState']): number => bars.filter(({ endState }) => endState === state).length;
  const ongoing = closures.filter(({ closure }) => closure.endState === 'ongoing');
  const lastSeen = latestDay(ongoing.map(({ closure }) => closure.knownOn));
  const disputed = bars.filter(({ rivals }) => rivals.length > 0).length;
  return composeAltText(
    definition.altText,
    `Timeline, ${labelDay(range.first)} to ${labelDay(range.last)}: ${bars.length} closures at ${crossings} crossings, a row a lane`,
    [
      longest === null ? 'No closure on record in this range' : `Longest: ${nameOf(longest.id)}, ${longest.label}`,
      lastSeen === null ? null : `${ongoing.length} still shut when last known, the latest on ${labelDay(lastSeen)}`,
      count('unknown') === 0 ? null : `${count('unknown')} with unknown end`,
      disputed === 0 ? null : `Dates disputed in ${disputed}`,
    ],
  );
}
