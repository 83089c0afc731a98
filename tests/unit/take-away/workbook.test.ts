import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CHART_COLUMNS } from '@/domain/chart/columns';
import { chartRecords } from '@/domain/chart/records';
import { buildChart } from '@/domain/chart/build';
import { chartSheets, type Sheet } from '@/domain/chart/workbook';
import type { CitedWork } from '@/domain/cite';
import { writeWorkbook } from '@/lib/workbook';
import { seedChartRows, seedCharts } from '@/tests/fixtures/starting-data';

// The workbook is taken apart as any reader of the format does: relations, shared strings, cells.

const rows = seedChartRows(2);
const WORK: CitedWork = { id: 'x', title: 'X', release: 2, publishedOn: '2026-11-22', asOf: null, scope: [], address: 'https://figures.example/charts/x?release=2', abstract: null };

const plain = (xml: string): string => xml.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, '&');

/** The cells of a sheet by address: text as text, numbers as numbers; a formula throws. */
function cellsOf(file: Uint8Array, sheet: number): Map<string, string | number> {
  const parts = unzipSync(file);
  const read = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const strings = [...read('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map((match) => plain(match[1] ?? ''));
  const xml = read(`xl/worksheets/sheet${sheet}.xml`);
  if (/<f[ >]/.test(xml)) throw new Error('A formula.');
  const cells = new Map<string, string | number>();
  for (const [, address = '', attributes = '', value = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)<\/v><\/c>/g)) {
    cells.set(address, attributes.includes('t="s"') ? strings[Number(value)] ?? '' : Number(value));
  }
  return cells;
}

const column = (index: number): string => (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26));
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

describe.each(seedCharts(2).map((definition) => [definition.slug, definition] as const))('%s', (_, definition) => {
  it('holds the rows of the CSV, its sources by number, and what is counted', async () => {
    const model = buildChart(definition, rows);
    const file = await writeWorkbook({ title: model.title, description: '', day: '2026-11-22', sheets: chartSheets({ definition, rows, model, work: WORK, options: { history: true } }) });
    const { columns, records } = chartRecords(definition, rows, model, { history: true });
    const cells = cellsOf(file, 1);
    columns.forEach((name, at) => {
      expect(CHART_COLUMNS[name], `a note on ${name}`).toBeDefined();
      expect(cells.get(`${column(at)}1`)).toBe(name);
    });
    const sources = cellsOf(file, 2);
    records.forEach((record, row) => {
      columns.forEach((name, at) => {
        const value = record[name] ?? null;
        const expected = value === null || value === '' ? undefined : typeof value === 'string' && CHART_COLUMNS[name]?.type === 'day' ? serial(value) : value;
        expect(cells.get(`${column(at)}${row + 2}`), `${name} of row ${row}`).toBe(expected);
      });
      const numbers = cells.get(`${column(columns.length)}${row + 2}`);
      if (numbers === undefined) return;
      const titles = String(numbers).split('; ').map((number) => sources.get(`C${Number(number) + 1}`));
      expect([...new Set(String(record.citation_title).split(' | '))]).toEqual([...new Set(titles)]);
    });
    const about = [...cellsOf(file, 3).values()];
    for (const fact of [model.title, model.countingRule, WORK.address, ...columns]) expect(about).toContain(fact);
  });
});

it('takes text that looks like a formula, or breaks XML, for text', async () => {
  const hostile = ['=HYPERLINK("https://evil.example","x")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '</t></si><x>', 'a & b < c', '  two\nlines ', 'x'.repeat(40_000)];
  const sheet: Sheet = { name: 'Rows', isTable: true, columns: [{ title: '=1+1', width: 10 }], rows: hostile.map((text) => [text]) };
  const cells = cellsOf(await writeWorkbook({ title: '<x>', description: '&', day: '2026-11-22', sheets: [sheet] }), 1);
  expect(cells.get('A1')).toBe('=1+1');
  hostile.forEach((text, at) => expect(cells.get(`A${at + 2}`)).toBe(text.slice(0, 32_767)));
});

it('is the same to the byte each time, and names what it is', async () => {
  const sheet: Sheet = { name: 'Rows', isTable: true, columns: [{ title: 'day', width: 10 }, { title: 'value', width: 10 }], rows: [[{ day: '2025-10-12' }, -5], [null, 0]] };
  const write = () => writeWorkbook({ title: 'Deaths & more', description: 'https://figures.example', day: '2026-11-22', sheets: [sheet] });
  const [one, two] = [await write(), await write()];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  expect(cellsOf(one, 1)).toEqual(new Map<string, string | number>([['A1', 'day'], ['B1', 'value'], ['A2', serial('2025-10-12')], ['B2', -5], ['B3', 0]]));
  const parts = unzipSync(one);
  expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('<dc:title>Deaths &amp; more</dc:title>');
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('<autoFilter ref="A1:B3"/>');
});
