import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_CODES, parseTypedValue, printTypedValue, type TypedValue } from '@/domain/entry/typed-value';
import { EMPTY_LABELS, printValue, sayValue, type EmptyKind, type Qualifier } from '@/domain/reading';

const READ: readonly (readonly [string, number, Qualifier])[] = [
  ['616', 616, 'exact'], ['2,414', 2414, 'exact'], ['2 414', 2414, 'exact'], ['2\u00a0414', 2414, 'exact'], ['2\u202f414', 2414, 'exact'], ['2’414', 2414, 'exact'],
  ['24,14,000', 2414000, 'exact'], ['2.414.000', 2414000, 'exact'], ['2.414,5', 2414.5, 'exact'], ['1,234.5', 1234.5, 'exact'], [' 616 ', 616, 'exact'], ['0', 0, 'exact'],
  ['>200', 200, 'more-than'], ['> 200', 200, 'more-than'], ['more than 200', 200, 'more-than'], ['Over 200', 200, 'more-than'], ['above 200', 200, 'more-than'],
  ['200+', 200, 'at-least'], ['2,400+', 2400, 'at-least'], ['at least 600', 600, 'at-least'], ['At  least 600', 600, 'at-least'], ['≥600', 600, 'at-least'], ['>= 600', 600, 'at-least'],
  ['no fewer than 600', 600, 'at-least'], ['600 or more', 600, 'at-least'],
  ['~450', 450, 'about'], ['≈ 450', 450, 'about'], ['about 450', 450, 'about'], ['around 450', 450, 'about'], ['approx. 450', 450, 'about'], ['approx 450', 450, 'about'],
  ['approximately 450', 450, 'about'], ['ca. 450', 450, 'about'], ['450 or so', 450, 'about'],
  ['nearly 450', 450, 'nearly'], ['almost 450', 450, 'nearly'], ['exactly 450', 450, 'exact'], ['=450', 450, 'exact'],
  ['۶۱۶', 616, 'exact'], ['٦١٦', 616, 'exact'], ['۲٬۴۱۴', 2414, 'exact'], ['>۲۰۰', 200, 'more-than'], ['۱۲٫۵', 12.5, 'exact'],
  ['12.5', 12.5, 'exact'], ['12,34,567', 1234567, 'exact'], ['-0', 0, 'exact'], ['just under 300', 300, 'nearly'], ['0.414', 0.414, 'exact'], ['1234.567', 1234.567, 'exact'], ['2.4140', 2.414, 'exact'], ['-17', -17, 'exact'], ['−17.5', -17.5, 'exact'], ['zero', 0, 'exact'],
];

const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['2.414', /write 2414 for thousands, 2\.4140 for the fraction/], ['12,5', /write 12\.5/], ['24,14', /write 24\.14/], ['24 14', /not grouped in threes/],
  ['<200', /no “fewer than”/], ['fewer than 200', /“nearly”/], ['up to 200', /“nearly”/], ['≤200', /put its words in the note/], ['under 200', /no “fewer than”/],
  ['200-250', /range/], ['200–250', /range/], ['200 to 250', /range/], ['-', /0, or nc/], ['—', /0, or nc/], ['n/a', /which kind of nothing/], ['NA', /which kind/], ['none', /Write 0/],
  ['~200+', /qualifies the number twice/], ['more than about 200', /twice/], ['616 deaths', /unit is the series/], ['46%', /not percent/], ['#REF!', /spreadsheet shows an error/],
  ['1.2 million', /out in digits/], ['2k', /out in digits/], ['dozens', /no number/], ['12.1234567', /more decimals/], ['1e5', /Only a number/], ['99999999999999999999', /larger/], ['constructor', /no number/], ['overt', /no number/], ['>', /no number/], ['0x10', /Only a number/], ['Infinity', /no number/], ['x'.repeat(5000), /too long/],
];

describe('typed values', () => {
  it.each(READ)('reads %j', (text, value, qualifier) => {
    expect(parseTypedValue(text)).toEqual({ ok: true, value: { value, qualifier, empty: null } });
  });

  it.each(REFUSED)('refuses %j and says what to write', (text, said) => {
    const read = parseTypedValue(text, 'deaths');
    expect(read.ok ? JSON.stringify(read.value) : read.refusal.message).toMatch(said);
  });

  it('reads every empty by name, symbol and code, in any case', () => {
    for (const kind of Object.keys(EMPTY_LABELS) as EmptyKind[]) {
      for (const text of [EMPTY_LABELS[kind].label, EMPTY_LABELS[kind].symbol, EMPTY_CODES[kind], kind, EMPTY_CODES[kind].toUpperCase(), ` ${EMPTY_LABELS[kind].symbol} `]) {
        expect(parseTypedValue(text), text).toEqual({ ok: true, value: { value: null, qualifier: 'exact', empty: kind } });
      }
      expect(printTypedValue({ value: null, qualifier: 'exact', empty: kind })).toBe(EMPTY_LABELS[kind].symbol);
    }
  });

  it('takes nothing for nothing, and a percent sign only where percent are counted', () => {
    for (const text of ['', '  ', '\u00a0', '\t']) expect(parseTypedValue(text)).toMatchObject({ ok: false, refusal: { code: 'blank' } });
    expect(parseTypedValue('<200')).toMatchObject({ refusal: { code: 'upper-bound' } });
    expect(parseTypedValue('more than 63%', 'percent')).toEqual({ ok: true, value: { value: 63, qualifier: 'more-than', empty: null } });
    expect(parseTypedValue('63 per cent', 'percent')).toMatchObject({ value: { value: 63 } });
  });

  it('prints what reads back to the same', () => {
    const number = fc.oneof(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -999_999_999, max: 999_999_999 }).map((whole) => whole / 1000),
      fc.integer({ min: -999_999, max: 999_999 }).map((whole) => whole / 1e6));
    const quantity = fc.record({ value: number.map((value) => value + 0), qualifier: fc.constantFrom<Qualifier>('exact', 'at-least', 'more-than', 'about', 'nearly'), empty: fc.constant(null) });
    const empty = fc.constantFrom(...(Object.keys(EMPTY_LABELS) as EmptyKind[])).map((kind) => ({ value: null, qualifier: 'exact' as const, empty: kind }));
    fc.assert(fc.property(fc.oneof<fc.Arbitrary<TypedValue>[]>(quantity, empty), (typed) => {
      expect(parseTypedValue(printTypedValue(typed))).toEqual({ ok: true, value: typed });
    }));
  });

  it('reads back what the ledger prints and says', () => {
    const quantity = fc.record({ value: fc.integer({ min: -1_000_000, max: 1_000_000_000 }), qualifier: fc.constantFrom<Qualifier>('exact', 'at-least', 'more-than', 'about', 'nearly') });
    fc.assert(fc.property(quantity, ({ value, qualifier }) => {
      for (const text of [printValue(value, qualifier), sayValue(value, qualifier)]) expect(parseTypedValue(text)).toEqual({ ok: true, value: { value, qualifier, empty: null } });
    }));
  });

  it('never throws, and refuses with a sentence', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const read = parseTypedValue(text);
      if (!read.ok) expect(read.refusal.message.length).toBeGreaterThan(10);
      else expect((read.value.value === null) !== (read.value.empty === null)).toBe(true);
    }));
  });
});
