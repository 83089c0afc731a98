import { parseTypedFigure, printTypedFigure } from '@/domain/claim-entry';
import type { Measure, Stance, ClaimLens } from '@/domain/claim';
import type { Change, CitationDraft, DraftRowOf, RowContents } from '@/domain/draft';
import { freeId, idFrom } from '@/domain/row-id';
import { parseTypedDay } from '@/domain/typed-day';
import { ROW_CONTENT } from '@/lib/inputs/row-content';

// One line of the table of who says what: what is typed, the version it was made from, and what it becomes.

export interface ClaimLine {
  /** Names the line while it is typed. */
  readonly key: string;
  /** '' for a new claim. */
  readonly id: string;
  readonly revision: number | null;
  /** What the line began with; null for a new one. */
  readonly before: RowContents['claim'] | null;
  readonly isPublished: boolean;
  readonly claimantId: string;
  readonly claimantAs: string;
  readonly lens: ClaimLens;
  readonly lossesOfName: string;
  readonly measure: Measure;
  readonly measureNote: string;
  readonly figure: string;
  readonly stance: Stance;
  readonly saidOn: string;
  readonly isCumulative: boolean;
  readonly note: string;
  readonly citations: readonly CitationDraft[];
  readonly change: Change;
  readonly changeNote: string;
  readonly isTouched: boolean;
}

export type LineFaults = Readonly<Record<string, string>>;

export interface LineStart {
  readonly id: string;
  readonly revision: number;
  readonly content: RowContents['claim'];
  readonly change: Change;
  readonly changeNote: string | null;
  readonly citations: readonly CitationDraft[];
  readonly isDraft: boolean;
  readonly isPublished: boolean;
}

/** A line that shows a claim as it is. */
export function lineOf({ id, revision, content, change, changeNote, citations, isDraft, isPublished }: LineStart): ClaimLine {
  const { claimantId, claimantAs, lens, lossesOfName, measure, measureNote, stance, saidOn, isCumulative, note } = content;
  return {
    key: id, id, revision, before: content, isPublished, claimantId, claimantAs, lens, lossesOfName, measure, measureNote: measureNote ?? '', figure: printTypedFigure(content), stance,
    saidOn: saidOn ?? '', isCumulative, note: note ?? '', citations, change: isDraft ? change : 'update', changeNote: isDraft ? (changeNote ?? '') : '', isTouched: false,
  };
}

/** A new line, of the same claimant, day and sources as the one before it: a statement usually has several figures. */
export function nextLine(key: string, last: ClaimLine | undefined): ClaimLine {
  return {
    key, id: '', revision: null, before: null, isPublished: false, claimantId: last?.claimantId ?? '', claimantAs: last?.claimantAs ?? '', lens: last?.lens ?? 'independent', lossesOfName: '', measure: 'killed', measureNote: '',
    figure: '', stance: 'claims', saidOn: last?.saidOn ?? '', isCumulative: false, note: '', citations: last?.citations ?? [], change: 'add', changeNote: '', isTouched: true,
  };
}

const ADVICE: Readonly<Record<string, string>> = {
  claimantId: 'Choose who says it.', claimantAs: 'Write the claimant as the source words it.', lossesOf: 'Write whose losses.', lossesOfName: 'Write whose losses.', measureNote: 'Say what is measured.',
  stance: 'A zero is a denial: choose “denies”, or leave the figure blank.', high: 'The high figure is below the low one.', qualifier: 'Write at least or more than before an open figure.',
};

export interface ReadLine {
  readonly content: RowContents['claim'] | null;
  readonly faults: LineFaults;
}

/** The claim that a line is, or what to do about which of its boxes. `codeOf` gives the code of whose losses they are. */
export function readLine(line: ClaimLine, incidentId: string, codeOf: (name: string) => string): ReadLine {
  const faults: Record<string, string> = {};
  const { before } = line;
  const isSame = before !== null && line.figure === printTypedFigure(before);
  const figure = parseTypedFigure(line.figure);
  if (!isSame && !figure.ok) faults.figure = figure.refusal.message;
  const read = isSame ? before : figure.ok ? figure.value : { low: null, high: null, qualifier: 'exact' as const };
  const said = parseTypedDay(line.saidOn);
  if (line.saidOn.trim() !== '' && (!said.ok || said.value.precision !== 'day')) faults.saidOn = said.ok ? 'Write the whole day, or leave it blank.' : said.refusal.message;
  const name = line.lossesOfName.trim();
  const content = {
    incidentId, claimantId: line.claimantId, claimantAs: line.claimantAs.trim(), lens: line.lens, lossesOf: before?.lossesOfName === name ? before.lossesOf : codeOf(name), lossesOfName: name, measure: line.measure,
    measureNote: line.measureNote.trim() === '' ? null : line.measureNote.trim(), low: read.low, high: read.high, qualifier: read.qualifier, stance: line.stance, isCumulative: line.isCumulative,
    saidOn: said.ok ? said.value.day : null, note: line.note.trim() === '' ? null : line.note.trim(),
  };
  const parsed = ROW_CONTENT.claim.safeParse(content);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? '');
      const box = field === 'low' || field === 'high' || field === 'qualifier' ? 'figure' : field === 'lossesOf' ? 'lossesOfName' : field;
      faults[box] ??= ADVICE[field] ?? `This ${issue.message}.`;
    }
  }
  if ((line.change === 'correct' || line.change === 'withdraw') && line.changeNote.trim() === '') faults.changeNote = 'Say why: readers see it.';
  return { content: Object.keys(faults).length === 0 && parsed.success ? content : null, faults };
}

/** The rows that a save sends: touched lines only. `published` gives what stands of a claim, for withdrawals. */
export function rowsOf(
  lines: readonly { readonly line: ClaimLine; readonly content: RowContents['claim'] }[], takenIds: readonly string[], published: (id: string) => RowContents['claim'] | null,
): DraftRowOf<'claim'>[] {
  const taken = new Set(takenIds);
  return lines.map(({ line, content }) => {
    const id = line.id !== '' ? line.id : freeId(idFrom(content.incidentId, content.claimantId, content.lossesOf, content.measure), taken);
    taken.add(id);
    const note = line.changeNote.trim();
    const stays = line.change === 'withdraw' ? published(id) : null;
    return { kind: 'claim', id, change: line.change, changeNote: note === '' ? null : note, content: stays ?? content, citations: line.citations, expectedRevision: line.revision };
  });
}
