import { describe, expect, it } from 'vitest';
import { isWhole, nameFrom, renamed, type SentenceState, triedOf } from '@/components/editor/sentence/sentence-draft';
import type { Binding } from '@/domain/sentence';

const cell = (name: string): Binding => ({ name, kind: 'cell', seriesId: 'crss', period: '2025' });
const STATE: SentenceState = {
  revision: null, text: '{now} against {before}: {change}', bindings: [cell('now'), cell('before'), { name: 'change', kind: 'change-percent', from: 'before', to: 'now' }],
  conditions: [{ kind: 'compare', left: 'now', operator: '>', right: 'before' }], placement: 'home', position: 1, change: 'add', changeNote: '', citations: [],
};

describe('a binding with another name', () => {
  it('is named so everywhere', () => {
    expect(renamed(STATE, 0, 'latest')).toMatchObject({
      text: '{latest} against {before}: {change}', bindings: [{ name: 'latest' }, { name: 'before' }, { from: 'before', to: 'latest' }], conditions: [{ left: 'latest', right: 'before' }],
    });
  });

  it('takes nothing from another that has or had the name', () => {
    const twice = renamed(STATE, 0, 'before');
    expect(twice.text).toBe(STATE.text);
    expect(renamed(twice, 0, 'latest')).toMatchObject({ text: STATE.text, bindings: [{ name: 'latest' }, { name: 'before' }, { from: 'before', to: 'now' }] });
  });

  it('leaves alone what is blank while it has no name', () => {
    const blank: SentenceState = { ...STATE, bindings: [cell('now'), { name: 'change', kind: 'change-percent', from: '', to: '' }] };
    expect(renamed(renamed(blank, 0, ''), 0, 'then').bindings[1]).toEqual({ name: 'change', kind: 'change-percent', from: '', to: '' });
  });

  it('has letters only, the first one small', () => {
    expect([nameFrom('Now 2025'), nameFrom('2025'), nameFrom('deathsByQuarter')]).toEqual(['now', '', 'deathsByQuarter']);
  });
});

describe('what can be tried', () => {
  it.each<[boolean, Binding]>([
    [true, cell('now')], [false, cell('')], [false, { ...cell('now'), period: '' } as Binding], [false, { name: 'sum', kind: 'sum', of: [] }], [true, { name: 'sum', kind: 'sum', of: ['now'] }],
    [false, { name: 'change', kind: 'change-percent', from: 'now', to: '' }], [false, { name: 'said', kind: 'claim', claimId: '' }],
    [false, { name: 'shut', kind: 'closure-days', crossingId: '', lane: 'trade', closureId: '' }],
  ])('%s: %o', (expected, binding) => {
    expect(isWhole(binding)).toBe(expected);
    expect(triedOf({ ...STATE, bindings: [binding] }).bindings).toHaveLength(expected ? 1 : 0);
  });
});
