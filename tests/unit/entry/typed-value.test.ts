import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTypedValue } from '@/domain/entry/typed-value';
import { printValue, sayValue } from '@/domain/quantity';
import type { Qualifier } from '@/domain/reading';

describe('a figure as people type it', () => {
  it.each<[string, number | null, Qualifier, string | null]>([
    ['616', 616, 'exact', null],
    [' 1,234 ', 1234, 'exact', null],
    ['12,34,567', 1234567, 'exact', null],
    ['1 234', 1234, 'exact', null],
    ['1\u00a0234.5', 1234.5, 'exact', null],
    ['0', 0, 'exact', null],
    ['-5', -5, 'exact', null],
    ['−5', -5, 'exact', null],
    ['-0', 0, 'exact', null],
    ['>200', 200, 'more-than', null],
    ['> 200', 200, 'more-than', null],
    ['More than 200', 200, 'more-than', null],
    ['over 1,200', 1200, 'more-than', null],
    ['at least 600', 600, 'at-least', null],
    ['>=600', 600, 'at-least', null],
    ['≥ 600', 600, 'at-least', null],
    ['600+', 600, 'at-least', null],
    ['~450', 450, 'about', null],
    ['about 450', 450, 'about', null],
    ['approx. 450', 450, 'about', null],
    ['nearly 300', 300, 'nearly', null],
    ['almost 300', 300, 'nearly', null],
    ['۱۲۳', 123, 'exact', null],
    ['>٢٠٠', 200, 'more-than', null],
    ['not yet reported', null, 'exact', 'not-yet-reported'],
    ['not-collected', null, 'exact', 'not-collected'],
    ['…', null, 'exact', 'not-yet-reported'],
    ['–', null, 'exact', 'not-collected'],
    ['×', null, 'exact', 'withheld'],
    ['?', null, 'exact', 'unknown'],
    ['Unknown', null, 'exact', 'unknown'],
  ])('%j', (text, value, qualifier, empty) => {
    expect(parseTypedValue(text)).toEqual({ ok: true, value: { value, qualifier, empty } });
  });

  it.each([
    ['', 'blank'], ['  ', 'blank'], ['<200', 'upper-bound'], ['up to 200', 'upper-bound'], ['≤5', 'upper-bound'], ['-', 'not-a-figure'], ['1,23', 'not-a-figure'], ['1,2345', 'not-a-figure'],
    ['12a', 'not-a-figure'], ['1e5', 'not-a-figure'], ['0x10', 'not-a-figure'], ['200-300', 'not-a-figure'], ['overt', 'not-a-figure'], ['NaN', 'not-a-figure'], ['Infinity', 'not-a-figure'],
    ['99999999999999999999', 'not-a-figure'], ['>', 'not-a-figure'], ['#REF!', 'not-a-figure'], ['5+ +', 'not-a-figure'], ['x'.repeat(5000), 'not-a-figure'],
  ])('%j is refused as %s', (text, code) => {
    const typed = parseTypedValue(text);
    expect(typed.ok ? null : typed.refusal.code).toBe(code);
    expect(typed.ok ? '' : typed.refusal.message.length).toBeLessThan(400);
  });

  it('what the ledger prints and says is read back', () => {
    const quantity = fc.record({ value: fc.integer({ min: -1_000_000, max: 1_000_000_000 }), qualifier: fc.constantFrom<Qualifier>('exact', 'at-least', 'more-than', 'about', 'nearly') });
    fc.assert(fc.property(quantity, ({ value, qualifier }) => {
      for (const text of [printValue(value, qualifier), sayValue(value, qualifier)]) {
        expect(parseTypedValue(text)).toEqual({ ok: true, value: { value, qualifier, empty: null } });
      }
    }));
  });

  it('any text at all is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const typed = parseTypedValue(text);
      if (typed.ok) expect((typed.value.value === null) !== (typed.value.empty === null)).toBe(true);
    }));
  });
});
