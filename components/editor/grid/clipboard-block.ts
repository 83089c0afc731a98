import { parseTsv, type Block } from '@/domain/entry/paste-block';

/** What a spreadsheet, a document or a web page put on the clipboard, as rows of cells; null where it holds no text. */
export function blockOf(data: Pick<DataTransfer, 'getData'>): Block | null {
  const text = data.getData('text/plain');
  const table = tableOf(data.getData('text/html'));
  const plain = text === '' ? null : parseTsv(text);
  // Excel and Sheets give both and agree; a page or a document may give its table in HTML alone, cell under cell as text.
  if (table !== null && (plain === null || widthOf(table) > widthOf(plain))) return table;
  return plain;
}

const widthOf = (block: Block): number => Math.max(0, ...block.map((row) => row.length));

/** The first table of a fragment; spanned cells stand once, with blanks where they reach. */
function tableOf(html: string): string[][] | null {
  if (!/<table/i.test(html)) return null;
  const rows = [...(new DOMParser().parseFromString(html, 'text/html').querySelector('table')?.rows ?? [])];
  const block: string[][] = rows.map(() => []);
  rows.forEach((row, down) => {
    let across = 0;
    for (const cell of row.cells) {
      while (block[down]?.[across] !== undefined) across += 1;
      for (let more = 0; more < Math.min(cell.rowSpan || 1, rows.length - down); more += 1) {
        for (let wide = 0; wide < cell.colSpan; wide += 1) (block[down + more] ?? [])[across + wide] = more === 0 && wide === 0 ? (cell.textContent ?? '').replace(/\s+/g, ' ').trim() : '';
      }
      across += cell.colSpan;
    }
  });
  return block.length === 0 ? null : block.map((row) => Array.from(row, (cell) => cell ?? ''));
}
