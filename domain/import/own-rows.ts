// A row of our own files is known by its id: the columns that differ from what stands are changed, all else of the row stays as it is.

import { boundsOfClaim } from '../claim';
import { isDay } from '../day';
import type { RowContents } from '../draft';
import type { CitationDraft, DraftRow } from '../draft';
import { columnOf } from './header';
import { cellText, columnLabel, shorten } from './sheet';
import type { SheetRow } from './sheet';
import { replaceRow } from './verdict';
import type { DifferingRule, Judged, OpenRow } from './verdict';

export type OwnKind = 'closure' | 'claim' | 'source' | 'incident';

type Text = string | null;

interface OwnField<C> {
  /** The names of the column: in the file of a chart, and in the package of all data. */
  readonly columns: readonly string[];
  readonly show: (content: C) => Text;
  /** The content with this in it, or a sentence about what is wrong. */
  readonly take: (content: C, text: Text) => C | string;
}

interface OwnLayout<K extends OwnKind> {
  readonly id: readonly string[];
  readonly fields: readonly OwnField<RowContents[K]>[];
  /** A row that does not exist yet, before its columns are laid over it. */
  readonly blank: RowContents[K];
}

const text = <C, F extends keyof C & string>(field: F, ...columns: string[]): OwnField<C> => ({
  columns: columns.length === 0 ? [snake(field)] : columns,
  show: (content) => (content[field] ?? null) as Text,
  take: (content, value) => ({ ...content, [field]: value }),
});

const day = <C, F extends keyof C & string>(field: F): OwnField<C> => ({
  ...text<C, F>(field),
  take: (content, value) => (value === null || isDay(value) ? { ...content, [field]: value } : `“${shorten(value)}” is not a day such as 2025-10-12.`),
});

const word = <C, F extends keyof C & string>(field: F, words: readonly string[]): OwnField<C> => ({
  ...text<C, F>(field),
  take: (content, value) => (value === null || words.includes(value) ? { ...content, [field]: value } : `“${shorten(value)}” is none of ${words.join(', ')}.`),
});

const flag = <C, F extends keyof C & string>(field: F): OwnField<C> => ({
  columns: [snake(field)],
  show: (content) => String(content[field]),
  take: (content, value) => (value === null || !/^(true|false)$/i.test(value) ? `“${shorten(value ?? '')}” is neither true nor false.` : { ...content, [field]: value.toLowerCase() === 'true' }),
});

type ClosureContent = RowContents['closure'];
type ClaimContent = RowContents['claim'];
type SourceContent = RowContents['source'];
type IncidentContent = RowContents['incident'];

const EDGES = ['day', 'month'];
const LANES = ['trade', 'pedestrian', 'returnees', 'all'];

const CLOSURE: OwnLayout<'closure'> = {
  id: ['closure', 'id'],
  fields: [
    text<ClosureContent, 'crossingId'>('crossingId', 'crossing', 'crossing_id'), word<ClosureContent, 'lane'>('lane', LANES), day('start'), word('startPrecision', EDGES), day('startLow'), day('startHigh'),
    day('end'), word('endState', ['reopened', 'ongoing', 'unknown']), word('endPrecision', EDGES), day('endLow'), day('endHigh'), day('knownOn'), text('closedBy'), text('reason'), text('partialNote'),
    word('confidence', ['high', 'medium', 'low']), text('note'),
  ],
  blank: {
    crossingId: '', lane: 'all', start: '', startPrecision: 'day', startLow: '', startHigh: '', end: null, endState: 'unknown', endPrecision: null, endLow: null, endHigh: null, knownOn: '',
    closedBy: '', reason: '', partialNote: null, rivals: [], confidence: 'medium', note: null,
  },
};

/** The files give the bounds of a claim: what they say of it is changed only where it differs. */
const bound = (field: 'low' | 'high'): OwnField<ClaimContent> => ({
  columns: [`value_${field}`, field],
  show: (content) => {
    const { low, high } = content.stance === 'denies' ? { low: null, high: null } : boundsOfClaim(content);
    const shown = field === 'low' ? low : high;
    return shown === null ? null : String(shown);
  },
  take: (content, value) => {
    if (value === null) return { ...content, [field]: null };
    const number = Number(value.replaceAll(',', ''));
    return Number.isInteger(number) && number >= 0 ? { ...content, [field]: number } : `“${shorten(value)}” is not a whole number.`;
  },
});

const CLAIM: OwnLayout<'claim'> = {
  id: ['claim', 'id'],
  fields: [
    text<ClaimContent, 'incidentId'>('incidentId', 'incident', 'incident_id'), text('claimantId'), text<ClaimContent, 'claimantAs'>('claimantAs', 'claimant', 'claimant_as'), word('lens', ['pakistan', 'taliban', 'independent', 'other']),
    text('lossesOf'), text('lossesOfName'), word('measure', ['killed', 'wounded', 'captured', 'posts-seized', 'other']), text('measureNote'), word('stance', ['claims', 'admits', 'denies']),
    {
      ...word<ClaimContent, 'qualifier'>('qualifier', ['exact', 'at-least', 'more-than', 'about', 'nearly']),
      // A claim without a figure has no qualifier in the files and `exact` in the ledger.
      show: (content) => (bound('low').show(content) === null && bound('high').show(content) === null ? null : content.qualifier),
      take: (content, value) => (value === null ? content : word<ClaimContent, 'qualifier'>('qualifier', ['exact', 'at-least', 'more-than', 'about', 'nearly']).take(content, value)),
    },
    bound('low'), bound('high'), day('saidOn'), text('note'),
  ],
  blank: {
    incidentId: '', claimantId: '', claimantAs: '', lens: 'other', lossesOf: '', lossesOfName: '', measure: 'killed', measureNote: null, low: null, high: null, qualifier: 'exact', stance: 'claims',
    isCumulative: false, saidOn: null, note: null,
  },
};

