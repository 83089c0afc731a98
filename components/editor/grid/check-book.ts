import { findChecks, type CheckCell, type CheckSeries, type EntryCheck } from '@/domain/entry/checks';
import type { DatedSource } from '@/domain/entry/plan-rows';
import { asCheckCell, checkTyped, type CellState, type Judged } from './cell-state';
import type { Entry } from './entry-state';

// The checks of a large grid, made anew only for the family of series in which something changed: no check looks beyond one.

interface Family {
  readonly series: readonly CheckSeries[];
  readonly cells: readonly CheckCell[];
  readonly checks: readonly EntryCheck[];
}

/** Checks are told by kind, whichever family they are of. */
const RANKS: Readonly<Record<EntryCheck['code'], number>> = {
  unreadable: 0, contradicts: 0, incomplete: 0, parts: 1, 'parts-exceed': 1, 'longer-period': 2, jump: 3, range: 3, 'not-over': 4, 'unusual-period': 4, overlap: 4,
};

export class CheckBook {
  private families = new Map<string, Family>();
  private readonly ofState = new WeakMap<CellState, CheckCell>();
  private readonly ofTyped = new WeakMap<Judged, CheckCell>();
  /** How many families were looked at anew. */
  looked = 0;

  /** The checks of all series. `judged` was made from `entry`; what is judged anew is another object, so nothing is kept of an earlier source. */
  checksOf(series: readonly CheckSeries[], states: ReadonlyMap<string, CellState>, judged: ReadonlyMap<string, Judged>, entry: Entry, sources: ReadonlyMap<string, DatedSource>): EntryCheck[] {
    const bySeries = new Map<string, CheckCell[]>(series.map(({ id }) => [id, []]));
    for (const [key, state] of states) if (judged.get(key)?.read.ok !== true) this.put(bySeries, this.stood(key, state));
    for (const one of judged.values()) this.put(bySeries, this.typed(one, entry, sources));
    const families = new Map<string, Family>();
    for (const [name, members] of familiesOf(series)) {
      const cells = members.flatMap(({ id }) => bySeries.get(id) ?? []);
      const before = this.families.get(name);
      families.set(name, before !== undefined && isSame(before.series, members) && isSame(before.cells, cells) ? before : this.look(members, cells));
    }
    this.families = families;
    return [...families.values()].flatMap(({ checks }) => checks).toSorted((a, b) => RANKS[a.code] - RANKS[b.code]);
  }

  private look(series: readonly CheckSeries[], cells: readonly CheckCell[]): Family {
    this.looked += 1;
    return { series, cells, checks: cells.some(({ isTouched }) => isTouched) ? findChecks(series, cells) : [] };
  }

  private put(bySeries: ReadonlyMap<string, CheckCell[]>, cell: CheckCell | null): void {
    if (cell !== null) bySeries.get(cell.seriesId)?.push(cell);
  }

  private stood(key: string, state: CellState): CheckCell | null {
    if (state.next === null) return null;
    const cell = this.ofState.get(state) ?? asCheckCell(key, state.next);
    this.ofState.set(state, cell);
    return cell;
  }

  private typed(judged: Judged, entry: Entry, sources: ReadonlyMap<string, DatedSource>): CheckCell | null {
    const cell = this.ofTyped.get(judged) ?? checkTyped(judged, entry, sources);
    if (cell !== null) this.ofTyped.set(judged, cell);
    return cell;
  }
}

function familiesOf(series: readonly CheckSeries[]): Map<string, CheckSeries[]> {
  const families = new Map<string, CheckSeries[]>();
  for (const one of series) {
    const name = `${one.organisationId}|${one.indicatorId}`;
    const members = families.get(name);
    if (members) members.push(one);
    else families.set(name, [one]);
  }
  return families;
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
