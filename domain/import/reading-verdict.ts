// A figure that a file brings is the same as a reading there is, another value of it, or a new reading beside it; history is never overwritten.

import type { CitationDraft, DraftRow } from '../draft';
import type { RowContents } from '../draft';
import { formatPeriod, periodsBetween } from '../period';
import type { Day, Period } from '../period';
import { EMPTY_LABELS, printValue } from '../reading';
import type { Reading } from '../reading';
import type { CellProblem } from './sheet';
import { replaceRow } from './verdict';
import type { DifferingRule, Judged, OpenRow } from './verdict';

/** What one row of the file says about one cell. */
export interface ProposedReading {
  readonly row: number;
  readonly subject: string;
  readonly seriesId: string;
  readonly period: Period;
  readonly value: number | null;
  readonly qualifier: Reading['qualifier'];
  readonly empty: Reading['empty'];
  /** The day the source reported it; null where the file does not say. */
  readonly reportedOn: Day | null;
  readonly reportedPrecision: Reading['reportedPrecision'];
  readonly kind: Reading['kind'];
  readonly formula: string | null;
  readonly note: string | null;
  readonly citations: readonly CitationDraft[];
  /** The cell that is named where the figure is refused. */
  readonly column: string | null;
}

export interface ReadingRule extends DifferingRule {
  /** The day of the import: nothing can have been known to us later. */
  readonly today: Day;
}

type OpenReading = OpenRow<'reading'>;

/** The verdict on one proposed reading. `cell`: the readings of that cell that are open, withdrawn ones too. */
export function judgeReading(proposed: ProposedReading, cell: readonly OpenReading[], rule: ReadingRule): Judged {
  const alive = cell.filter(({ isWithdrawn }) => !isWithdrawn);
  const inForce = latest(alive);
  // What only another changeset drafts stands nowhere yet; it is in the way all the same.
  const isSame = (one: OpenReading) => (one.heldBy === null || one.isPublished) && saysSame(one.content, proposed);
  const same = alive.find((one) => isSame(one) && (one === inForce || proposed.reportedOn === null || one.content.reportedOn === proposed.reportedOn));
  if (same !== undefined) return judged(proposed, 'same', { before: shownOf(same.content) });

  const twin = findTwin(proposed, alive, inForce);
  if (twin !== null) {
    if (twin.content.kind === 'derived' && proposed.kind === 'reported') {
      return refused(proposed, `What is published here (${shownOf(twin.content)}) is computed: ${twin.content.formula ?? ''}. Change the figures it is computed from.`);
    }
    const content: RowContents['reading'] = {
      ...twin.content, value: proposed.value, empty: proposed.empty, qualifier: proposed.qualifier,
      ...(proposed.kind === 'derived' && { kind: 'derived' as const, formula: proposed.formula, note: proposed.note }),
    };
    const replaced = replaceRow('reading', twin, content, twin.citations, rule);
    if (replaced.draft === null) return refused(proposed, replaced.reason);
    return judged(proposed, replaced.verdict, { before: shownOf(twin.content), after: shownOf(proposed), draft: replaced.draft });
  }
  // Our own files have a row for a cell that nobody has said anything about: it is no statement, and without a document it becomes none.
  if (proposed.value === null && proposed.citations.length === 0 && inForce === null) return judged(proposed, 'left-out', { reason: 'There is no figure, and no document that says so.' });
  if (proposed.citations.length === 0) return refused(proposed, 'No document is named for it, and no figure stands without one. Choose a document for all rows, or a column with its address.');
  const draft: DraftRow = {
    kind: 'reading', id: newId(proposed, cell), change: 'add', changeNote: null, content: newContent(proposed, rule.today), citations: proposed.citations,
  };
  // A later report about a cell that has a figure is news, not a mistake of ours.
  const isNews = inForce !== null;
  return judged(proposed, isNews ? 'update' : 'added', { before: isNews ? shownOf(inForce.content) : null, after: shownOf(proposed), draft });
}

/** The reading that the row means to say again: reported on the same day by the same document, or the one in force where the file names neither. */
function findTwin(proposed: ProposedReading, alive: readonly OpenReading[], inForce: OpenReading | null): OpenReading | null {
  const sources = new Set(proposed.citations.map(({ sourceId }) => sourceId));
  const sharesSource = (one: OpenReading) => sources.size === 0 || one.citations.some(({ sourceId }) => sources.has(sourceId));
  if (proposed.reportedOn === null) {
    if (sources.size === 0) return inForce;
    return inForce !== null && sharesSource(inForce) ? inForce : (alive.find(sharesSource) ?? null);
  }
  return alive.find((one) => one.content.reportedOn === proposed.reportedOn && sharesSource(one)) ?? null;
}

/** The reading that a chart shows by now: reported beats derived, then the latest known. */
function latest(alive: readonly OpenReading[]): OpenReading | null {
  const rank = ({ content }: OpenReading) => `${content.kind === 'reported' ? 1 : 0}${content.knownFrom}${content.reportedOn ?? '0000-00-00'}`;
  return alive.reduce<OpenReading | null>((best, one) => (best === null || rank(one) > rank(best) ? one : best), null);
}

function saysSame(content: RowContents['reading'], proposed: ProposedReading): boolean {
  const isValue = content.value === proposed.value && content.empty === proposed.empty;
  return isValue && (proposed.value === null || content.qualifier === proposed.qualifier);
}

function newContent(proposed: ProposedReading, today: Day): RowContents['reading'] {
  const { seriesId, period, value, empty, qualifier, reportedOn, reportedPrecision, kind, formula, note } = proposed;
  return {
    seriesId, period, value, empty, qualifier, reportedOn, reportedPrecision: reportedOn === null ? 'unknown' : reportedPrecision,
    knownFrom: reportedOn === null ? today : knownFrom(reportedOn, reportedPrecision), kind, formula, confidence: 'high', isUnconfirmed: false, note,
  };
}

/** A report of some day of a month is certainly public at its end only. */
function knownFrom(reportedOn: Day, precision: Reading['reportedPrecision']): Day {
  if (precision === 'day' || precision === 'unknown') return reportedOn;
  const [around] = periodsBetween(precision, reportedOn, reportedOn);
  return around?.end ?? reportedOn;
}

/** An id that says what it is of; another number where that one is taken. */
function newId({ seriesId, period, reportedOn }: ProposedReading, cell: readonly OpenReading[]): string {
  const words = `${seriesId}-${formatPeriod(period).toLowerCase().replace(/\.\./g, '-to-')}${reportedOn === null ? '' : `-reported-${reportedOn}`}`.slice(0, 180).replace(/-+$/, '');
  const taken = new Set(cell.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? words : `${words}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** `616`, `≥ 600`, `not yet reported`. */
export function shownOf({ value, qualifier, empty }: Pick<Reading, 'value' | 'qualifier' | 'empty'>): string {
  if (value !== null) return printValue(value, qualifier);
  return empty === null ? 'nothing' : EMPTY_LABELS[empty].label;
}

function judged(proposed: ProposedReading, verdict: Judged['verdict'], rest: Partial<Judged>): Judged {
  return { verdict, row: proposed.row, subject: proposed.subject, before: null, after: null, reason: null, problem: null, draft: null, ...rest };
}

function refused(proposed: ProposedReading, reason: string): Judged {
  const problem: CellProblem = { row: proposed.row, column: proposed.column, reason };
  return judged(proposed, 'refused', { problem });
}
