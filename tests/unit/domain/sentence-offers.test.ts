import { describe, expect, it } from 'vitest';
import type { Binding } from '@/domain/sentence';
import { refusedComparisons } from '@/domain/sentence-offers';

const cell = (name: string, period: string, seriesId = 'crss'): Binding => ({ name, kind: 'cell', seriesId, period });
const change: Binding = { name: 'change', kind: 'change-percent', from: 'before', to: 'now' };
const CELLS = ['2025-Q1..Q3', '2024-Q1..Q3', '2024', '2025-Q1', '2025-Q2', '2025-Q3', '2024-Q4', '2024-Q1', '2024-Q2', '2024-Q3'];
const hasCell = (held: readonly string[]) => (seriesId: string, period: string) => seriesId === 'crss' && held.includes(period);
const valueOf = () => 100;

describe('a comparison of unequal periods', () => {
  const unequal = [cell('now', '2025-Q1..Q3'), cell('before', '2024'), change];

  it('is refused, and the like-for-like one is ready to be taken', () => {
    const [refused, ...others] = refusedComparisons(unequal, valueOf, hasCell(CELLS));
    expect(others).toEqual([]);
    expect(refused?.name).toBe('change');
    expect(refused?.message).toBe('January–September 2025 (9 months) is not compared with 2024 (12 months): they are not equally long.');
    const like = refused?.offers.find(({ kind }) => kind === 'same-period-year-before');
    expect(like?.bindings).toEqual([cell('now', '2025-Q1..Q3'), cell('before', '2024-Q1..Q3'), change]);
    expect(refusedComparisons(like?.bindings ?? [], valueOf, hasCell(CELLS))).toEqual([]);
  });

  it('is summed from quarters where the whole was never given', () => {
    const [refused] = refusedComparisons(unequal, valueOf, hasCell(CELLS.filter((period) => period !== '2024-Q1..Q3')));
    const like = refused?.offers.find(({ kind }) => kind === 'same-period-year-before');
    expect(like?.bindings?.filter(({ kind }) => kind === 'sum')).toEqual([{ name: 'before', kind: 'sum', of: ['beforePart', 'beforePartA', 'beforePartB'] }]);
    expect(refusedComparisons(like?.bindings ?? [], valueOf, hasCell(CELLS))).toEqual([]);
  });

  it('says which cell is missing where nothing makes up the period, and binds no estimate', () => {
    const [refused] = refusedComparisons(unequal, valueOf, hasCell(['2025-Q1..Q3', '2024']));
    expect(refused?.offers.map(({ kind, bindings, reason }) => [kind, bindings, reason])).toEqual([
      ['same-period-year-before', null, 'There is no value for January–September 2024.'],
      ['four-quarters-running', null, 'There is no value for Q4 2024.'],
      ['annualised', null, 'An estimate: a sentence is bound to what was counted.'],
    ]);
  });
});

describe('nothing is refused', () => {
  it.each<[string, readonly Binding[]]>([
    ['for equal periods', [cell('now', '2025-Q2'), cell('before', '2024-Q2'), change]],
    ['for a share of the year that holds the quarter', [cell('now', '2025-Q2'), cell('before', '2025'), { name: 'share', kind: 'ratio', of: 'now', to: 'before' }]],
    ['for two series, which the binding itself refuses', [cell('now', '2025-Q2'), cell('before', '2024', 'picss'), change]],
    ['for bindings that lead in a circle', [{ name: 'now', kind: 'sum', of: ['before'] }, { name: 'before', kind: 'sum', of: ['now'] }, change]],
  ])('%s', (_, bindings) => {
    expect(refusedComparisons(bindings, valueOf, hasCell(CELLS))).toEqual([]);
  });

  it('while a side has no value yet', () => {
    const unequal = [cell('now', '2025-Q1..Q3'), cell('before', '2024'), change];
    expect(refusedComparisons(unequal, (name) => (name === 'before' ? null : 1), hasCell(CELLS))).toEqual([]);
  });
});
