import Papa from 'papaparse';

// CSV as RFC 4180 has it: UTF-8, CRLF after every row, one header row, an empty cell for no value.

export type CsvCell = string | number | null;

/** Spreadsheets run a text cell that starts like this as a formula; some look past control characters. */
const FORMULA_START = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** Numbers stay numbers, text that a spreadsheet would run gets an apostrophe in front. */
function safeCell(cell: CsvCell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : '';
  return FORMULA_START.test(cell) ? `'${cell}` : cell;
}

const BYTE_ORDER_MARK = '\uFEFF';

interface CsvForm {
  readonly bom?: boolean;
  /** False for a later part of a file that is written part by part. */
  readonly header?: boolean;
}

/** Rows in the order given, cells in the order of `columns`; ends with a line break. With `bom` it begins with the mark by which Excel knows UTF-8. */
export function printCsv(columns: readonly string[], records: readonly Readonly<Record<string, CsvCell>>[], { bom = false, header = true }: CsvForm = {}): string {
  const data = records.map((record) => columns.map((column) => safeCell(record[column] ?? null)));
  return `${bom ? BYTE_ORDER_MARK : ''}${Papa.unparse({ fields: [...columns], data }, { newline: '\r\n', header })}\r\n`;
}
