import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { findDelimiter } from '@/domain/import/delimiter';
import { printCsv } from '@/lib/csv';
import { dataRows, openFile } from '@/lib/import/open-file';
import { UnreadableSheet } from '@/lib/import/unreadable';
import { MORE_FILES, papaFiles, spectrumFiles } from '../../fixtures/awkward-files';
import { bytesInMemory } from '../../fixtures/file-on-disk';

interface Read {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** What is in it, or `row, column, reason` (or the reason alone) of its refusal. Anything else that is thrown is a fault. */
async function read(content: string | Uint8Array, sheet: string | null = null): Promise<Read | string> {
  const opened = await openFile(bytesInMemory(content));
  if (!opened.ok) return opened.refusal.message;
  try {
    let header: readonly string[] = [];
    const rows: Read['rows'][number][] = [];
    for await (const batch of dataRows(opened.value, sheet)) {
      header = batch.header.names;
      rows.push(...batch.rows);
    }
    return { header, rows };
  } catch (error) {
    if (error instanceof UnreadableSheet) return error.message;
    throw error;
  }
}

describe('csv-spectrum', () => {
  it.each(spectrumFiles().map((one) => [one.name, one] as const))('%s reads as it should', async (name, { bytes, rows }) => {
    const found = await read(bytes);
    // One file was saved in another encoding: its letters are lost already, and which ones is said.
    if (name === 'location_coordinates') return expect(found).toMatch(/^Row 2, column B: .*UTF-8/);
    if (typeof found === 'string') throw new Error(found);
    // Line ends inside a cell stay as the file has them; the package's own expectation has one kind.
    const records = found.rows.map(({ cells }) => Object.fromEntries(found.header.map((name, at) => [name, (cells[at] ?? '').replaceAll('\r\n', '\n')])));
    const expected = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value.replaceAll('\r\n', '\n')])));
    expect(records).toEqual(expected.filter((row) => Object.values(row).some((value) => value !== '')));
  });
});

describe('the inputs of papaparse’s own tests', () => {
  const inputs = papaFiles();
  it('are many', () => expect(inputs.length).toBeGreaterThan(80));
  it.each(inputs.map((one) => [one.name, one.bytes] as const))('%s: rows, or a refusal with its row', async (_name, bytes) => {
    const found = await read(bytes);
    if (typeof found === 'string') expect(found).toMatch(/^(Row \d+(, column [A-Z]+( “.*”)?)?: .{10,}|The file is empty\.|This is .*)$/);
    else expect(found.header.length).toBeGreaterThan(0);
  });
});

describe('awkward files', () => {
  it.each(MORE_FILES)('%s: rows, or a refusal', async (_name, content) => {
    const found = await read(content);
    if (typeof found === 'string') expect(found).toMatch(/^(Row \d+(, column [A-Z]+( “.*”)?)?: .{10,}|The file is empty\.|This is .*|The workbook .*)$/);
    else expect(found.header.length).toBeGreaterThan(0);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['a quote never closed', 'a,b\n1,2\n3,"4\n5,6', /^Row 3, column B: A quote that opens here is never closed/],
    ['a NUL', 'a,b\n1,2\n3,4\0', /^Row 3, column B: The cell holds a NUL/],
    ['another encoding', Buffer.from('a,b\n1,caf\xe9', 'latin1'), /^Row 2, column B: .*UTF-8/],
    ['two columns of one name', '\n\na,b,A\n1,2,3', /^Row 3, column C “A”: Column A has the same name/],
    ['nothing', '\n\n', /^Row 1: Nothing is written in it/],
  ])('%s is refused by row, column and reason', async (_name, content, expected) => expect(await read(content)).toMatch(expected));

  it('rows are numbered as a spreadsheet shows them, blank ones and the header too; tags are no data', async () => {
    const found = await read('\n\na,b\n#x+y,#z\n"1\n1",2\n\n3,4\n');
    expect(found).toEqual({ header: ['a', 'b'], rows: [{ row: 5, cells: ['1\n1', '2'] }, { row: 7, cells: ['3', '4'] }] });
  });

  it.each([['a,b\n1;2', ','], ['a;b\n1,5;2', ';'], ['a\tb', '\t'], ['"a,b";c', ';'], ['a', ','], ['a|b|c', '|'], ['\n\na;b', ';']])('%j is divided by %j', (text, sign) => expect(findDelimiter(text)).toBe(sign));

  it('any table that we print is read back, whatever its cells', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.trim() === text && !/[\0\uFFFD]/.test(text) && !text.startsWith("'"));
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ a: cell, b: cell }), { minLength: 1, maxLength: 20 }), async (records) => {
      const found = await read(printCsv(['a', 'b'], records));
      if (typeof found === 'string') throw new Error(found);
      const bare = (text: string | undefined) => (text ?? '').replace(/^'(?=[=+\-@\t\r\n\0＝＋－＠])/, '');
      expect(found.rows.map(({ cells }) => [bare(cells[0]), bare(cells[1])])).toEqual(records.filter(({ a, b }) => a !== '' || b !== '').map(({ a, b }) => [a, b]));
    }), { numRuns: 60 });
  });
});

