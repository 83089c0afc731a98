// When an organisation's next report is to be expected follows from when its past ones came; the day it is judged on is an argument.

import type { Citation } from './citation';
import { addDays, toEpochDay } from './day';
import type { Day } from './day';
import { daysIn, periodsBetween } from './period';
import type { Period } from './period';

export type Rhythm = 'month' | 'quarter' | 'year';

/** A value that an organisation gave for a period, as far as its date is known. */
export interface PastReport {
  readonly organisationId: string;
  readonly period: Period;
  /** The first day on which it certainly was public. */
  readonly knownFrom: Day;
  /** Whether the page shows the day; where it shows the month alone the report counts, but not for how soon they come. */
  readonly hasDay: boolean;
  readonly citations: readonly Citation[];
}

/** A past report and how many days after the end of its period it came; negative before it. */
export interface TimedReport extends PastReport {
  readonly lag: number;
}

export interface NextReport {
  readonly organisationId: string;
  readonly rhythm: Rhythm;
  /** The period of the report that comes next. */
  readonly period: Period;
  /** When it would come, were it as early, as usual and as late as those it is reckoned from. */
  readonly earliest: Day;
  readonly usual: Day;
  readonly latest: Day;
  /** `overdue`: later than any before; `due`: the time for it has begun; `expected`: it has not. */
  readonly state: 'expected' | 'due' | 'overdue';
  /** Every period whose report is overdue, in order; the first is `period`. */
  readonly missing: readonly Period[];
  /** The report of this rhythm that reaches furthest. */
  readonly last: PastReport;
  /** The reports the expectation is reckoned from, newest first. */
  readonly reckonedFrom: readonly TimedReport[];
}

/** Fewer are no rhythm. */
const FEWEST = 3;
/** Older ones say little about today's habits. */
const MOST = 8;
/** So many reports missing in a row, and nobody can speak of a rhythm any more. */
const LAPSED = 12;
/** A total given up to a week before its period ends is that period's report; an earlier one is of its beginning only. */
const DAYS_AHEAD = 7;

const RHYTHMS: readonly Rhythm[] = ['month', 'quarter', 'year'];

/**
 * The next report of each organisation and rhythm with at least three dated reports, soonest first. A period that a longer report of the
 * same organisation ends with is not missed. Empty periods and derived values are no reports: the caller leaves them out.
 */
export function nextReports(reports: readonly PastReport[], day: Day): NextReport[] {
  const known = reports.filter(({ knownFrom, period }) => knownFrom <= day && knownFrom >= addDays(period.end, -DAYS_AHEAD));
  const organisations = [...new Set(known.map(({ organisationId }) => organisationId))].sort();
  return organisations
    .flatMap((id) => {
      const own = known.filter(({ organisationId }) => organisationId === id);
      return RHYTHMS.flatMap((rhythm) => nextOf(own, rhythm, day) ?? []);
    })
    .sort((a, b) => compareText(a.usual, b.usual) || compareText(a.organisationId, b.organisationId));
}

function nextOf(own: readonly PastReport[], rhythm: Rhythm, day: Day): NextReport | null {
  const regular = own.filter(({ period }) => period.kind === rhythm);
  const timed = firstOfEach(regular);
  const [last] = regular.toSorted((a, b) => compareText(b.period.end, a.period.end) || compareText(a.knownFrom, b.knownFrom));
  if (last === undefined || timed.length < FEWEST) return null;
  const reckonedFrom = timed.slice(0, MOST);
  const lags = reckonedFrom.map(({ lag }) => lag).sort((a, b) => a - b);
  const [low, high] = [lags[0] ?? 0, lags.at(-1) ?? 0];
  const isOverdue = (period: Period): boolean => addDays(period.end, high) < day;
  // As many as may be overdue, and the one that comes next.
  const ahead = periodsBetween(rhythm, addDays(last.period.end, 1), addDays(day, daysIn(last.period)));
  if (ahead.filter(isOverdue).length > LAPSED) return null;
  const covered = own.reduce((latest, { period }) => (daysIn(period) >= daysIn(last.period) && period.end > latest ? period.end : latest), last.period.end);
  const open = ahead.filter(({ start }) => start > covered);
  const next = open[0] ?? periodsBetween(rhythm, addDays(covered, 1), addDays(covered, 1))[0];
  if (next === undefined) return null;
  const missing = open.filter(isOverdue);
  const earliest = addDays(next.end, low);
  return {
    organisationId: last.organisationId,
    rhythm,
    period: next,
    earliest,
    usual: addDays(next.end, median(lags)),
    latest: addDays(next.end, high),
    state: missing.length > 0 ? 'overdue' : earliest <= day ? 'due' : 'expected',
    missing,
    last,
    reckonedFrom,
  };
}

/** The first dated report of each period, newest period first. One that came half a period late or more is a comparison in a later report. */
function firstOfEach(regular: readonly PastReport[]): TimedReport[] {
  const firsts = new Map<Day, PastReport>();
  for (const report of regular.toSorted((a, b) => compareText(a.knownFrom, b.knownFrom))) {
    if (!firsts.has(report.period.end)) firsts.set(report.period.end, report);
  }
  return [...firsts.values()]
    .map((report) => ({ ...report, lag: toEpochDay(report.knownFrom) - toEpochDay(report.period.end) }))
    .filter(({ lag, hasDay, period }) => hasDay && lag <= daysIn(period) / 2)
    .sort((a, b) => compareText(b.period.end, a.period.end));
}

/** The middle of sorted numbers, the later of two. */
function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
