// What a typed cell becomes in the ledger: a new reading, a change of the one that says the same source's figure, a question, or nothing.

import type { Source } from '../citation';
import type { Change, CitationDraft, DraftRowOf, RowContents } from '../draft';
import { labelPeriod, type Day, type Period } from '../period';
import { printValue } from '../quantity';
import { EMPTY_LABELS } from '../reading';
import { readingId } from './reading-id';
import { knownSince, reportedBySource, type Reported } from './reported';
import { sameValue, type TypedValue } from './typed-value';

/** What is said of many cells at once. Null: nothing said, so that the source or the reading decides. */
export interface EntryFacts {
  readonly sourceId: string | null;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly paraphrase: string | null;
  /** Null: as the source is dated. */
  readonly reported: Reported | null;
  /** Null: follows from the day it was reported. */
  readonly knownFrom: Day | null;
  /** Null for a reported value, else how it was derived. */
  readonly formula: string | null;
  readonly confidence: 'high' | 'medium' | 'low' | null;
  readonly isUnconfirmed: boolean | null;
  readonly note: string | null;
}

export const NO_FACTS: EntryFacts = {
  sourceId: null, locator: null, quote: null, paraphrase: null, reported: null, knownFrom: null, formula: null, confidence: null, isUnconfirmed: null, note: null,
};

/** What of a source dates a reading. */
export type DatedSource = Pick<Source, 'id' | 'publishedOn' | 'publishedPrecision' | 'accessedOn'>;

/** A reading of the cell as it stands: published, or drafted in this changeset. */
export interface KnownReading {
  readonly id: string;
  readonly revision: number;
  readonly change: Change;
  readonly changeNote: string | null;
  readonly isDraft: boolean;
  readonly content: RowContents['reading'];
  readonly citations: readonly CitationDraft[];
}

/** The editor's answer where a source says another figure than it was recorded with. */
export interface Choice {
  readonly change: 'update' | 'correct';
  /** For a correction: what readers are told. */
  readonly reason: string;
}

export interface CellEntry {
  readonly series: { readonly id: string; readonly organisationId: string; readonly breakdown: string; readonly label: string };
  readonly period: Period;
  readonly typed: TypedValue;
  /** Of everything typed in this sitting; those of the cell alone go before them. */
  readonly sitting: EntryFacts;
  readonly own: Partial<EntryFacts>;
  readonly choice: Choice | null;
  /** Every reading of the cell, withdrawn ones too. */
  readonly readings: readonly KnownReading[];
  /** Also record a figure that the cell already shows, as another source's word for it. */
  readonly recordsRepeats: boolean;
}

export type CellPlan =
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'incomplete'; readonly what: 'source' | 'reason' | 'formula'; readonly message: string }
  | { readonly kind: 'ask'; readonly reading: KnownReading; readonly message: string }
  | { readonly kind: 'row'; readonly how: 'first' | 'later' | 'update' | 'correct' | 'redraft'; readonly row: DraftRowOf<'reading'>; readonly message: string };

/** Decides one cell. `shown` is the reading in force of it, or null; `sourceOf` finds a source by its id. Decides nothing twice: the same entry gives the same row. */
export function planCell(entry: CellEntry, shown: KnownReading | null, sourceOf: (id: string) => DatedSource | null): CellPlan {
  const facts: EntryFacts = { ...entry.sitting, ...entry.own };
  if (facts.formula !== null && facts.formula.trim() === '') return { kind: 'incomplete', what: 'formula', message: 'A derived value says how it was computed: write the formula.' };
  const standing = entry.readings.filter(({ change }) => change !== 'withdraw');
  const drafts = standing.filter(({ isDraft }) => isDraft);
  const source = facts.sourceId === null ? null : sourceOf(facts.sourceId);
  if (source === null) {
    const last = drafts.at(-1);
    if (last !== undefined) return redraft(entry, facts, last);
    if (shown !== null && sameValue(entry.typed, shown.content)) return { kind: 'nothing', why: 'The cell says so already.' };
    return { kind: 'incomplete', what: 'source', message: 'Choose the source this comes from.' };
  }
  const reported = facts.reported ?? reportedBySource(source);
  const isSame = ({ content, citations }: KnownReading) => content.reportedOn === reported.on && citations.some(({ sourceId, role }) => role === 'main' && sourceId === source.id);
  const drafted = drafts.find(isSame);
  if (drafted !== undefined) return redraft(entry, facts, drafted);
  const told = standing.findLast(isSame);
  if (told !== undefined) return sameValue(entry.typed, told.content) ? { kind: 'nothing', why: 'This source’s figure is recorded already.' } : change(entry, facts, told);
  if (shown !== null && !entry.recordsRepeats && sameValue(entry.typed, shown.content)) {
    return { kind: 'nothing', why: 'The cell says so already, from another source. Switch “record repeats” on to keep this source’s word too.' };
  }
  return add(entry, facts, source, reported, standing.length > 0);
}

