import { describe, expect, it } from 'vitest';
import { holds, moveTo, rangeOf, tabTo, type Spot } from '@/components/editor/grid/grid-moves';
import { applyPatch, withText, type TypedCell } from '@/components/editor/grid/entry-state';
import { gridSearch, parseGridQuestion } from '@/lib/inputs/grid-question';

const extent = { rows: 10, columns: 6, page: 4 };
const at = (row: number, column: number): Spot => ({ row, column });
// Row 2 is filled in columns 1, 2 and 4.
const isFilled = ({ row, column }: Spot) => row === 2 && [1, 2, 4].includes(column);
const go = (from: Spot, key: string, ctrl = false) => moveTo(from, { key, ctrl }, extent, isFilled);

describe('where a key leads', () => {
  it.each<[string, Spot, string, boolean, Spot | null]>([
    ['a step', at(2, 2), 'ArrowDown', false, at(3, 2)], ['no further than the border', at(0, 0), 'ArrowUp', false, at(0, 0)], ['the end of a row', at(2, 2), 'End', false, at(2, 5)],
    ['its beginning', at(2, 2), 'Home', false, at(2, 0)], ['the first cell', at(5, 5), 'Home', true, at(0, 0)], ['the last', at(0, 0), 'End', true, at(9, 5)],
    ['a page', at(1, 3), 'PageDown', false, at(5, 3)], ['no page beyond', at(8, 3), 'PageDown', false, at(9, 3)],
    ['the end of a filled run', at(2, 1), 'ArrowRight', true, at(2, 2)], ['over a gap', at(2, 2), 'ArrowRight', true, at(2, 4)], ['into a run', at(2, 0), 'ArrowRight', true, at(2, 1)],
    ['the border where nothing is', at(3, 0), 'ArrowRight', true, at(3, 5)], ['back', at(2, 5), 'ArrowLeft', true, at(2, 4)], ['nowhere at the border', at(2, 5), 'ArrowRight', true, at(2, 5)],
    ['nowhere by another key', at(2, 5), 'q', false, null],
  ])('%s', (_what, from, key, ctrl, to) => {
    expect(go(from, key, ctrl)).toEqual(to);
  });

  it('Tab walks the rows and leaves at both ends', () => {
    expect([tabTo(at(0, 5), false, extent), tabTo(at(1, 0), true, extent), tabTo(at(9, 5), false, extent), tabTo(at(0, 0), true, extent)]).toEqual([at(1, 0), at(0, 5), null, null]);
  });

  it('a selection reaches from either corner', () => {
    const range = rangeOf(at(3, 4), at(1, 2));
    expect(range).toEqual({ top: 1, bottom: 3, start: 2, end: 4 });
    expect([holds(range, at(2, 3)), holds(range, at(0, 3))]).toEqual([true, false]);
  });
});

describe('what is typed', () => {
  it('is taken back by the step that a step leaves', () => {
    const cell = (text: string): TypedCell => ({ text, own: {}, choice: null });
    const before = { a: cell('1'), b: cell('2') };
    const { cells, inverse } = applyPatch(before, new Map([['a', cell('9')], ['b', null], ['c', cell('3')]]));
    expect(cells).toEqual({ a: cell('9'), c: cell('3') });
    expect(applyPatch(cells, inverse).cells).toEqual(before);
  });

  it('keeps what was said of the cell, and is nothing where blank', () => {
    const before: TypedCell = { text: '1', own: { note: 'n' }, choice: null };
    expect(withText(before, ' 5 ')).toEqual({ text: '5', own: { note: 'n' }, choice: null });
    expect(withText(before, '  ')).toBeNull();
  });
});

describe('the address of a grid', () => {
  it('says which series, periods and way round, and is read back', () => {
    const question = { seriesIds: ['crss-a', 'crss-b'], kind: 'year-in-quarters' as const, from: '2024-01-01', to: '2025-12-31', isTurned: true };
    expect(parseGridQuestion(Object.fromEntries(new URLSearchParams(gridSearch(question))))).toEqual({ ...question, rowId: null });
  });

  it('takes what is malformed for not asked', () => {
    expect(parseGridQuestion({ series: 'A,../x,ok,ok', kind: 'weeks', from: '2025-13', to: ['2025-Q2', 'x'], across: 'x', row: 'r' }))
      .toEqual({ seriesIds: ['ok'], kind: null, from: null, to: '2025-06-30', isTurned: false, rowId: 'r' });
  });
});
