import { describe, expect, it } from 'vitest';
import { archiveProblem, findDuplicates, readPaste, sameAddress } from '@/domain/source-entry';

const dawn = { id: 'dawn-1', title: 'Torkham crossing closed after clashes', publisher: 'Dawn', url: 'https://www.dawn.com/news/1947000/torkham-closed/', archiveUrl: null };
const paper = { id: 'paper', title: 'Counting the dead', publisher: 'Journal of Borders', url: 'https://doi.org/10.1000/XYZ-12', archiveUrl: null };
const known = [dawn, { ...dawn, id: 'dawn-2', url: 'https://dawn.com/news/2' }, paper];

describe('a pasted address, DOI or citation line', () => {
  it.each([
    ['10.1177/0022343320934986', { url: 'https://doi.org/10.1177/0022343320934986', doi: '10.1177/0022343320934986' }],
    ['doi:10.1000/Abc.1.', { url: 'https://doi.org/10.1000/abc.1', doi: '10.1000/abc.1' }],
    ['https://doi.org/10.1000%2Fabc', { url: 'https://doi.org/10.1000/abc', doi: '10.1000/abc' }],
    ['https://www.dawn.com/news/3', { url: 'https://www.dawn.com/news/3', publisher: 'Dawn' }],
    ['https://example.org/2025/10/12/a-story', { url: 'https://example.org/2025/10/12/a-story', published: { day: '2025-10-12', precision: 'day' } }],
    ['https://example.org/story-2025-10-02', { url: 'https://example.org/story-2025-10-02', published: { day: '2025-10-02', precision: 'day' } }],
    ['https://example.org/2025/10/a-story', { url: 'https://example.org/2025/10/a-story', published: { day: '2025-10-01', precision: 'month' } }],
    ['https://example.org/2025/13/45/x', { url: 'https://example.org/2025/13/45/x' }],
    ['PTI, 2 Oct 2025: “Violence up by half” https://example.org/a', {
      url: 'https://example.org/a', title: 'Violence up by half', publisher: 'PTI', published: { day: '2025-10-02', precision: 'day' },
    }],
    ['https://web.archive.org/web/20251012083000/https://example.org/b', {
      url: 'https://example.org/b', archiveUrl: 'https://web.archive.org/web/20251012083000/https://example.org/b',
    }],
    ['nothing of use', {}],
  ])('%s', (text, read) => expect(readPaste(text, known)).toEqual(read));

  it.each([
    ['https://www.dawn.com/news/1947000/torkham-closed?utm_source=x&fbclid=1#top', 'http://dawn.com/news/1947000/torkham-closed/'],
    ['https://doi.org/10.1000/AbC', 'https://dx.doi.org/10.1000/abc'],
    ['https://m.example.org/a/amp/', 'https://example.org/a'],
    ['https://web.archive.org/web/20251012083000/https://example.org/b', 'https://example.org/b/'],
    ['https://example.org/?b=2&a=1', 'https://example.org/?a=1&b=2'],
  ])('%s and %s are one', (one, other) => expect(sameAddress(one)).toBe(sameAddress(other)));

  it('two addresses of one host are two, and what is no address is none', () => {
    expect(sameAddress('https://example.org/a')).not.toBe(sameAddress('https://example.org/b'));
    expect(sameAddress('https://example.org/?id=1')).not.toBe(sameAddress('https://example.org/?id=2'));
    expect(sameAddress('an address')).toBeNull();
  });

  it('finds the document we have, and never the one that is edited', () => {
    const ids = (one: Parameters<typeof findDuplicates>[0]) => findDuplicates(one, known).map(({ id }) => id);
    expect(ids({ url: 'http://dawn.com/news/1947000/torkham-closed?utm_medium=y', title: '', publisher: '' })).toEqual(['dawn-1']);
    expect(ids({ url: 'https://dx.doi.org/10.1000/xyz-12', title: '', publisher: '' })).toEqual(['paper']);
    expect(ids({ url: null, title: 'Torkham crossing closed, after clashes!', publisher: 'DAWN' })).toEqual(['dawn-1', 'dawn-2']);
    expect(ids({ id: 'paper', url: paper.url, title: paper.title, publisher: paper.publisher })).toEqual([]);
    expect(ids({ url: null, title: 'Torkham crossing closed after clashes', publisher: 'Geo' })).toEqual([]);
  });

  it('tells an archived copy from what only looks like one', () => {
    const url = 'https://example.org/b';
    expect(archiveProblem('https://web.archive.org/web/20251012083000/https://www.example.org/b/', url)).toBeNull();
    expect(archiveProblem('https://archive.ph/AbC12', url)).toBeNull();
    expect(archiveProblem('https://web.archive.org/web/*/https://example.org/b', url)).toMatch(/calendar/);
    expect(archiveProblem('https://web.archive.org/save/https://example.org/b', url)).toMatch(/looks like/);
    expect(archiveProblem('https://web.archive.org/web/20251012083000/https://example.org/other', url)).toMatch(/another page/);
    expect(archiveProblem('archive.org', url)).toMatch(/no address/);
  });
});
