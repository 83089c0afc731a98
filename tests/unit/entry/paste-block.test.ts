import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey, cellOf, gridPeriods, usualGridKind } from '@/domain/entry/grid-periods';
import { layBlock, parseTsv, printTsv, type Line } from '@/domain/entry/paste-block';
import { periodNamed } from '@/domain/entry/period-name';
import { formatPeriod, parsePeriod, type Period } from '@/domain/period';

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const series = (...names: string[]): Line => ({ names, period: null });
const time = (text: string): Line => ({ names: [], period: period(text) });
const rows = [series('All', 'crss-violence-fatalities'), series('Civilians'), series('Security personnel'), series('Outlaws')];
const columns = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'].map(time);
const target = { rows, columns, top: 0, start: 0, bottom: 0, end: 0 };
const at = (text: string, more: Partial<typeof target> = {}) => layBlock(parseTsv(text), { ...target, ...more });
const shown = ({ cells }: ReturnType<typeof layBlock>) => cells.map(({ row, column, text }) => `${row}:${column}=${text}`).join(' ');

describe('text of a spreadsheet', () => {
  it.each([
    ['a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['"two\nlines"\tb', [['two\nlines', 'b']]],
    ['"say ""so"""\t5', [['say "so"', '5']]],
    ['"half\t5', [['"half', '5']]],
    ['5" gun\t1', [['5" gun', '1']]],
    ['\t\n\t1', [['', ''], ['', '1']]],
    ['616', [['616']]],
    ['', [['']]],
  ])('%j', (text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });

  it('is read back as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', ' ', ',') });
    const block = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    fc.assert(fc.property(block, (cells) => {
      fc.pre((cells.at(-1)?.some((text) => text !== '') ?? false));
      expect(parseTsv(printTsv(cells))).toEqual(cells);
    }));
  });
});

describe('names of periods', () => {
  it.each([
    ['2025-Q3', '2025-Q3'], ['Q3 2025', '2025-Q3'], ['2025 Q3', '2025-Q3'], ['2025Q3', '2025-Q3'], ['q3-25', '2025-Q3'], ['3Q25', '2025-Q3'], ["Q3'25", '2025-Q3'], ['Q3 of 2025', '2025-Q3'],
    ['Oct 2025', '2025-10'], ['October 2025', '2025-10'], ['Oct-25', '2025-10'], ['Sept. 2025', '2025-09'], ['2025-10', '2025-10'],
    ['H1 2025', '2025-H1'], ['2025-H1', '2025-H1'], ['9M 2025', '2025-Q1..Q3'], ['Jan–Sep 2025', '2025-Q1..Q3'], ['Jul-Sep 2025', '2025-Q3'], ['January to June 2025', '2025-H1'], ['2025', '2025'], ['۲۰۲۵', '2025'],
  ])('%j is %s', (text, key) => {
    const named = periodNamed(text);
    expect(named && formatPeriod(named)).toBe(key);
  });

  it.each(['Q5 2025', 'H3 2025', 'Total', '616', 'Foo 2025', 'Sep-Jan 2025', '', '2025-13', 'Q3'])('%j is none', (text) => {
    expect(periodNamed(text)).toBeNull();
  });
});

