import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseTypedFigure, printTypedFigure } from '@/domain/claim-entry';

const read = (text: string) => {
  const parsed = parseTypedFigure(text);
  return parsed.ok ? [parsed.value.low, parsed.value.high, parsed.value.qualifier] : parsed.refusal.code;
};

describe('a typed figure of a claim', () => {
  it.each([
    ['58', [58, 58, 'exact']], ['1,234', [1234, 1234, 'exact']], ['>200', [200, null, 'more-than']], ['at least 20', [20, null, 'at-least']], ['~12', [12, 12, 'about']], ['nearly 300', [300, 300, 'nearly']],
    ['15-20', [15, 20, 'exact']], ['15 – 20', [15, 20, 'exact']], ['15 to 20', [15, 20, 'exact']], ['between 15 and 20', [15, 20, 'exact']], ['about 15–20', [15, 20, 'about']], ['up to 20', [null, 20, 'exact']],
    ['', [null, null, 'exact']], ['none', [0, 0, 'exact']], ['0', [0, 0, 'exact']], ['20-15', 'range-backwards'], ['2.5', 'not-whole'], ['dozens', 'not-a-figure'],
  ])('%s is %j', (text, said) => expect(read(text)).toEqual(said));

  const count = fc.integer({ min: 0, max: 5_000 });
  property.prop([fc.oneof(
    count.map((n) => ({ low: n, high: n, qualifier: 'exact' as const })), count.map((n) => ({ low: n, high: n, qualifier: 'about' as const })),
    count.map((n) => ({ low: n, high: null, qualifier: 'at-least' as const })), count.map((n) => ({ low: n, high: null, qualifier: 'more-than' as const })),
    fc.tuple(count, fc.integer({ min: 1, max: 100 })).map(([n, more]) => ({ low: n, high: n + more, qualifier: 'exact' as const })), count.map((n) => ({ low: null, high: n, qualifier: 'exact' as const })),
  )])('is read again as it is printed', (figure) => {
    expect(parseTypedFigure(printTypedFigure(figure))).toEqual({ ok: true, value: figure });
  });
});
