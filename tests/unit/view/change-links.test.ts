import { describe, expect, it } from 'vitest';
import { changeLinks } from '@/lib/inputs/change-links';
import { CITATIONS } from '../../fixtures/models';

const change = { kind: 'reading', id: 'crss-2025q2', release: 2, citations: CITATIONS.slice(0, 1), sourceBefore: 'older' } as const;
const source = change.citations[0]?.source.id;
const row = '#reading-crss-2025q2';

describe('where a change leads', () => {
  it.each([
    ['the newest release', { release: 2, pin: null }, ''],
    ['a pinned one that made the change', { release: 2, pin: 2 }, '?release=2'],
    ['a later release', { release: 5, pin: null }, '?release=2'],
    ['a pinned later release', { release: 5, pin: 5 }, '?release=2'],
  ])('told in %s: after it, the row as the change left it', (_name, shown, query) => {
    expect(changeLinks(change, { theme: null, ...shown })).toEqual({ before: `/sources/older?release=1${row}`, after: `/sources/${source}${query}${row}` });
  });

  it('a row without a source, or without a past, leads nowhere', () => {
    expect(changeLinks({ ...change, citations: [], sourceBefore: null }, { theme: 'dark', release: 5, pin: null })).toEqual({ before: null, after: null });
  });

  it('keeps the theme', () => {
    expect(changeLinks(change, { theme: 'dark', release: 5, pin: 5 })).toEqual({ before: `/sources/older?release=1&theme=dark${row}`, after: `/sources/${source}?release=2&theme=dark${row}` });
  });
});
