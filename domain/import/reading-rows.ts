// A row of a table of figures says one thing about one cell, or, in a wide table, one thing about each of many.

import type { CitationDraft } from '../draft';
import { isDay, periodOf } from '../period';
import type { Day, Period } from '../period';
import { parseTypedValue } from '../entry/typed-value';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { EMPTY_LABELS } from '../reading';
import type { EmptyKind, Qualifier } from '../reading';
import { matchSources } from './known-sources';
import type { KnownSources } from './known-sources';
import { columnOf, foldName } from './header';
import type { ReadingColumns, ReadingsMapping } from './mapping';
import { readPeriodText } from './period-text';
import type { ProposedReading } from './reading-verdict';
import { cellText, columnLabel, shorten } from './sheet';
import type { CellProblem, SheetRow } from './sheet';

export type ReadRow =
  | { readonly kind: 'reading'; readonly reading: ProposedReading }
  | { readonly kind: 'left-out'; readonly row: number; readonly subject: string; readonly reason: string }
  /** `series`: the name in the file that no series has, so that the person can say which is meant. */
  | { readonly kind: 'refused'; readonly row: number; readonly subject: string; readonly problem: CellProblem; readonly series?: string };

export interface ReadingContext {
  /** Series by folded id and name; null where two have the name. */
  readonly series: ReadonlyMap<string, string | null>;
  readonly sources: KnownSources;
  readonly fileName: string;
}

const QUALIFIERS: readonly Qualifier[] = ['exact', 'at-least', 'more-than', 'about', 'nearly'];

const MOST_REMEMBERED = 2_000;

type Place = { readonly at: number; readonly text: string };

/** Reads the rows of one file, whose header and mapping it is given once. A row of a wide table gives one answer for each figure in it. */
export function readingReader(mapping: ReadingsMapping, names: readonly string[], context: ReadingContext): (row: SheetRow) => ReadRow[] {
  const { columns } = mapping;
  const at = Object.fromEntries(Object.entries(columns).map(([field, name]) => [field, name === null ? -1 : columnOf(names, name)])) as Record<keyof ReadingColumns, number>;
  const keyColumn = mapping.shape === 'series' ? at.period : at.series;
  // Columns of a wide table that hold figures; others are not read.
  const fileName = shorten(context.fileName, 80);
  // Long files say the same few names, periods, days and figures again and again.
  const seriesOf = remembered((text: string) => mapping.seriesNames[text] ?? context.series.get(foldName(text)) ?? null);
  const periodOfText = remembered((text: string) => readPeriodText(text, mapping.dateMeans));
  const typedValue = remembered(parseTypedValue);
  const figures = mapping.shape === 'long' ? [] : names.flatMap((name, index) => (index === keyColumn || !isFigures(name) ? [] : [index]));

  return (row) => {
    const extra = row.cells.findIndex((cell, index) => index >= names.length && cell.trim() !== '');
    if (extra >= 0) return [refusal(row, extra, `The row has ${row.cells.length} cells, the header ${names.length} columns. A quote or a comma may be missing.`)];
    const cell = (index: number): Place => ({ at: index, text: index < 0 ? '' : cellText(row.cells[index]) });
    if (mapping.shape === 'periods') return figures.map((index) => readOne(row, cell(at.series), { at: index, text: names[index] ?? '' }, cell(index)));
    if (mapping.shape === 'series') return figures.map((index) => readOne(row, { at: index, text: names[index] ?? '' }, cell(at.period), cell(index)));
    return [readOne(row, cell(at.series), cell(at.period), cell(at.value))];
  };

  function isFigures(name: string): boolean {
    if (name === '') return false;
    if (mapping.shape === 'periods') return periodOfText(name).ok;
    return seriesOf(name) !== null;
  }

  function refusal(row: SheetRow, index: number, reason: string, rest: { readonly subject?: string; readonly series?: string } = {}): ReadRow {
    return { kind: 'refused', row: row.row, subject: '', problem: { row: row.row, column: index < 0 ? null : columnLabel(index, names), reason }, ...rest };
  }

  function readOne(row: SheetRow, series: Place, period: Place, figure: Place): ReadRow {
    const text = (field: keyof ReadingColumns) => (at[field] < 0 ? '' : cellText(row.cells[at[field]]));
    const status = text('status').toLowerCase();
    const label = [series.text, period.text].filter((part) => part !== '').join(', ');
    if (status === 'withdrawn' || status === 'superseded') return { kind: 'left-out', row: row.row, subject: label, reason: `The row is ${status}.` };
    if (figure.text === '' && text('empty') === '') return { kind: 'left-out', row: row.row, subject: label, reason: 'Nothing is written for the figure.' };

    const seriesId = series.text === '' && series.at < 0 ? mapping.seriesId : seriesOf(series.text);
    if (seriesId === null) {
      const reason = series.text === '' ? 'No series is named. Choose a column or one series for all rows.' : seriesReason(series.text);
      return refusal(row, series.at, reason, { subject: label, ...(series.text !== '' && { series: series.text }) });
    }
    const span = readSpan(period, row);
    if (!span.ok) return refusal(row, span.refusal.at, span.refusal.message, { subject: label });
    const value = readFigure(typedValue, figure, text('qualifier'), text('empty'));
    if (!value.ok) return refusal(row, value.refusal.code === 'qualifier' ? at.qualifier : value.refusal.code === 'empty' ? at.empty : figure.at, value.refusal.message, { subject: label });
    const reported = readReported(text('reportedOn'));
    if (!reported.ok) return refusal(row, at.reportedOn, reported.refusal.message, { subject: label });
    const cited = citationsOf(row, text('citationUrl'), text('citationTitle'));
    if (!cited.ok) return refusal(row, at.citationUrl >= 0 ? at.citationUrl : at.citationTitle, cited.refusal.message, { subject: label });
    const note = text('note');
    // Sums and differences are the site's own work: they follow from other figures and are not taken in as reports.
    if (text('kind').toLowerCase() === 'derived') {
      return { kind: 'left-out', row: row.row, subject: label, reason: 'It is computed from other figures; what changes is those.' };
    }
    return {
      kind: 'reading',
      reading: {
        row: row.row, subject: `${seriesId}, ${period.text || `${span.value.start}..${span.value.end}`}`, seriesId, period: span.value, ...value.value, ...reported.value,
        kind: 'reported', formula: null, note: note === '' ? null : note, citations: cited.value, column: columnLabel(figure.at, names),
      },
    };
  }

  function seriesReason(text: string): string {
    return context.series.get(foldName(text)) === null
      ? `“${shorten(text)}” is the name of several series. Say which is meant.`
      : `There is no series “${shorten(text)}”. Say which is meant, or add it first.`;
  }

  function readSpan(period: Place, row: SheetRow): Outcome<Period, { readonly code: string; readonly message: string; readonly at: number }> {
    if (period.text !== '') {
      const read = periodOfText(period.text);
      return read.ok ? read : refuse({ ...read.refusal, at: period.at });
    }
    const [start, end] = [cellText(row.cells[at.periodStart]), cellText(row.cells[at.periodEnd])];
    if (at.periodStart < 0 || at.periodEnd < 0 || (start === '' && end === '')) return refuse({ code: 'no-period', message: 'No period is written here.', at: period.at });
    if (!isDay(start)) return refuse({ code: 'no-period', message: `“${shorten(start)}” is not a day.`, at: at.periodStart });
    if (!isDay(end) || end < start) return refuse({ code: 'no-period', message: `“${shorten(end)}” is not a day on or after ${start}.`, at: at.periodEnd });
    return accept(periodOf(start, end));
  }

  function readReported(text: string): Outcome<Pick<ProposedReading, 'reportedOn' | 'reportedPrecision'>> {
    if (text === '') return accept({ reportedOn: mapping.reportedOn, reportedPrecision: mapping.reportedOn === null ? 'unknown' : 'day' });
    if (/^\d{4}$/.test(text) && isDay(`${text}-01-01`)) return accept({ reportedOn: `${text}-01-01`, reportedPrecision: 'year' });
    if (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) return accept({ reportedOn: `${text}-01`, reportedPrecision: 'month' });
    const day: Day = text.slice(0, 10);
    return isDay(day) && /^.{10}(?:[ T][\d:.]+Z?)?$/.test(text)
      ? accept({ reportedOn: day, reportedPrecision: 'day' })
      : refuse({ code: 'reported', message: `“${shorten(text)}” is not a day such as 2025-07-10.` });
  }

  function citationsOf(row: SheetRow, url: string, title: string): Outcome<readonly CitationDraft[]> {
    const locator = mapping.locator ?? `Row ${row.row} of ${fileName}`;
    const draft = (sourceId: string): CitationDraft => ({ sourceId, locator, quote: null, paraphrase: null, role: 'main' });
    if (mapping.sourceId !== null) return accept([draft(mapping.sourceId)]);
    const matched = matchSources(context.sources, url, title);
    return matched.ok ? accept(matched.value.map(draft)) : matched;
  }
}

