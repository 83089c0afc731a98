import { describe, expect, it } from 'vitest';
import { apaReference, bibtex, chicagoReference, type CitedWork, cslJson, referenceText, ris } from '@/domain/cite';

const WORK: CitedWork = {
  id: 'fatalities-by-quarter', title: 'Deaths from violence by quarter', release: 12, publishedOn: '2026-03-09', asOf: '2025-07-10', scope: ['Pakistan’s account'],
  address: 'https://figures.example/charts/fatalities-by-quarter?asof=2025-07-10&release=12', abstract: 'Deaths,\nby quarter.',
};

describe('printed references', () => {
  it('follow APA', () => {
    expect(referenceText(apaReference(WORK))).toBe('Frontier Ledger. (2026, March 9). Deaths from violence by quarter (Release 12; as known on 10 July 2025; Pakistan’s account) [Data set]. https://figures.example/charts/fatalities-by-quarter?asof=2025-07-10&release=12');
    expect(apaReference(WORK).filter(({ isItalic }) => isItalic).map(({ text }) => text)).toEqual(['Deaths from violence by quarter']);
  });

  it('follow Chicago, without a second stop after a question', () => {
    expect(referenceText(chicagoReference({ ...WORK, asOf: null, scope: [] }))).toBe('Frontier Ledger. 2026. “Deaths from violence by quarter.” Data set, release 12. Published March 9, 2026. https://figures.example/charts/fatalities-by-quarter?asof=2025-07-10&release=12.');
    expect(referenceText(chicagoReference({ ...WORK, title: 'Who was killed?' }))).toContain('“Who was killed?” Data');
    expect(referenceText(chicagoReference({ ...WORK, title: 'A title.' }))).toContain('“A title.” Data');
  });
});

it('BibTeX keeps capitals, escapes what TeX would run, and leaves the address whole', () => {
  const text = bibtex({ ...WORK, title: 'Costs & 50% of $x_1 {in} #2 ~ ^ \\end', abstract: '}\\input{/etc/passwd}' });
  expect(text.startsWith('@misc{frontier-ledger-fatalities-by-quarter-release-12-2025-07-10,\n')).toBe(true);
  expect(text).toContain('author = {{Frontier Ledger}},');
  expect(text).toContain('title = {{Costs \\& 50\\% of \\$x\\_1 \\{in\\} \\#2 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}end}},');
  expect(text).toContain('month = mar,');
  expect(text).toContain(`url = {${WORK.address}},`);
  // Braces that are not escaped close what they opened.
  let depth = 0;
  for (const brace of text.replace(/\\[{}]/g, '').match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
});

it('RIS has one field a line, a type first and an end', () => {
  const lines = ris(WORK).split('\r\n');
  expect(lines[0]).toBe('TY  - DATA');
  expect(lines.slice(-2)).toEqual(['ER  - ', '']);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  expect(lines).toContain('DA  - 2026/03/09');
  expect(lines).toContain('AB  - Deaths, by quarter.');
});

it('CSL-JSON is a list of one data set', () => {
  expect(JSON.parse(cslJson(WORK))).toEqual([{
    id: 'frontier-ledger-fatalities-by-quarter-release-12-2025-07-10', type: 'dataset', title: 'Deaths from violence by quarter', author: [{ literal: 'Frontier Ledger' }],
    issued: { 'date-parts': [[2026, 3, 9]] }, version: 'Release 12; as known on 10 July 2025; Pakistan’s account', publisher: 'Frontier Ledger', URL: WORK.address, language: 'en', abstract: 'Deaths, by quarter.',
  }]);
});
