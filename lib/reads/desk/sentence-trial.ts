import 'server-only';
import type { Database } from '@/db/client';
import { findReadings } from '@/db/queries/find-readings';
import { findReleases } from '@/db/queries/find-releases';
import { findSentenceRows, type SentenceRows } from '@/db/queries/find-sentence-rows';
import { citationLine, type Citation } from '@/domain/citation';
import { comparePeriods, formatPeriod, labelDay, labelPeriod, parsePeriod, type Day, type Period } from '@/domain/period';
import { EMPTY_LABELS, sayValue, valueAsOf, type Reading } from '@/domain/reading';
import type { RowKind } from '@/domain/release';
import { evaluateSentence, resolveBindings, type Sentence } from '@/domain/sentence';
import { coverageOf, sayCoverage } from '@/domain/sentence-coverage';
import { refusedComparisons } from '@/domain/sentence-offers';
import type { Read, ReleaseRead, Trial, TriedBinding, TriedCell } from '@/domain/sentence-trial';
import type { Draught } from '@/lib/inputs/sentence-trial';

/** Kinds of rows whose drafts change what a sentence says. */
export const SENTENCE_GROUND: readonly RowKind[] = ['source', 'series', 'reading', 'crossing', 'closure', 'incident', 'claim'];

const MOST_VINTAGES = 8;
const MOST_CELLS = 2_000;

/** The sentence tried on the ledger as it stands in `release`: now, and at vintages. */
export async function trySentence(db: Database, release: number, draught: Draught, days: readonly Day[], cellsOf: string | null): Promise<Trial> {
  const sentence = asRow(draught, release);
  const rows = await findSentenceRows(db, release, [sentence], null);
  const resolve = resolveBindings(sentence, rows, null);
  const resolved = sentence.bindings.map((binding) => ({ binding, resolution: resolve(binding) }));
  const bindings = resolved.map(({ binding, resolution }): TriedBinding => ('reason' in resolution
    ? { name: binding.name, text: null, reason: resolution.reason, sources: [] }
    : { name: binding.name, text: resolution.text, reason: null, sources: linesOf(resolution.citations) }));
  const valueOf = (name: string) => {
    const found = resolved.find(({ binding }) => binding.name === name)?.resolution;
    return found === undefined || 'reason' in found ? null : found.value;
  };
  const picked = cellsOf === null ? [] : await findReadings(db, { release, asOf: null, seriesIds: [cellsOf] });
  const vintageDays = [...new Set([...changeDays(sentence, rows), ...days])].toSorted().slice(-MOST_VINTAGES);
  return {
    release,
    bindings,
    now: readAs(sentence, rows, null),
    coverage: sayCoverage(coverageOf(sentence)),
    cautions: cautionsOf(sentence, rows),
    refused: refusedComparisons(sentence.bindings, valueOf, (seriesId, period) => hasCell(rows.readings, seriesId, period)),
    vintages: [...new Set([...vintageDays, ...days])].toSorted().map((day) => ({ day, read: readAs(sentence, rows, day) })),
    cells: cellsIn(picked),
  };
}

/** How the sentence would have read in the last releases, newest first. */
export async function readInReleases(db: Database, draught: Draught, most: number): Promise<readonly ReleaseRead[]> {
  const releases = (await findReleases(db)).toSorted((a, b) => b.number - a.number).slice(0, most);
  const reads: ReleaseRead[] = [];
  for (const { number, title } of releases) {
    const sentence = asRow(draught, number);
    reads.push({ release: number, title, read: readAs(sentence, await findSentenceRows(db, number, [sentence], null), null) });
  }
  return reads;
}

function asRow(draught: Draught, release: number): Sentence {
  return {
    ...draught, placement: 'home', position: 1, id: 'tried', revision: 1, publishedIn: release, change: 'add', changeNote: null, status: 'current', citations: [],
  };
}

function readAs(sentence: Sentence, rows: SentenceRows, asOf: Day | null): Read {
  if (sentence.text.trim() === '') return { isShown: false, reason: 'There is no text yet.' };
  const result = evaluateSentence(sentence, resolveBindings(sentence, rows, asOf));
  if (!result.shown) return { isShown: false, reason: result.reason };
  return { isShown: true, parts: result.parts.map((part) => ({ text: part.text, binding: 'binding' in part ? part.binding : null })) };
}

function linesOf(citations: readonly Citation[]): readonly string[] {
  return [...new Set(citations.map(citationLine))];
}

function cellReadings(readings: readonly Reading[], seriesId: string, { start, end }: Period): readonly Reading[] {
  return readings.filter((reading) => reading.seriesId === seriesId && reading.period.start === start && reading.period.end === end);
}

function hasCell(readings: readonly Reading[], seriesId: string, period: string): boolean {
  const parsed = parsePeriod(period);
  return parsed.ok && valueAsOf(cellReadings(readings, seriesId, parsed.value), null)?.reading.value != null;
}

/** Days on which one of its cells became known or changed. */
function changeDays({ bindings }: Sentence, { readings }: SentenceRows): readonly Day[] {
  return bindings.flatMap((binding) => {
    const parsed = binding.kind === 'cell' ? parsePeriod(binding.period) : null;
    if (binding.kind !== 'cell' || parsed === null || !parsed.ok) return [];
    return cellReadings(readings, binding.seriesId, parsed.value).filter(({ status }) => status === 'current').map(({ knownFrom }) => knownFrom);
  });
}

/** What a reader could take for a whole year and is not one. */
function cautionsOf({ bindings }: Sentence, { readings }: SentenceRows): readonly string[] {
  return bindings.flatMap((binding) => {
    const parsed = binding.kind === 'cell' ? parsePeriod(binding.period) : null;
    if (binding.kind !== 'cell' || parsed === null || !parsed.ok) return [];
    const period = parsed.value;
    const isPart = period.kind === 'nine-months' || period.kind === 'half' || period.kind === 'custom';
    const coverage = isPart ? sayCoverage(coverageOf({ bindings: [binding] })) : null;
    const early = period.kind === 'year' ? valueAsOf(cellReadings(readings, binding.seriesId, period), null)?.reading.reportedOn : null;
    return [
      ...(coverage === null ? [] : [`{${binding.name}} is no whole year. ${coverage} Say so in the text.`]),
      ...(early == null || early >= period.end ? [] : [`{${binding.name}} was reported on ${labelDay(early)}, before ${labelPeriod(period)} was over.`]),
    ];
  });
}

/** The cells of a series, the latest first. */
function cellsIn(readings: readonly Reading[]): readonly TriedCell[] {
  const periods = new Map(readings.map(({ period }) => [formatPeriod(period), period]));
  const [first] = readings;
  if (first === undefined) return [];
  return [...periods.values()].toSorted((a, b) => comparePeriods(b, a)).slice(0, MOST_CELLS).flatMap((period): TriedCell[] => {
    const cell = valueAsOf(cellReadings(readings, first.seriesId, period), null);
    if (cell === null) return [];
    const { value, qualifier, empty, citations } = cell.reading;
    const text = value === null ? EMPTY_LABELS[empty ?? 'unknown'].label : sayValue(value, qualifier);
    return [{ period: formatPeriod(period), label: labelPeriod(period), text, hasValue: value !== null, sources: linesOf(citations) }];
  });
}
