import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { freeId, idFrom, isRowId } from '@/domain/row-id';

describe('the id of a new row', () => {
  it.each([
    [['Dawn', '2025-10-12', 'Torkham closed after “clashes”'], 'dawn-2025-10-12-torkham-closed-after-clashes'],
    [['Pakistan’s military (ISPR)'], 'pakistans-military-ispr'],
    [['Süddeutsche Zeitung', null, 'Große Öfen & mehr'], 'suddeutsche-zeitung-grosse-ofen-and-mehr'],
    [['کور'], ''],
    [['CRSS', '', 'all'], 'crss-all'],
  ])('%j gives %s', (words, id) => expect(idFrom(...words)).toBe(id));

  it('is cut at a word, and never ends in a hyphen', () => {
    const id = idFrom('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen');
    expect(id).toBe('one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve-thirteen');
  });

  property.prop([fc.array(fc.string({ unit: 'grapheme' }))])('is an id or nothing, whatever the words', (words) => {
    const id = idFrom(...words);
    expect(id === '' || isRowId(id)).toBe(true);
  });

  it('is the next free one where it is taken', () => {
    expect(freeId('kurram', new Set(['chaman']))).toBe('kurram');
    expect(freeId('kurram', new Set(['kurram', 'kurram-2']))).toBe('kurram-3');
    expect(freeId('', new Set(['']))).toBe('');
  });
});
