import { describe, expect, it } from 'vitest';
import { troublesOf, troublesOfRefusal } from '@/components/editor/row-troubles';
import { changesetPath, rowPath } from '@/lib/inputs/desk-links';
import { draftOf as draftOfVersion } from '@/lib/inputs/draft-of';
import { makeRowFinder } from '@/lib/search/row-finder';
import { cite, draftOf } from '../../fixtures/ledger-rows';

describe('what is wrong with a row', () => {
  it('is said by the path of the field, before anything is sent', () => {
    expect(troublesOf([draftOf('a-', 'reading'), draftOf('a-', 'source')])).toEqual([]);
    const wrong = draftOf('a-', 'reading', { citations: [cite('a-', { quote: 'word '.repeat(26).trim() })] }, { value: 3, empty: 'unknown' });
    expect(troublesOf([wrong]).map(({ field }) => field)).toEqual(['citations.0.quote', 'value']);
    expect(troublesOf([draftOf('a-', 'place', { citations: [] }, { name: '' })])).toEqual([
      { kind: 'place', id: 'a-place', field: 'name', message: 'Is blank or has blanks at its ends.' },
    ]);
  });

  it('is said beside the field where the ledger refused, and above the form where it is about the row', () => {
    const problems = ['malformed-reported-on', 'missing-closed-by', 'value-xor-empty', 'reference-missing'].map((rule) => ({ rule, kind: 'reading', id: 'x', message: rule }));
    expect(troublesOfRefusal({ code: 'row-invalid', title: '', problems }).map(({ field }) => field)).toEqual(['reportedOn', 'closedBy', 'value', null]);
    expect(troublesOfRefusal({ code: 'offline', title: '' })).toEqual([]);
  });
});

describe('where a row is written', () => {
  it.each([
    ['reading', 'r1', { seriesId: 's1' }, '/readings?series=s1&row=r1'], ['reading', 'new', {}, '/readings'], ['closure', 'k', { crossingId: 'torkham' }, '/closures?crossing=torkham&row=k'],
    ['claim', 'c', { incidentId: 'i' }, '/claims/i?row=c'], ['claim', 'c', {}, '/rows/claim/c'], ['chart', 'f', {}, '/charts/f'], ['sentence', 'new', {}, '/sentences/new'], ['source', 'a~b', {}, '/rows/source/a~b'],
  ] as const)('%s %s %o: %s', (kind, id, belongs, path) => {
    expect(rowPath('7', kind, id, belongs)).toBe(`${changesetPath('7')}${path}`);
  });
});

describe('a version that is changed', () => {
  const version = { ...draftOf('', 'place', { change: 'correct', changeNote: 'a slip' }), revision: 4, supersededIn: null, changesetId: 'c' };
  it('goes on as it is while drafted, becomes an update once published, and names the version it is made from', () => {
    expect(draftOfVersion({ ...version, publishedIn: null })).toMatchObject({ change: 'correct', changeNote: 'a slip', expectedRevision: 4 });
    expect(draftOfVersion({ ...version, publishedIn: 2 })).toMatchObject({ change: 'update', changeNote: null, expectedRevision: 4 });
    expect(troublesOf([draftOfVersion({ ...version, publishedIn: 2 })])).toEqual([]);
  });
});

describe('the search over rows', () => {
  const rows = [
    { id: 'crss-2025-q2', title: 'CRSS, Deaths from violence, Pakistan, Q2 2025: 616' }, { id: 'crss-2024-q2', title: 'CRSS, Deaths from violence, Pakistan, Q2 2024: 380' },
    { id: 'chitral', title: 'Chitrāl' }, { id: 'torkham-trade', title: 'Torkham, trade, from 12 Oct 2025' },
  ];
  const find = makeRowFinder(rows);
  it.each([['crss q2 2025', [0]], ['deaths pak', [0, 1]], ['chitral', [2]], ['torkam trade', [3]], ['616', [0]], ['61', []], ['crss torkham', []], ['', []]])('%s', (words, found) => {
    expect([...find(words)].sort()).toEqual(found);
  });
});
