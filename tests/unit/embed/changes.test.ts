import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import type { ChartModel } from '@/domain/chart/model';
import { changesBetween, lastCorrection } from '@/domain/embed/changes';
import { figuresOf } from '@/domain/embed/figures';
import { guardedRelease, suspects } from '@/domain/embed/guard';
import { printChanges } from '@/domain/embed/notice';
import type { RowChange } from '@/domain/embed/row-change';
import type { Recorded } from '@/domain/citation';
import type { RowContent } from '@/domain/draft';
import type { RowKind } from '@/domain/release';
import { chartRows, CLAIMS, CLOSURES, CRSS_READINGS, definition, KINDS, reading } from '../chart/rows-fixture';

const quarters = definition('periods', { showAnnotations: false });
const of = (readings = CRSS_READINGS) => buildChart(quarters, chartRows({ readings }));

function change(kind: RowKind, row: Recorded, how: RowChange['change'], replaced: Recorded | null = null, publishedIn = 3): RowChange {
  return { kind, id: row.id, change: how, note: null, publishedIn, content: row as unknown as RowContent, replaced: replaced as unknown as RowContent | null };
}

const corrected = CRSS_READINGS.map((row) => (row.value === 722 ? { ...row, value: 724 } : row));
const [was, is] = [CRSS_READINGS, corrected].map((list) => list.find(({ period, value }) => period.start === '2024-07-01' && (value === 722 || value === 724)));
if (!was || !is) throw new Error('the fixture has no third quarter of 2024');

describe('what changed in a chart between two releases', () => {
  it('is nothing between equal charts', () => {
    for (const kind of KINDS) {
      const model = buildChart(definition(kind), chartRows());
      expect(changesBetween(model, buildChart(definition(kind), chartRows({ release: 9 })), [])).toEqual([]);
      expect(figuresOf(model).length, kind).toBeGreaterThan(0);
      expect(new Set(figuresOf(model).map(({ id }) => id)).size, `ids of ${kind}`).toBe(figuresOf(model).length);
    }
  });

  it('names the figure, both values, and whether the world moved or we were wrong', () => {
    expect(printChanges(changesBetween(of(), of(corrected), [change('reading', is, 'correct', was)]))).toBe('Q3 2024 722 → 724 (correction)');
    expect(printChanges(changesBetween(of(), of(corrected), [change('reading', is, 'update', was)]))).toBe('Q3 2024 722 → 724 (update)');
  });

  it('tells a revision of the source as an update, with the value it replaced', () => {
    const revision = reading('crss-fatalities', '2023-Q3', 447, '2026-02-01');
    const changes = changesBetween(of(), of([...CRSS_READINGS, revision]), [change('reading', revision, 'add')]);
    expect(printChanges(changes)).toBe('Q3 2023 445 → 447 (update)');
  });

  it('tells what else is said of a value that stayed', () => {
    const doubted = CRSS_READINGS.map((row) => (row === was ? { ...row, isUnconfirmed: true } : row));
    expect(printChanges(changesBetween(of(), of(doubted), [change('reading', was, 'correct', was)]))).toBe('Q3 2024 722 → 722, unconfirmed (correction)');
  });

  it('a correction that a later update hides is a correction still', () => {
    const changes = changesBetween(of(), of(corrected), [change('reading', is, 'correct', was, 3), change('reading', is, 'update', is, 4)]);
    expect(changes.map(({ nature }) => nature)).toEqual(['correction']);
  });

  it('a correction elsewhere in the chart is none of this figure', () => {
    const other = CRSS_READINGS.find(({ period }) => period.start === '2023-01-01');
    if (!other) throw new Error('no first quarter');
    const changes = changesBetween(of(), of(corrected), [change('reading', is, 'update', was), change('reading', other, 'correct', other)]);
    expect(changes.map(({ nature }) => nature)).toEqual(['update']);
  });

  it('a row that went elsewhere is told where it was', () => {
    const moved = { ...is, period: { kind: 'quarter' as const, start: '2019-01-01', end: '2019-03-31' } };
    const without = CRSS_READINGS.filter((row) => row !== was);
    const [told] = changesBetween(of(), of(without), [change('reading', moved, 'correct', was)]);
    expect(told).toMatchObject({ name: 'Q3 2024', before: '722', nature: 'correction' });
  });

  it('corrections come first, and more than two are counted', () => {
    const readings = CRSS_READINGS.map((row) => (row.kind === 'reported' && row.value !== null && row.period.kind === 'quarter' ? { ...row, value: row.value + 1 } : row));
    const changes = changesBetween(of(), of(readings), [change('reading', is, 'correct', was)]);
    expect(changes[0]).toMatchObject({ name: 'Q3 2024', nature: 'correction' });
    expect(changes.slice(1).every(({ nature }) => nature === 'update')).toBe(true);
    expect(printChanges(changes)).toMatch(/^Q3 2024 722 → 723 \(correction\); Q\d 20\d\d .+ \(update\); and \d+ more$/);
  });

  it.each([
    ['claims', 'claim', CLAIMS[0], { claims: CLAIMS.slice(1) }, /58.*removed \(correction\)/],
    ['closures', 'closure', CLOSURES[0], { closures: CLOSURES.slice(1) }, /Torkham, Trade 21 Feb 2025 to 19 Mar 2025.*removed \(correction\)/],
    ['closed-days', 'closure', CLOSURES[0], { closures: CLOSURES.slice(1) }, /Q1 2025, Torkham 26 days → 0 days \(correction\)/],
  ] as const)('%s tell a withdrawn row', (kind, rowKind, row, rows, words) => {
    if (!row) throw new Error('no row');
    const changes = changesBetween(buildChart(definition(kind), chartRows()), buildChart(definition(kind), chartRows(rows)), [change(rowKind, row, 'withdraw', row)]);
    expect(printChanges(changes)).toMatch(words);
  });

  it('the chart itself explains what no row does', () => {
    const shorter = buildChart(definition('periods', { from: '2024-Q1', showAnnotations: false }), chartRows());
    const changes = changesBetween(of(), shorter, [change('chart', quarters, 'correct', quarters)]);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every(({ nature, after }) => nature === 'correction' && after === null)).toBe(true);
  });
});