describe('workbooks', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const book = async () => {
    const sheet = [
      [{ value: 'series' }, { value: 'period' }, { value: 'value' }, { value: 'reported_on' }],
      [{ value: 'a & <b>' }, { value: '2025-Q2' }, { value: 0.1 + 0.2, type: Number }, { value: day('2025-07-10'), type: Date, format: 'yyyy-mm-dd' }],
      [{ value: 'line\nbreak' }, { value: '2025-Q3' }, { value: 884, type: Number }, { value: day('1999-12-31'), type: Date, format: 'd mmm yyyy' }],
    ];
    return writeXlsx([{ data: sheet, sheet: 'Figures' }, { data: [[{ value: 'other' }], [{ value: 'x' }]], sheet: 'Notes & more' }] as never).toBuffer();
  };
  /** A workbook by hand, as other programs write them. */
  const byHand = (rows: string, { styles = '', shared = '', date1904 = '' } = {}) => zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(`<x:workbook xmlns:x="m" xmlns:d1="r"><x:workbookPr ${date1904}/><x:sheets><x:sheet name="S" sheetId="1" d1:id="rId1"/></x:sheets></x:workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="/xl/worksheets/sheet9.xml"/><Relationship Id="rId2" Type="t/styles" Target="styles.xml"/><Relationship Id="rId3" Type="t/sharedStrings" Target="sharedStrings.xml"/></Relationships>'),
    'xl/worksheets/sheet9.xml': strToU8(`<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`),
    'xl/styles.xml': strToU8(styles === '' ? '<styleSheet/>' : styles),
    'xl/sharedStrings.xml': strToU8(shared === '' ? '<sst/>' : shared),
  });

  it('sheets are named, numbers are as shown, dates are days, texts are whole', async () => {
    const bytes = await book();
    const opened = await openFile(bytesInMemory(bytes));
    expect(opened.ok && opened.value.sheets).toEqual(['Figures', 'Notes & more']);
    expect(await read(bytes)).toEqual({
      header: ['series', 'period', 'value', 'reported_on'],
      rows: [{ row: 2, cells: ['a & <b>', '2025-Q2', '0.3', '2025-07-10'] }, { row: 3, cells: ['line\nbreak', '2025-Q3', '884', '1999-12-31'] }],
    });
    expect(await read(bytes, 'Notes & more')).toMatchObject({ header: ['other'] });
    expect(await read(bytes, 'Gone')).toBe('Row 1: The workbook has no sheet “Gone”.');
  });

  it('formulas give what was stored, gaps are gaps, rich texts are one, readings aids are left out', async () => {
    const bytes = byHand(
      '<x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="inlineStr"><x:is><x:t>c_x000D_d</x:t></x:is></x:c></x:row>'
      + '<x:row r="5"><x:c r="A5"><x:f>SUM(B1:B2)</x:f><x:v>42</x:v></x:c><x:c r="C5" t="str"><x:f>A1&amp;"x"</x:f><x:v>yx</x:v></x:c></x:row><x:row><x:c t="b"><x:v>1</x:v></x:c><x:c><x:v>1E3</x:v></x:c></x:row>',
      { shared: '<sst><si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r><rPh><t>no</t></rPh></si></sst>' },
    );
    expect(await read(bytes)).toEqual({ header: ['a b', '', 'c\rd'], rows: [{ row: 5, cells: ['42', '', 'yx'] }, { row: 6, cells: ['TRUE', '1000'] }] });
  });

  it('dates of both calendars, times, and a percentage that is no plain number', async () => {
    const styles = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]mmm\\ yy;@"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
      + '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const row = '<x:row r="1"><x:c t="inlineStr"><x:is><x:t>h</x:t></x:is></x:c></x:row><x:row r="2"><x:c s="1"><x:v>45931</x:v></x:c><x:c s="2"><x:v>45931.75</x:v></x:c><x:c s="3"><x:v>0.58</x:v></x:c><x:c s="4"><x:v>20</x:v></x:c><x:c s="1"><x:v>1</x:v></x:c></x:row>';
    expect(await read(byHand(row, { styles }))).toMatchObject({ rows: [{ cells: ['2025-10-01', '2025-10-01 18:00:00', '58%', '20', '1900-01-01'] }] });
    expect(await read(byHand(row, { styles, date1904: 'date1904="1"' }))).toMatchObject({ rows: [{ cells: ['2029-10-02', '2029-10-02 18:00:00', '58%', '20', '1904-01-02'] }] });
    expect(await read(byHand('<x:row r="2"><x:c r="B2" s="1"><x:v>60</x:v></x:c></x:row>', { styles }))).toBe('Row 2, column B: The date with the number 60 is none of the calendar.');
  });

  it.each<[string, string, RegExp]>([
    ['an error in a cell', '<x:row r="3"><x:c r="D3" t="e"><x:v>#REF!</x:v></x:c></x:row>', /^Row 3, column D: The cell holds the error #REF!/],
    ['a text that is missing', '<x:row r="3"><x:c r="D3" t="s"><x:v>7</x:v></x:c></x:row>', /^Row 3, column D: The cell refers to a text/],
    ['a column far out', '<x:row r="3"><x:c r="XFD3"><x:v>7</x:v></x:c></x:row>', /^Row 3, column XFD: The row reaches beyond/],
    ['a row far out', '<x:row r="99999999"><x:c><x:v>7</x:v></x:c></x:row>', /^Row 1: The sheet numbers its rows/],
    ['broken XML', '<x:row r="3"><x:c></x:row>', /^Row 1: The part xl\/worksheets\/sheet9\.xml of the workbook is damaged/],
    ['no number', '<x:row r="3"><x:c r="A3"><x:v>x</x:v></x:c></x:row>', /^Row 3, column A: “x” is not a number/],
  ])('%s is refused', async (_name, rows, expected) => expect(await read(byHand(rows))).toMatch(expected));

  it('entities of its own are never resolved', async () => {
    const parts = unzipSync(byHand(''));
    parts['xl/worksheets/sheet9.xml'] = strToU8('<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w><row><c><v>&b;</v></c></row></w>');
    expect(await read(zipSync(parts))).toMatch(/^Row 1: The (part|workbook holds a document type)/);
  });

  it('a bomb is stopped at the limit, whatever it says of its size', async () => {
    const parts = unzipSync(byHand(''));
    parts['xl/sharedStrings.xml'] = new Uint8Array(70 * 1024 * 1024).fill(32);
    const bomb = zipSync(parts);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await read(bomb)).toMatch(/more than 64 MB when it is unpacked/);
  });

  it('what is no workbook, or not whole, is refused', async () => {
    const whole = await book();
    expect(await read(zipSync({ 'readme.txt': strToU8('x') }))).toMatch(/^This is an archive/);
    expect(await read(whole.subarray(0, whole.length - 30))).toMatch(/damaged/);
    expect(await read(whole.subarray(0, 200))).toMatch(/damaged/);
  });

  it('a workbook with one byte changed anywhere is the same rows or a refusal, never other ones', async () => {
    const whole = await book();
    const right = await read(whole);
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ by;
      const found = await read(flipped);
      if (typeof found !== 'string') expect(found).toEqual(right);
    }), { numRuns: 150 });
  });
});
