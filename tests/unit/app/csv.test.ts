import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { printCsv } from '@/lib/csv';

describe('CSV', () => {
  it('keeps numbers as numbers, also negative ones, and leaves nulls empty', () => {
    expect(printCsv(['a', 'b', 'c'], [{ a: -5, b: null, c: 0 }])).toBe('a,b,c\r\n-5,,0\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\0x', '＝x'])('text %j cannot run as a formula', (text) => {
    const [, cell] = Papa.parse<string[]>(printCsv(['a'], [{ a: text }])).data.map((row) => row[0]);
    expect(cell).toBe(`'${text}`);
  });

  it('any text comes back as it was, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const rows = Papa.parse<string[]>(printCsv(['a', 'b'], [{ a: text, b: 1 }]), { newline: '\r\n' }).data;
        expect(rows[1]?.[0]).toBe(/^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text);
        expect(rows[1]?.[1]).toBe('1');
      }),
    );
  });
});