/** What a mark shows, told apart from the way figures are told. */
function marksOf(model: ChartModel): string {
  if (model.kind !== 'periods') return '';
  return JSON.stringify(model.panels.flatMap(({ marks }) => marks.map(({ seriesId, band, label, kind, isUnconfirmed, isIncomplete, value, vintages, rivals, status }) =>
    [seriesId, model.bands[band]?.key, label, kind, isUnconfirmed, isIncomplete === true && value !== null, vintages.map((each) => each.label), rivals, status])).sort());
}

describe('for any edit', () => {
  const edit = fc.record({
    at: fc.nat({ max: CRSS_READINGS.length - 1 }),
    how: fc.constantFrom('value' as const, 'same' as const, 'note' as const, 'unconfirmed' as const, 'drop' as const, 'qualifier' as const),
    value: fc.integer({ min: 0, max: 3000 }),
  });
  it('there is a notice exactly when the marks differ', () => {
    fc.assert(fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
      let readings = [...CRSS_READINGS];
      for (const { at, how, value } of edits) {
        readings = readings.flatMap((row, index) => {
          if (index !== at) return [row];
          if (how === 'drop') return [];
          if (how === 'value') return [{ ...row, value }];
          if (how === 'note') return [{ ...row, note: `note ${value}` }];
          if (how === 'unconfirmed') return [{ ...row, isUnconfirmed: value % 2 === 0 }];
          return how === 'qualifier' ? [{ ...row, qualifier: value % 2 === 0 ? 'about' as const : 'exact' as const }] : [row];
        });
      }
      const [before, after] = [of(), of(readings)];
      const changes = changesBetween(before, after, []);
      expect(changes.length === 0).toBe(marksOf(before) === marksOf(after));
      expect(printChanges(changes) === '').toBe(changes.length === 0);
      expect(changesBetween(after, before, []).length).toBe(changes.length);
    }), { numRuns: 150 });
  });

  it('a guarded frame never shows a release that corrected its chart, and never one before its own', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 40 }), fc.uniqueArray(fc.nat({ max: 40 })), (guard, more, wanted) => {
      const current = guard + more;
      const corrections = wanted.filter((release) => release > guard && release <= current);
      const { release, stoppedBy } = guardedRelease(current, corrections);
      expect(release).toBeGreaterThanOrEqual(guard);
      expect(corrections.filter((number) => number <= release)).toEqual([]);
      expect(stoppedBy === null).toBe(corrections.length === 0);
      expect(release).toBe(stoppedBy === null ? current : stoppedBy - 1);
    }));
  });
});

describe('corrections', () => {
  it('suspects are the releases that corrected or withdrew a row, oldest first', () => {
    expect(suspects([change('reading', is, 'withdraw', was, 7), change('reading', is, 'update', was, 5), change('reading', is, 'correct', was, 4), change('reading', is, 'correct', was, 7)])).toEqual([4, 7]);
  });

  it('the mark of a chart names the last release that corrected a figure shown', () => {
    const rows = chartRows({ readings: CRSS_READINGS.map((row) => (row === was ? { ...row, change: 'correct' as const, publishedIn: 6 } : row)) });
    expect(lastCorrection(buildChart(quarters, rows), rows)).toBe(6);
    expect(lastCorrection(of(), chartRows())).toBeNull();
    const narrow = buildChart(quarters, rows, { from: '2025-01-01', to: null, lens: 'all' });
    expect(lastCorrection(narrow, rows)).toBeNull();
  });
});
