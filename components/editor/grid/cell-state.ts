import type { EntrySeries } from '@/domain/entry/entry-series';
import { cellKey, cellOf } from '@/domain/entry/grid-periods';
import { planCell, type CellPlan, type DatedSource, type KnownReading } from '@/domain/entry/plan-rows';
import { parseTypedValue, type TypedValue } from '@/domain/entry/typed-value';
import type { CheckCell } from '@/domain/entry/checks';
import { knownSince, reportedBySource } from '@/domain/entry/reported';
import type { Outcome } from '@/domain/outcome';
import type { Period } from '@/domain/period';
import { valueAsOf, type Reading } from '@/domain/reading';
import type { Entry, TypedCell } from './entry-state';

/** What the ledger and this changeset hold of one cell. */
export interface CellState {
  readonly published: readonly KnownReading[];
  readonly drafts: readonly KnownReading[];
  /** What readers see now. */
  readonly shown: KnownReading | null;
  /** What they would see with the drafts. */
  readonly next: KnownReading | null;
  /** Each reading once, as its draft where it has one. */
  readonly known: readonly KnownReading[];
}

export const NO_STATE: CellState = { published: [], drafts: [], shown: null, next: null, known: [] };

export function cellStates(published: readonly KnownReading[], drafts: readonly KnownReading[]): Map<string, CellState> {
  const all = new Map<string, { published: KnownReading[]; drafts: KnownReading[] }>();
  for (const reading of [...published, ...drafts]) {
    const key = cellKey(reading.content.seriesId, reading.content.period);
    const cell = all.get(key) ?? { published: [], drafts: [] };
    (reading.isDraft ? cell.drafts : cell.published).push(reading);
    all.set(key, cell);
  }
  return new Map([...all].map(([key, cell]) => {
    const known = [...cell.published.filter(({ id }) => cell.drafts.every((draft) => draft.id !== id)), ...cell.drafts];
    return [key, { ...cell, shown: inForce(cell.published), next: inForce(known), known }];
  }));
}

function inForce(readings: readonly KnownReading[]): KnownReading | null {
  const cell = valueAsOf(readings.map(asReading), null);
  return cell === null ? null : (readings.find(({ id }) => id === cell.reading.id) ?? null);
}

/** For questions of the domain that look at neither citations nor releases. */
function asReading({ id, revision, change, changeNote, content }: KnownReading): Reading {
  return { ...content, id, revision, publishedIn: 0, change, changeNote, status: change === 'withdraw' ? 'withdrawn' : 'current', citations: [] };
}

/** A typed cell read and decided. */
export interface Judged {
  readonly key: string;
  readonly cell: TypedCell;
  readonly series: EntrySeries;
  readonly period: Period;
  readonly read: Outcome<TypedValue>;
  /** Null where it cannot be read. */
  readonly plan: CellPlan | null;
}

export interface Ground {
  /** Those whose readings are at hand: of another nothing can be decided. */
  readonly series: ReadonlyMap<string, EntrySeries>;
  readonly states: ReadonlyMap<string, CellState>;
  readonly sources: ReadonlyMap<string, DatedSource>;
}

/** Every typed cell, decided. `made` holds the judgements made upon this very ground, and takes the new ones. */
export function judge(entry: Entry, ground: Ground, made: WeakMap<TypedCell, Judged>): Map<string, Judged> {
  const judged = new Map<string, Judged>();
  for (const [key, cell] of Object.entries(entry.cells)) {
    const known = made.get(cell);
    if (known?.key === key) {
      judged.set(key, known);
      continue;
    }
    const place = cellOf(key);
    const series = place && ground.series.get(place.seriesId);
    if (!place || !series) continue;
    const read = parseTypedValue(cell.text, series.unit);
    const state = ground.states.get(key) ?? NO_STATE;
    const plan = !read.ok ? null : planCell({
      series, period: place.period, typed: read.value, sitting: entry.sitting, own: cell.own, choice: cell.choice, readings: state.known, recordsRepeats: entry.recordsRepeats,
    }, state.next, (id) => ground.sources.get(id) ?? null);
    const one: Judged = { key, cell, series, period: place.period, read, plan };
    made.set(cell, one);
    judged.set(key, one);
  }
  return judged;
}

/** A reading that stands or is drafted, for the checks. */
export function asCheckCell(key: string, { content, isDraft }: KnownReading): CheckCell {
  const { seriesId, period, value, qualifier, empty, kind, knownFrom } = content;
  return { key, seriesId, period, value, qualifier, empty, isTouched: isDraft, isDerived: kind === 'derived', knownFrom };
}

/** A typed cell as it would be, for the checks; null where it cannot be read. */
export function checkTyped({ key, series, period, read, plan, cell }: Judged, entry: Entry, sources: ReadonlyMap<string, DatedSource>): CheckCell | null {
  if (!read.ok) return null;
  const { value, qualifier, empty } = read.value;
  return { key, seriesId: series.id, period, value, qualifier, empty, isTouched: plan?.kind !== 'nothing', isDerived: (cell.own.formula ?? entry.sitting.formula) !== null, knownFrom: sinceOf(plan, cell, entry, sources) };
}

function sinceOf(plan: CellPlan | null, cell: TypedCell, entry: Entry, sources: ReadonlyMap<string, DatedSource>): string | null {
  if (plan?.kind === 'row') return plan.row.content.knownFrom;
  const facts = { ...entry.sitting, ...cell.own };
  const source = facts.sourceId === null ? undefined : sources.get(facts.sourceId);
  return source === undefined ? null : (facts.knownFrom ?? knownSince(facts.reported ?? reportedBySource(source), source));
}
