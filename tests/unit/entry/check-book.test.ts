import { describe, expect, it } from 'vitest';
import { asCheckCell, cellStates, checkTyped, judge, type Judged } from '@/components/editor/grid/cell-state';
import { CheckBook } from '@/components/editor/grid/check-book';
import { ViewStore } from '@/components/editor/grid/cell-view';
import type { Entry, TypedCell } from '@/components/editor/grid/entry-state';
import { toEntrySeries, type EntrySeries } from '@/domain/entry/entry-series';
import { cellKey } from '@/domain/entry/grid-periods';
import { NO_FACTS } from '@/domain/entry/plan-rows';
import { findChecks } from '@/domain/entry/checks';
import { periodsBetween, type Period } from '@/domain/period';
import { contentsFor } from '../../fixtures/ledger-rows';

// A grid as large as they come: what one typed value makes anew must not grow with it.

const FAMILIES = 12;
const PARTS = ['all', 'civilians', 'security-personnel', 'outlaws', 'kp'];
const seriesOf = (family: number): EntrySeries[] => PARTS.map((part) => toEntrySeries({
  id: `f${family}-${part}`, indicatorId: `i${family}`, organisationId: 'crss', geography: 'pk', geographyName: 'Pakistan', breakdownDimension: part === 'all' ? 'total' : 'victim-type',
  breakdown: part, breakdownName: part, methodNote: null, isRedistributable: true,
}, null, contentsFor('').indicator));
const SERIES = Array.from({ length: FAMILIES }, (_, family) => seriesOf(family)).flat();
const MONTHS: readonly Period[] = periodsBetween('month', '2021-01-01', '2025-12-31');
const BY_ID = new Map(SERIES.map((one) => [one.id, one]));
const STATES = cellStates([], []);
const SOURCES = new Map<string, never>();

const typed = (text: string): TypedCell => ({ text, own: {}, choice: null });
const entryOf = (cells: Entry['cells']): Entry => ({ cells, sitting: NO_FACTS, recordsRepeats: false });
const FULL = Object.fromEntries(SERIES.flatMap(({ id }, row) => MONTHS.map((month, column) => [cellKey(id, month), typed(String(100 + row + column))])));

describe('sixty series by sixty months', () => {
  it('one typed value has one cell judged anew, one view made anew and one family checked anew, and the checks are those of all', () => {
    const made = new WeakMap<TypedCell, Judged>();
    const ground = { series: BY_ID, states: STATES, sources: SOURCES };
    const book = new CheckBook();
    const views = new ViewStore();
    const look = (cells: Entry['cells']) => {
      const entry = entryOf(cells);
      const judged = judge(entry, ground, made);
      const checks = book.checksOf(SERIES, STATES, judged, entry, SOURCES);
      const shown = SERIES.flatMap((one) => MONTHS.map((month) => views.of(cellKey(one.id, month), one, month, undefined, judged.get(cellKey(one.id, month)), false)));
      return { entry, judged, checks, shown };
    };
    const before = look(FULL);
    expect(before.judged.size).toBe(3600);
    expect(book.looked).toBe(FAMILIES);
    const key = cellKey('f3-civilians', MONTHS[20] ?? { start: '', end: '' });
    const after = look({ ...FULL, [key]: typed('9000') });
    expect([...after.judged].filter(([name, one]) => one !== before.judged.get(name)).map(([name]) => name)).toEqual([key]);
    expect(after.shown.filter((view, at) => view !== before.shown[at])).toHaveLength(1);
    expect(book.looked).toBe(FAMILIES + 1);
    expect(after.checks.filter(({ cells }) => cells[0] === key).map(({ code }) => code)).toContain('jump');
    const whole = findChecks(SERIES, [...STATES].flatMap(([name, { next }]) => (next === null ? [] : [asCheckCell(name, next)])).concat([...after.judged.values()].flatMap((one) => checkTyped(one, after.entry, SOURCES) ?? [])));
    const told = (checks: typeof whole) => checks.map(({ code, cells, message }) => `${code} ${cells.join()} ${message}`).sort();
    expect(told(after.checks)).toEqual(told(whole));
  });
});
