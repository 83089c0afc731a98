import { MOST_COLUMNS } from '@/domain/import/header';
import { brokenText, columnLabel, shorten, type SheetRow } from '@/domain/import/sheet';
import { UnreadableSheet, type RowBatch } from './unreadable';
import { unescapeCell, type NumberKind, type Workbook } from './workbook';
import { xmlPieces } from './xml-parts';

/** A sheet unpacks to at most so much. It is read as a stream, so this bounds the time and not the memory. */
const SHEET_LIMIT = 512 * 1024 * 1024;
const MOST_ROWS = 1_048_576;

/**
 * Rows of one sheet with their texts: formulas as the value that was stored with them, dates as days, numbers as the spreadsheet shows them.
 * Throws UnreadableSheet with row, column and reason; a cell with an error such as #REF! is one.
 */
export async function* readWorkbook(workbook: Workbook, sheetName: string): AsyncGenerator<RowBatch> {
  const at = workbook.sheets.findIndex(({ name }) => name === sheetName);
  const sheet = workbook.sheets[at];
  if (sheet === undefined) throw new UnreadableSheet({ row: 1, column: null, reason: `The workbook has no sheet “${shorten(sheetName)}”.` });
  const reader = new SheetReader(workbook, await workbook.readTexts(), await workbook.readNumberKinds());
  for await (const _ of xmlPieces(workbook.zip, sheet.part, SHEET_LIMIT, reader)) {
    const rows = reader.handOver();
    if (rows.length > 0) yield { rows, progress: reader.progress };
  }
  yield { rows: reader.handOver(), progress: 1 };
}

class SheetReader {
  private rows: SheetRow[] = [];
  private row = 0;
  private lastRow = 0;
  private cells: string[] = [];
  private column = -1;
  private type = '';
  private style = -1;
  private value = '';
  private isValue = false;
  private isPhonetic = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly texts: readonly string[],
    private readonly kinds: readonly NumberKind[],
  ) {}

  /** From 0 to 1, where the sheet says how many rows it has. */
  get progress(): number {
    return this.lastRow === 0 ? 0 : Math.min(1, this.row / this.lastRow);
  }

  handOver(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'dimension') this.lastRow = Number(/(\d+)$/.exec(attributes.ref ?? '')?.[1] ?? 0);
    else if (name === 'row') {
      this.row = attributes.r === undefined ? this.row + 1 : Number(attributes.r);
      if (!(this.row >= 1 && this.row <= MOST_ROWS)) throw new UnreadableSheet({ row: 1, column: null, reason: 'The sheet numbers its rows beyond what a sheet can have.' });
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') {
      this.column = attributes.r === undefined ? this.column + 1 : columnIndex(attributes.r);
      if (!(this.column >= 0 && this.column < MOST_COLUMNS)) throw this.wrong(`The row reaches beyond ${MOST_COLUMNS} columns.`);
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? -1);
      this.value = '';
    } else if (name === 'v' || name === 't') this.isValue = !this.isPhonetic;
    else if (name === 'rPh') this.isPhonetic = true;
  }

  text(piece: string): void {
    if (this.isValue) this.value += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'c') this.take();
    else if (name === 'row') this.rows.push({ row: this.row, cells: this.cells });
  }

  private take(): void {
    const cell = this.cellText();
    if (cell === '') return;
    const reason = brokenText(cell);
    if (reason !== null) throw this.wrong(reason);
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = cell;
  }

  private cellText(): string {
    const { value, type } = this;
    if (value === '') return '';
    if (type === 'e') throw this.wrong(`The cell holds the error ${shorten(value, 12)}. Mend the formula and save the workbook again.`);
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 's') {
      const text = this.texts[Number(value)];
      if (text === undefined) throw this.wrong('The cell refers to a text that the workbook lacks.');
      return text;
    }
    if (type !== 'n') return unescapeCell(value);
    const number = Number(value);
    if (!Number.isFinite(number)) throw this.wrong(`“${shorten(value)}” is not a number.`);
    const kind = this.kinds[this.style] ?? 'number';
    if (kind === 'date') {
      const day = this.workbook.dayOf(number);
      if (day === null) throw this.wrong(`The date with the number ${value} is none of the calendar.`);
      return day;
    }
    // Fifteen digits are what a spreadsheet keeps and shows; the rest is noise of its arithmetic.
    const shown = Number((kind === 'percent' ? number * 100 : number).toPrecision(15));
    return kind === 'percent' ? `${shown}%` : String(shown);
  }

  private wrong(reason: string): UnreadableSheet {
    return new UnreadableSheet({ row: Math.max(1, this.row), column: this.column < 0 ? null : columnLabel(this.column, []), reason });
  }
}

/** `C5` is column 2. */
function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference) {
    const at = letter.charCodeAt(0) - 64;
    if (at < 1 || at > 26) break;
    index = index * 26 + at;
  }
  return index - 1;
}