describe('where a block is laid', () => {
  it('begins at the cell and says what lies beyond', () => {
    expect(shown(at('1\t2\n3\t4', { top: 1, start: 2 }))).toBe('1:2=1 1:3=2 2:2=3 2:3=4');
    const over = at('1\t2\t3', { start: 2, end: 2 });
    expect([shown(over), over.left]).toEqual(['0:2=1 0:3=2', [{ text: '3', why: 'it lies beyond the grid' }]]);
  });

  it('leaves a cell alone where the block has nothing', () => {
    expect(shown(at('1\t\t3'))).toBe('0:0=1 0:2=3');
  });

  it('fills a selection that it divides', () => {
    expect(shown(at('7', { bottom: 1, end: 1 }))).toBe('0:0=7 0:1=7 1:0=7 1:1=7');
    expect(shown(at('7\t8', { end: 3 }))).toBe('0:0=7 0:1=8 0:2=7 0:3=8');
    expect(shown(at('7\t8', { end: 2 }))).toBe('0:0=7 0:1=8');
  });

  it('follows headings on top, at the side, and both, wherever it is pasted', () => {
    const top = at('Q4 2025\tQ1 2025\n1003\t900', { top: 1 });
    expect([shown(top), top.headings]).toEqual(['1:3=1003 1:0=900', 'columns']);
    const side = at('Outlaws\t516\nCivilians\t219', { start: 2, top: 3 });
    expect([shown(side), side.headings]).toEqual(['3:2=516 1:2=219', 'rows']);
    const both = at('Victims\tQ2 2025\tQ3 2025\nsecurity-personnel\t130\t166\nCivilians\t153\t219', { top: 3, start: 3 });
    expect([shown(both), both.headings]).toEqual(['2:1=130 2:2=166 1:1=153 1:2=219', 'both']);
  });

  it('turns a block whose periods run down', () => {
    const turned = at('\tAll\tCivilians\n2025-Q1\t900\t\n2025-Q2\t616\t153');
    expect([shown(turned), turned.headings]).toEqual(['0:0=900 0:1=616 1:1=153', 'both']);
  });

  it('names a heading that the grid does not have', () => {
    const laid = at('\tQ1 2025\tQ2 2025\tQ1 2023\nCivilians\t1\t2\t3');
    expect([shown(laid), laid.left]).toEqual(['1:0=1 1:1=2', [{ text: '3', why: '“Q1 2023” is not in the grid' }]]);
  });

  it('takes numbers that look like years for numbers where the grid has no such years', () => {
    expect(shown(at('2023\t2024\n1\t2'))).toBe('0:0=2023 0:1=2024 1:0=1 1:1=2');
    const years = { ...target, columns: [time('2023'), time('2024')] };
    expect(layBlock(parseTsv('2023\t2024\n1\t2'), years)).toMatchObject({ headings: 'columns', cells: [{ row: 0, column: 0, text: '1' }, { row: 0, column: 1, text: '2' }] });
  });

  it('lays every filled cell or says why not', () => {
    const text = fc.constantFrom('', '5', 'Q1 2025', 'Civilians', 'foo', '>3');
    fc.assert(fc.property(fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 6 }), fc.nat(3), fc.nat(3), (block, top, start) => {
      const laid = layBlock(block, { ...target, top, start, bottom: top, end: start });
      const inside = laid.cells.every(({ row, column }) => row < rows.length && column < columns.length);
      expect(inside).toBe(true);
      if (laid.headings === 'none') expect(laid.cells.length + laid.left.length).toBe(block.flat().filter((cell) => cell !== '').length);
    }));
  });
});

describe('the columns of a grid', () => {
  const keys = (periods: readonly Period[]) => periods.map(formatPeriod).join(' ');
  it('are periods in order', () => {
    expect(keys(gridPeriods('quarter', '2025-01-01', '2025-12-31', []))).toBe('2025-Q1 2025-Q2 2025-Q3 2025-Q4');
    expect(keys(gridPeriods('year-in-quarters', '2025-02-01', '2025-03-01', []))).toBe('2025-Q1 2025-Q2 2025-Q3 2025-Q4 2025');
    expect(keys(gridPeriods('nine-months', '2024-01-01', '2025-12-31', []))).toBe('2024-Q1..Q3 2025-Q1..Q3');
    expect(keys(gridPeriods('as-reported', '2025-01-01', '2025-12-31', [period('2025'), period('2025-Q1'), period('2025-Q1'), period('2023')]))).toBe('2025-Q1 2025');
    expect(gridPeriods('quarter', '2025-01-01', '2024-12-31', [])).toEqual([]);
    expect(usualGridKind([period('2025'), period('2025-Q1'), period('2025-Q2')])).toBe('quarter');
    expect(usualGridKind([])).toBe('quarter');
  });

  it('and series name cells that are found again', () => {
    const key = cellKey('crss-violence-fatalities', period('2025-Q3'));
    expect(cellOf(key)).toEqual({ seriesId: 'crss-violence-fatalities', period: period('2025-Q3') });
    expect(cellOf('nothing')).toBeNull();
  });
});
