import { parse, type CsvError } from 'csv-parse';
import { findDelimiter } from '@/domain/import/delimiter';
import { brokenText, columnLabel, shorten, type SheetRow } from '@/domain/import/sheet';
import { piecesOf, type FileBytes } from './file-bytes';
import type { FileFormat } from './file-format';
import { UnreadableSheet, type RowBatch } from './unreadable';

// A text file of rows, read piece by piece: memory holds one piece and its rows, whatever the length of the file.

/** A row longer than this is a quote that nobody closed. */
const LONGEST_ROW = 1024 * 1024;

/** Rows in the order of the file. Throws UnreadableSheet with row, column and reason where the file cannot be read on. */
export async function* readCsv(file: FileBytes, { encoding, beginning }: Extract<FileFormat, { kind: 'text' }>): AsyncGenerator<RowBatch> {
  const pieces = new CsvPieces(findDelimiter(beginning), encoding);
  let offset = 0;
  for await (const piece of piecesOf(file, 0, file.size)) {
    offset += piece.length;
    const rows = await pieces.take(piece);
    if (rows.length > 0) yield { rows, progress: offset / file.size };
  }
  yield { rows: await pieces.end(), progress: 1 };
}

class CsvPieces {
  private rows: SheetRow[] = [];
  private row = 0;
  /** Once something broken went by, every cell is looked at: the row that holds it may end in a later piece. */
  private isSuspicious = false;
  private failed: Error | null = null;
  private readonly decoder: TextDecoder;
  private readonly parser;

  constructor(delimiter: string, encoding: string) {
    this.decoder = new TextDecoder(encoding);
    this.parser = parse({
      delimiter,
      // All three at once: files pasted together from several have several.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A quote inside a cell that does not begin with one is a letter: 31°N 45'12".
      relax_quotes: true,
      trim: delimiter !== '\t',
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[]) => {
        this.take1(cells);
        return null;
      },
    });
    this.parser.on('error', (error) => {
      this.failed = error;
    });
    this.parser.resume();
  }

  take(bytes: Uint8Array): Promise<SheetRow[]> {
    return this.write(this.decoder.decode(bytes, { stream: true }));
  }

  async end(): Promise<SheetRow[]> {
    await this.write(this.decoder.decode());
    if (this.failed === null) {
      await new Promise<void>((resolve) => {
        this.parser.once('error', () => resolve());
        this.parser.end(() => resolve());
      });
    }
    return this.handOver();
  }

  private async write(text: string): Promise<SheetRow[]> {
    if (/[\0\uFFFD]/.test(text)) this.isSuspicious = true;
    if (text !== '' && this.failed === null) {
      await new Promise<void>((resolve) => {
        this.parser.write(text, () => resolve());
      });
    }
    return this.handOver();
  }

  private handOver(): SheetRow[] {
    if (this.failed !== null) throw this.unreadable(this.failed);
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private take1(cells: readonly string[]): void {
    this.row += 1;
    if (this.isSuspicious) {
      for (const [index, cell] of cells.entries()) {
        const reason = brokenText(cell);
        if (reason !== null) throw new UnreadableSheet({ row: this.row, column: columnLabel(index, []), reason });
      }
    }
    this.rows.push({ row: this.row, cells });
  }

  private unreadable(error: Error): Error {
    if (error instanceof UnreadableSheet) return error;
    const { code, column } = error as CsvError;
    const at = typeof column === 'number' ? columnLabel(column, []) : null;
    return new UnreadableSheet({ row: this.row + 1, column: at, reason: REASONS[code] ?? `The row cannot be read: ${shorten(error.message, 160)}` });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quote that opens here is never closed. Close it, or remove it.',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'Something stands behind a closing quote. Put the whole cell in quotes and double the quotes inside it.',
  CSV_INVALID_CLOSING_QUOTE: 'Something stands behind a closing quote. Put the whole cell in quotes and double the quotes inside it.',
  CSV_MAX_RECORD_SIZE: 'The row is longer than a million letters. Most likely a quote that opens here is never closed.',
};