function add(entry: CellEntry, facts: EntryFacts, source: DatedSource, reported: Reported, isLater: boolean): CellPlan {
  const { series, period, typed, readings } = entry;
  const since = knownSince(reported, source);
  const knownFrom = facts.knownFrom ?? since;
  const id = readingId({ series, period, sourceId: source.id, reported }, new Set(readings.map((reading) => reading.id)));
  const content: RowContents['reading'] = {
    seriesId: series.id, period, ...valueOf(typed), reportedOn: reported.on, reportedPrecision: reported.precision, knownFrom,
    kind: facts.formula === null ? 'reported' : 'derived', formula: facts.formula, confidence: facts.confidence ?? 'high',
    isUnconfirmed: facts.isUnconfirmed ?? false, note: facts.note,
  };
  const row: DraftRowOf<'reading'> = { kind: 'reading', id, change: 'add', changeNote: null, content, citations: [cite(entry, facts, source.id)], expectedRevision: null };
  return { kind: 'row', how: isLater ? 'later' : 'first', row, message: isLater ? 'A new reading beside those the cell has.' : 'The first reading of the cell.' };
}

function change(entry: CellEntry, facts: EntryFacts, told: KnownReading): CellPlan {
  const said = told.content.value === null ? EMPTY_LABELS[told.content.empty ?? 'unknown'].label : printValue(told.content.value, told.content.qualifier);
  const { choice } = entry;
  if (choice === null) {
    return { kind: 'ask', reading: told, message: `This source is recorded with ${said}. Were we wrong (a correction), or did the source change its page (an update)?` };
  }
  const reason = choice.reason.trim();
  if (choice.change === 'correct' && reason === '') return { kind: 'incomplete', what: 'reason', message: 'A correction tells readers why: write what was wrong.' };
  const row = changed(entry, facts, told, choice.change, choice.change === 'correct' ? reason : reason || null);
  return { kind: 'row', how: choice.change, row, message: choice.change === 'correct' ? `Corrects ${said}: readers are told.` : `Updates ${said}: the source moved on.` };
}

function redraft(entry: CellEntry, facts: EntryFacts, draft: KnownReading): CellPlan {
  const row = changed(entry, facts, draft, draft.change, entry.choice?.reason.trim() || draft.changeNote);
  const isSame = sameValue(entry.typed, draft.content) && JSON.stringify(row.content) === JSON.stringify({ ...row.content, ...draft.content })
    && JSON.stringify(row.citations) === JSON.stringify(draft.citations.map(bare)) && row.changeNote === draft.changeNote;
  return isSame ? { kind: 'nothing', why: 'It is drafted so already.' } : { kind: 'row', how: 'redraft', row, message: 'Replaces the draft in this changeset.' };
}

/** A reading with the typed value; of the facts only those said of this very cell, for the others it has its own. */
function changed(entry: CellEntry, facts: EntryFacts, from: KnownReading, as: Change, changeNote: string | null): DraftRowOf<'reading'> {
  const { own, typed } = entry;
  const reported = own.reported ?? { on: from.content.reportedOn, precision: from.content.reportedPrecision };
  const formula = own.formula === undefined ? from.content.formula : own.formula;
  const content: RowContents['reading'] = {
    ...from.content, ...valueOf(typed), reportedOn: reported.on, reportedPrecision: reported.precision,
    knownFrom: own.knownFrom ?? (reported.on !== null && reported.on > from.content.knownFrom ? reported.on : from.content.knownFrom),
    kind: formula === null ? 'reported' : 'derived', formula, confidence: own.confidence ?? from.content.confidence,
    isUnconfirmed: own.isUnconfirmed ?? from.content.isUnconfirmed, note: own.note === undefined ? from.content.note : own.note,
  };
  return { kind: 'reading', id: from.id, change: as, changeNote, content, citations: citationsOf(entry, facts, from), expectedRevision: from.revision };
}

function citationsOf(entry: CellEntry, facts: EntryFacts, from: KnownReading): CitationDraft[] {
  const kept = from.citations.map(bare);
  const sourceId = facts.sourceId ?? kept.find(({ role }) => role === 'main')?.sourceId;
  if (sourceId === undefined) return kept;
  const at = kept.findIndex((one) => one.sourceId === sourceId && one.role === 'main');
  const isSaid = facts.locator !== null || facts.quote !== null || facts.paraphrase !== null;
  const before = kept[at];
  // Words that were made from the figure follow the figure; words of an editor stay until he gives others.
  const isMade = before !== undefined && before.locator === null && before.quote === null && before.paraphrase === said(entry.series.label, entry.period, from.content);
  if (before !== undefined && !isSaid && !isMade) return kept;
  const cited = cite(entry, facts, sourceId);
  return at < 0 ? [cited, ...kept] : kept.map((one, index) => (index === at ? cited : one));
}

function cite({ series, period, typed }: CellEntry, { locator, quote, paraphrase }: EntryFacts, sourceId: string): CitationDraft {
  const made = locator === null && quote === null && paraphrase === null ? said(series.label, period, typed) : paraphrase;
  return { sourceId, locator, quote, paraphrase: made, role: 'main' };
}

/** What a citation says where its editor says neither where nor what: `Gives 616 for Q2 2025 (CRSS, Violence fatalities)`. */
function said(label: string, period: Period, { value, qualifier, empty }: TypedValue): string {
  const figure = value === null ? `no figure (${EMPTY_LABELS[empty ?? 'unknown'].label})` : printValue(value, qualifier);
  return `Gives ${figure} for ${labelPeriod(period)} (${label})`;
}

const bare = ({ sourceId, locator, quote, paraphrase, role }: CitationDraft): CitationDraft => ({ sourceId, locator, quote, paraphrase, role });

const valueOf = ({ value, qualifier, empty }: TypedValue) => ({ value, qualifier: value === null ? ('exact' as const) : qualifier, empty });
