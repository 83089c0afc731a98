import { strFromU8, unzipSync } from 'fflate';
import writeXlsxFile, { type Cell, type Sheet as WrittenSheet } from 'write-excel-file/node';
import type { Sheet, SheetCell } from '@/domain/chart/workbook';
import { LEDGER_NAME } from '@/domain/cite';
import type { Day } from '@/domain/period';
import { packFiles } from './archive';
import { escapeText } from './escape-text';

// Workbooks for spreadsheets (Office Open XML): numbers are numbers, days are days, and text is text, whatever it begins with.

interface Workbook {
  readonly title: string;
  readonly description: string;
  /** The day it says it was made on. */
  readonly day: Day;
  readonly sheets: readonly Sheet[];
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What a cell can hold. */
const LONGEST = 32_767;
const HEAD = { fontWeight: 'bold', backgroundColor: '#f3eee3', bottomBorderStyle: 'thin', bottomBorderColor: '#1d1b18', alignVertical: 'center' } as const;
const FONT = { fontFamily: 'Calibri', fontSize: 11 } as const;

function written(cell: SheetCell, isTable: boolean, isLabel: boolean): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top', ...(isTable ? {} : { align: 'left' }) };
  if (typeof cell === 'object') return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', align: 'left', alignVertical: 'top' };
  return { value: cell.slice(0, LONGEST), type: String, alignVertical: 'top', ...(isTable ? {} : { wrap: true }), ...(isLabel ? { fontWeight: 'bold' } : {}) };
}

/** The same bytes for the same sheets, for ever. */
export async function writeWorkbook({ title, description, day, sheets }: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const laid = sheets.map(({ name, columns, rows, isTable }): WrittenSheet<never> => ({
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: isTable ? 1 : 0,
    showGridLines: isTable,
    data: [
      columns.map(({ title: head }): Cell => ({ value: head, type: String, ...HEAD })),
      ...rows.map((row) => row.map((cell, index) => written(cell, isTable, !isTable && index === 0))),
    ],
  }));
  const parts = unzipSync(await writeXlsxFile(laid as never, FONT).toBuffer());
  const files = new Map<string, string | Uint8Array>(Object.entries(parts));
  const edit = (path: string, change: (xml: string) => string): void => {
    const part = parts[path];
    if (part === undefined) throw new Error(`A workbook without ${path}`);
    files.set(path, change(strFromU8(part)));
  };
  sheets.forEach(({ columns, rows, isTable }, index) => {
    if (isTable) edit(`xl/worksheets/sheet${index + 1}.xml`, (xml) => xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${columnName(columns.length)}${rows.length + 1}"/>`));
  });
  edit('xl/styles.xml', (xml) => xml
    .replace('<cellXfs', '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs')
    .replace('</cellXfs>', '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'));
  edit('[Content_Types].xml', (xml) => xml.replace('</Types>', '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/></Types>'));
  edit('_rels/.rels', (xml) => xml.replace('</Relationships>', '<Relationship Id="rId-core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'));
  files.set('docProps/core.xml', coreProperties(title, description, day));
  return packFiles(files, day);
}

/** `A`, `Z`, `AA`; counted from 1. */
function columnName(number: number): string {
  return number > 26 ? columnName(Math.floor((number - 1) / 26)) + columnName(((number - 1) % 26) + 1) : String.fromCharCode(64 + number);
}

function coreProperties(title: string, description: string, day: Day): string {
  const instant = `${day}T00:00:00Z`;
  const names = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties ${names}><dc:title>${escapeText(title)}</dc:title><dc:creator>${LEDGER_NAME}</dc:creator><dc:description>${escapeText(description)}</dc:description>`
    + `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`;
}