/** The same answers, kept for a while. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const answer = work(text);
    known.set(text, answer);
    return answer;
  };
}

function readFigure(typedValue: typeof parseTypedValue, figure: Place, qualifierText: string, emptyText: string): Outcome<{ value: number | null; qualifier: Qualifier; empty: EmptyKind | null }> {
  const emptyKind = emptyText.toLowerCase();
  if (figure.text === '') {
    return Object.hasOwn(EMPTY_LABELS, emptyKind)
      ? accept({ value: null, qualifier: 'exact', empty: emptyKind as EmptyKind })
      : refuse({ code: 'empty', message: `“${shorten(emptyText)}” is none of ${Object.keys(EMPTY_LABELS).join(', ')}.` });
  }
  const typed = typedValue(figure.text);
  if (!typed.ok) return typed;
  if (emptyKind !== '' && typed.value.empty !== emptyKind) return refuse({ code: 'empty', message: `There is a figure (${shorten(figure.text)}) and a reason why there is none (${shorten(emptyText)}). It is one or the other.` });
  if (qualifierText === '' || typed.value.value === null) return typed;
  const qualifier = QUALIFIERS.find((one) => one === qualifierText.toLowerCase().replace(/\s+/g, '-'));
  if (qualifier === undefined) return refuse({ code: 'qualifier', message: `“${shorten(qualifierText)}” is none of ${QUALIFIERS.join(', ')}.` });
  if (typed.value.qualifier !== 'exact' && typed.value.qualifier !== qualifier) {
    return refuse({ code: 'qualifier', message: `The figure says ${typed.value.qualifier}, this column says ${qualifier}.` });
  }
  return accept({ ...typed.value, qualifier });
}
