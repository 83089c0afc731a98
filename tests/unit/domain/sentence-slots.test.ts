import { describe, expect, it, test } from 'vitest';
import type { Binding } from '@/domain/sentence';
import { checkSlots, fillSlot, freeName, slotBeingTyped } from '@/domain/sentence-slots';

const cell = (name: string): Binding => ({ name, kind: 'cell', seriesId: 'crss', period: '2025' });
const BINDINGS: readonly Binding[] = [cell('now'), cell('before'), { name: 'change', kind: 'change-percent', from: 'before', to: 'now' }];

describe('what a text asks of its bindings', () => {
  test.each([
    ['{now} against {before}: {change}', [], [], false],
    ['{now}, {nobody} and {now}', ['nobody'], ['change'], false],
    ['no slot at all', [], ['change'], false],
    ['{change} and {', [], [], true],
    ['{}', [''], ['change'], false],
  ])('%s', (text, unfilled, unused, hasLoneBrace) => {
    expect(checkSlots({ text, bindings: BINDINGS, conditions: [] })).toMatchObject({ unfilled, unused, hasLoneBrace, twice: [] });
  });

  it('counts a comparison as a use, and being there as none', () => {
    const written = { text: '{now}', bindings: [cell('now'), cell('before')] };
    expect(checkSlots({ ...written, conditions: [{ kind: 'present', binding: 'before' }] }).unused).toEqual(['before']);
    expect(checkSlots({ ...written, conditions: [{ kind: 'compare', left: 'now', operator: '>', right: 'before' }] }).unused).toEqual([]);
  });

  it('tells of two bindings of one name', () => {
    expect(checkSlots({ text: '{now}', bindings: [cell('now'), cell('now')], conditions: [] }).twice).toEqual(['now']);
  });
});

describe('a slot that is being typed', () => {
  test.each([
    ['CRSS {', 6, { from: 5, typed: '' }],
    ['CRSS {no', 8, { from: 5, typed: 'no' }],
    ['CRSS {now} deaths', 12, null],
    ['CRSS', 4, null],
    ['{a b', 4, null],
  ])('%s at %i', (text, caret, expected) => {
    expect(slotBeingTyped(text, caret)).toEqual(expected);
  });

  test.each([
    ['CRSS {no', 8, 'CRSS {now}', 10],
    ['CRSS {no} deaths', 8, 'CRSS {now} deaths', 10],
    ['CRSS { deaths', 6, 'CRSS {now} deaths', 10],
    ['CRSS ', 5, 'CRSS {now}', 10],
  ])('%s is filled at %i', (text, caret, filled, after) => {
    expect(fillSlot(text, caret, 'now')).toEqual({ text: filled, caret: after });
  });

  it('names a new binding as no other is named', () => {
    expect(freeName('now', [])).toBe('now');
    expect(freeName('now', ['now', 'nowA'])).toBe('nowB');
    expect(freeName('2025', [])).toBe('number');
  });
});
