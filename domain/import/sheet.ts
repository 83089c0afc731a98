// A file becomes rows of text; whatever is wrong with one is said by row, column and reason.

/** One row of a sheet. `row` counts from 1 with the header and blank rows, as a spreadsheet shows it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Where something is wrong and what. Row and column are those a spreadsheet shows; the column is null where the whole row is meant. */
export interface CellProblem {
  readonly row: number;
  /** `D “value”`, or `D` without a header. */
  readonly column: string | null;
  readonly reason: string;
}

/** `A`, `Z`, `AA` ...: the column as a spreadsheet letters it. `index` counts from 0. */
export function columnLetter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}

/** The column for people: its letter and, where there is one, its name. */
export function columnLabel(index: number, header: readonly string[]): string {
  const name = header[index]?.trim() ?? '';
  return name === '' ? columnLetter(index) : `${columnLetter(index)} “${shorten(name, 60)}”`;
}

/** A sentence for people: `Row 12, column D “value”: ...`. */
export function problemLine({ row, column, reason }: CellProblem): string {
  return `Row ${row}${column === null ? '' : `, column ${column}`}: ${reason}`;
}

/** Text that is quoted back to people is kept short and on one line. */
export function shorten(text: string, length = 40): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** Letters that no text file of people holds: they tell of a broken or a foreign encoding. */
export function brokenText(cell: string): string | null {
  if (cell.includes('\0')) return 'The cell holds a NUL character. The file is damaged or is not text.';
  if (cell.includes('\uFFFD')) return 'The cell is not readable as UTF-8. Save the file as “CSV UTF-8” and try again.';
  return /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(cell) ? 'The cell holds half a character.' : null;
}

/** A cell as it is read: without blanks at its ends, and without the apostrophe that our own files put before what a spreadsheet would run. */
export function cellText(cell: string | undefined): string {
  const text = (cell ?? '').trim();
  return /^'[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? text.slice(1) : text;
}

/** Whether nothing is written in the row. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