const SOURCE: OwnLayout<'source'> = {
  id: ['id'],
  fields: [
    text<SourceContent, 'title'>('title'), text('publisher'), text('url'), flag('urlIsCopy'), text('linkNote'), day('publishedOn'), word('publishedPrecision', ['day', 'month', 'year', 'unknown']), day('accessedOn'),
    text('archiveUrl'), text('language'), text('licence'),
  ],
  blank: {
    title: '', publisher: '', url: null, urlIsCopy: false, linkNote: null, publishedOn: null, publishedPrecision: 'unknown', accessedOn: '', archiveUrl: null, language: 'en', licence: '',
  },
};

const INCIDENT: OwnLayout<'incident'> = {
  id: ['id', 'incident'],
  fields: [
    text<IncidentContent, 'title'>('title'), day('start'), day('end'), text('trigger'), text('summary'), flag('isAggregate'),
    {
      columns: ['place_ids', 'places'],
      show: ({ placeIds }) => placeIds.join(' | '),
      take: (content, value) => ({ ...content, placeIds: listOf(value ?? '') }),
    },
  ],
  blank: { title: '', start: '', end: '', placeIds: [], trigger: '', summary: '', isAggregate: false },
};

const LAYOUTS: { readonly [K in OwnKind]: OwnLayout<K> } = { closure: CLOSURE, claim: CLAIM, source: SOURCE, incident: INCIDENT };

/** A list as the package writes it (JSON), or divided by bars. */
function listOf(value: string): readonly string[] {
  const bare = value.replace(/^\[|\]$/g, '');
  return bare.split(/[|,]/).map((part) => part.trim().replace(/^"|"$/g, '')).filter((part) => part !== '');
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The id that a row of the file names, or null where it names none. */
export function ownId(kind: OwnKind, names: readonly string[], row: SheetRow): string | null {
  const at = LAYOUTS[kind].id.map((column) => columnOf(names, column)).find((index) => index >= 0) ?? -1;
  const id = at < 0 ? '' : cellText(row.cells[at]);
  return id === '' ? null : id;
}

/** The verdict on one row of a file of `kind`. `standing`: the row of its id, or null for a new one, which then takes `citations`. */
export function judgeOwnRow<K extends OwnKind>(
  kind: K, names: readonly string[], row: SheetRow, standing: OpenRow<K> | null, citations: readonly CitationDraft[], rule: DifferingRule,
): Judged {
  const layout = LAYOUTS[kind] as OwnLayout<K>;
  const id = ownId(kind, names, row);
  const judged = (verdict: Judged['verdict'], rest: Partial<Judged>): Judged => ({ verdict, row: row.row, subject: id ?? '', before: null, after: null, reason: null, problem: null, draft: null, ...rest });
  const refused = (at: number, reason: string) => judged('refused', { problem: { row: row.row, column: at < 0 ? null : columnLabel(at, names), reason } });
  if (id === null) return refused(layout.id.map((column) => columnOf(names, column)).find((index) => index >= 0) ?? 0, 'The row has no id, so nobody can tell which row of the ledger it is.');
  const status = cellText(row.cells[columnOf(names, 'status')]).toLowerCase();
  if (status === 'withdrawn' || status === 'superseded') return judged('left-out', { reason: `The row is ${status}.` });
  if (standing?.isWithdrawn) return refused(0, 'This row of the ledger is withdrawn.');

  let content = standing?.content ?? layout.blank;
  const changed: { readonly column: string; readonly before: Text; readonly after: Text }[] = [];
  for (const field of layout.fields) {
    const at = field.columns.map((column) => columnOf(names, column)).find((index) => index >= 0) ?? -1;
    if (at < 0) continue;
    const written = cellText(row.cells[at]);
    const value = written === '' ? null : written;
    const before = standing === null ? null : field.show(standing.content);
    if (standing !== null && (before?.trim() ?? '') === written) continue;
    const taken = field.take(content, value);
    if (typeof taken === 'string') return refused(at, taken);
    content = taken;
    if (standing !== null || value !== null) changed.push({ column: names[at] ?? '', before, after: value });
  }
  const say = (side: 'before' | 'after') => changed.map((one) => `${one.column}: ${shorten(one[side] ?? 'nothing')}`).join('; ');
  if (standing === null) {
    const draft = { kind, id, change: 'add', changeNote: null, content, citations } as unknown as DraftRow;
    return judged('added', { after: say('after'), draft });
  }
  if (changed.length === 0) return judged('same', {});
  const replaced = replaceRow(kind, standing, content, standing.citations, rule);
  if (replaced.draft === null) return refused(0, replaced.reason);
  return judged(replaced.verdict, { before: say('before'), after: say('after'), draft: replaced.draft });
}
