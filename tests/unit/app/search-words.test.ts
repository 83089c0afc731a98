import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normaliseWords, parseWordsSegment, printWordsSegment } from '@/lib/inputs/search';

it('gives one form for what reads the same', () => {
  expect(normaliseWords('  Spin   BOLDAK ')).toBe('spin boldak');
  expect(normaliseWords('x'.repeat(500))).toHaveLength(80);
});

it('reads every segment back, whatever is looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = normaliseWords(text);
      expect(parseWordsSegment(printWordsSegment(words))).toBe(words);
      expect(printWordsSegment(words)).toMatch(/^[^/?#]+$/);
    }),
  );
});
