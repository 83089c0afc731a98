import type { RivalDate } from '@/domain/closure';
import type { Day } from '@/domain/day';
import type { Change, CitationDraft, RowContents } from '@/domain/draft';
import { lastDayOf, parseTypedDay, printTypedDay, type TypedDay } from '@/domain/typed-day';
import { ROW_CONTENT } from '@/lib/inputs/row-content';

// A closure as its form holds it: dates as typed, bounds blank where they follow from the dates and their rivals.

export interface TypedRival {
  readonly edge: RivalDate['edge'];
  readonly day: string;
  readonly sourceId: string;
}

type Content = RowContents['closure'];

export interface TypedClosure {
  readonly crossingId: string;
  readonly lane: Content['lane'];
  readonly start: string;
  readonly startLow: string;
  readonly startHigh: string;
  readonly endState: Content['endState'];
  readonly end: string;
  readonly endLow: string;
  readonly endHigh: string;
  readonly knownOn: string;
  readonly closedBy: string;
  readonly reason: string;
  readonly partialNote: string;
  readonly rivals: readonly TypedRival[];
  readonly confidence: Content['confidence'];
  readonly note: string;
}

/** All that is typed about one closure, with the version it was made from. */
export interface ClosureState {
  /** '' for a new one. */
  readonly id: string;
  readonly revision: number | null;
  readonly isPublished: boolean;
  readonly typed: TypedClosure;
  readonly citations: readonly CitationDraft[];
  readonly change: Change;
  readonly changeNote: string;
}

export type ClosureFaults = Readonly<Record<string, string>>;

export function blankClosure(crossingId: string, lane: Content['lane'], start = '', end = ''): TypedClosure {
  return {
    crossingId, lane, start, startLow: '', startHigh: '', endState: end === '' ? 'ongoing' : 'reopened', end, endLow: '', endHigh: '', knownOn: '', closedBy: '', reason: '', partialNote: '', rivals: [],
    confidence: 'medium', note: '',
  };
}

interface Bounds {
  readonly low: Day | null;
  readonly high: Day | null;
}

/** The bounds that follow from a date, its precision and the rival dates of the same edge. */
function boundsOf(date: TypedDay | null, rivals: readonly Day[]): Bounds {
  const days = [...(date === null ? [] : [date.day, lastDayOf(date)]), ...rivals].toSorted();
  return { low: days[0] ?? null, high: days.at(-1) ?? null };
}

const rivalDays = (rivals: readonly { readonly edge: string; readonly day: string }[], edge: RivalDate['edge']) => rivals.filter((one) => one.edge === edge).map(({ day }) => day);

/** A stored closure as its form shows it: bounds that follow from the dates are blank. */
export function toTypedClosure(content: Content): TypedClosure {
  const start = boundsOf({ day: content.start, precision: content.startPrecision }, rivalDays(content.rivals, 'start'));
  const end = boundsOf(content.end === null ? null : { day: content.end, precision: content.endPrecision ?? 'day' }, rivalDays(content.rivals, 'end'));
  const unless = (day: Day | null, usual: Day | null) => (day === null || day === usual ? '' : day);
  return {
    crossingId: content.crossingId, lane: content.lane, start: printTypedDay(content.start, content.startPrecision), startLow: unless(content.startLow, start.low), startHigh: unless(content.startHigh, start.high),
    endState: content.endState, end: printTypedDay(content.end, content.endPrecision ?? 'day'), endLow: unless(content.endLow, end.low), endHigh: unless(content.endHigh, end.high), knownOn: content.knownOn,
    closedBy: content.closedBy, reason: content.reason, partialNote: content.partialNote ?? '', rivals: content.rivals, confidence: content.confidence, note: content.note ?? '',
  };
}

const ADVICE: Readonly<Record<string, string>> = {
  crossingId: 'Choose a crossing.', closedBy: 'Write who closed it, or “Not stated”.', reason: 'Write why, or “Not stated”.', knownOn: 'This is before the closure begins. Write the last day on which a source says it was shut.',
  endHigh: 'Write the latest day on which it can have reopened, or the day itself above.', start: 'The start lies outside its bounds. Widen them or leave them blank.', end: 'The end lies before the start or outside its bounds.', rivals: 'A rival date needs its day and its source.',
};

export interface ReadClosure {
  readonly content: Content | null;
  readonly faults: ClosureFaults;
}

/** The closure that was typed, or what to do about which of its fields. */
export function readClosure(typed: TypedClosure): ReadClosure {
  const faults: Record<string, string> = {};
  const date = (name: 'start' | 'end'): TypedDay | null => {
    if (typed[name].trim() === '') return null;
    const read = parseTypedDay(typed[name]);
    if (!read.ok) faults[name] = read.refusal.message;
    else if (read.value.precision === 'year') faults[name] = 'A closure is known to the month at least. Write 2025-10 or 2025-10-12.';
    return read.ok ? read.value : null;
  };
  const day = (name: string, text: string): Day | null => {
    if (text.trim() === '') return null;
    const read = parseTypedDay(text);
    if (!read.ok || read.value.precision !== 'day') faults[name] = read.ok ? 'Write the whole day.' : read.refusal.message;
    return read.ok ? read.value.day : null;
  };
  const isReopened = typed.endState === 'reopened';
  const [start, end] = [date('start'), isReopened ? date('end') : null];
  if (start === null) faults.start ??= 'Write the day or the month in which it began.';
  const rivals = typed.rivals.map(({ edge, day: text, sourceId }, at) => {
    const read = day(`rivals.${at}`, text);
    if (read === null) faults[`rivals.${at}`] ??= 'Write the other day.';
    if (sourceId === '') faults[`rivals.${at}.source`] = 'Choose the source that gives this day.';
    return { edge, day: read ?? '', sourceId };
  });
  const known = rivals.filter((rival) => rival.day !== '');
  const [ofStart, ofEnd] = [boundsOf(start, rivalDays(known, 'start')), boundsOf(end, rivalDays(known, 'end'))];
  const knownOn = day('knownOn', typed.knownOn);
  if (knownOn === null && !isReopened) faults.knownOn ??= 'Write the last day on which a source says it was shut.';
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const endLow = isReopened ? day('endLow', typed.endLow) ?? ofEnd.low : null;
  const endHigh = isReopened ? day('endHigh', typed.endHigh) ?? ofEnd.high : null;
  const content = {
    crossingId: typed.crossingId, lane: typed.lane, start: start?.day ?? '', startPrecision: start?.precision, startLow: day('startLow', typed.startLow) ?? ofStart.low, startHigh: day('startHigh', typed.startHigh) ?? ofStart.high,
    end: end?.day ?? null, endState: typed.endState, endPrecision: end?.precision ?? null, endLow, endHigh,
    knownOn: knownOn ?? end?.day ?? endLow ?? start?.day ?? '', closedBy: typed.closedBy.trim(), reason: typed.reason.trim(), partialNote: text(typed.partialNote), rivals, confidence: typed.confidence, note: text(typed.note),
  };
  const parsed = ROW_CONTENT.closure.safeParse(content);
  if (!parsed.success && Object.keys(faults).length === 0) {
    for (const issue of parsed.error.issues) faults[String(issue.path[0] ?? '')] ??= ADVICE[String(issue.path[0])] ?? `This ${issue.message}.`;
  }
  // Blank names are said even where a date is wrong too: one look mends all.
  for (const name of ['crossingId', 'closedBy', 'reason'] as const) if (content[name] === '') faults[name] ??= ADVICE[name] ?? '';
  return { content: parsed.success && Object.keys(faults).length === 0 ? parsed.data : null, faults };
}
