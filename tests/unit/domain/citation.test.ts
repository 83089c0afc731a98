import { describe, expect, it } from 'vitest';
import { citationLine, countWords, hostOf } from '@/domain/citation';
import type { Source } from '@/domain/citation';
import { citation } from './build-rows';

describe('a citation', () => {
  it.each<[string, Partial<Source>]>([
    ['PTI, 2 Oct 2025: "46% surge"', {}],
    ['PTI, Oct 2025: "46% surge"', { publishedOn: '2025-10-01', publishedPrecision: 'month' }],
    ['PTI, 2025: "46% surge"', { publishedOn: '2025-01-01', publishedPrecision: 'year' }],
    ['PTI: "46% surge"', { publishedOn: null, publishedPrecision: 'unknown' }],
    ['PTI: "46% surge"', { publishedOn: '2025-10-02', publishedPrecision: 'unknown' }],
  ])('%s', (line, change) => {
    expect(citationLine(citation('s', { title: '46% surge', ...change }))).toBe(line);
  });

  it.each([
    ['https://www.newsdrum.in/international/46-surge', 'newsdrum.in'],
    ['http://tasnimnews.com/3027548', 'tasnimnews.com'],
    ['https://new.mia.mk/en/story', 'new.mia.mk'],
    ['https://EXAMPLE.org:8443/x?www.', 'example.org'],
    ['newsdrum.in', null], ['', null], ['javascript:alert(1)', null], ['mailto:a@example.org', null],
  ])('is read at the host of %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  it.each([
    ['', 0], ['   ', 0], ['one', 1], ['2,414 deaths in well-known places', 5], ['dead — and wounded', 3],
    ['dead—wounded', 2], ['killed/wounded', 2],
    ['پاکستان میں حملے', 3], ['“58” soldiers,\n\tsaid Mujahid.', 4], ['- . !', 0],
  ])('counts the words of %j', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
