import { readHeader, isTagRow, type Header } from '@/domain/import/header';
import { isBlankRow, type SheetRow } from '@/domain/import/sheet';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import { readCsv } from './csv-rows';
import type { FileBytes } from './file-bytes';
import { findFormat, type FileFormat } from './file-format';
import { UnreadableSheet, type RowBatch } from './unreadable';
import { Workbook } from './workbook';
import { readWorkbook } from './workbook-rows';

// A file of any kind as one thing: its sheets, and the rows of one of them with the header told apart.

export interface OpenFile {
  readonly format: FileFormat['kind'];
  /** Empty for text files, which have one sheet without a name. */
  readonly sheets: readonly string[];
  /** Rows of one sheet; of the first where null. */
  rows(sheet: string | null): AsyncGenerator<RowBatch>;
}

/** Opens by the first bytes. Refuses what cannot be read with a sentence that says what to do. */
export async function openFile(file: FileBytes): Promise<Outcome<OpenFile>> {
  const format = await findFormat(file);
  if (!format.ok) return format;
  const found = format.value;
  if (found.kind === 'text') return accept({ format: 'text', sheets: [], rows: () => readCsv(file, found) });
  try {
    const workbook = await Workbook.open(file);
    const sheets = workbook.sheets.map(({ name }) => name);
    return accept({ format: 'workbook', sheets, rows: (sheet) => readWorkbook(workbook, sheet ?? sheets[0] ?? '') });
  } catch (error) {
    if (error instanceof UnreadableSheet) return refuse({ code: 'file-kind', message: error.problem.reason });
    throw error;
  }
}

export interface DataBatch {
  readonly header: Header;
  /** Rows with something in them, without the header and without tags. */
  readonly rows: readonly SheetRow[];
  readonly progress: number;
}

/** Rows of data after their header. Throws UnreadableSheet where there is no header or it cannot be used. */
export async function* dataRows(file: OpenFile, sheet: string | null): AsyncGenerator<DataBatch> {
  let header: Header | null = null;
  for await (const batch of file.rows(sheet)) {
    const rows: SheetRow[] = [];
    for (const row of batch.rows) {
      if (header === null) {
        const read = readHeader(row);
        if (read === null) continue;
        if (!read.ok) throw new UnreadableSheet(read.refusal.problem);
        header = read.value;
      } else if (!isBlankRow(row.cells) && !(row.row <= header.row + 2 && isTagRow(row.cells))) rows.push(row);
    }
    if (header !== null) yield { header, rows, progress: batch.progress };
  }
  if (header === null) throw new UnreadableSheet({ row: 1, column: null, reason: 'Nothing is written in it.' });
}
