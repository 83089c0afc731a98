// A pasted block is laid by its own headings where it has them, else from the cell it is pasted into; nothing is dropped silently.

import type { Period } from '../period';
import { periodNamed } from './period-name';
import { parseTypedValue } from './typed-value';

/** Rows of cells as text. */
export type Block = readonly (readonly string[])[];

/** A line of the grid: a series by the names that a report may give it, or a period. */
export interface Line {
  readonly names: readonly string[];
  readonly period: Period | null;
}

export interface Target {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** Where it is pasted, and how far the selection reaches; indexes from 0, inclusive. */
  readonly top: number;
  readonly start: number;
  readonly bottom: number;
  readonly end: number;
}

export interface Laid {
  readonly cells: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** Which headings of the block were followed. */
  readonly headings: 'none' | 'rows' | 'columns' | 'both';
  /** Cells with text that found no place, with the heading that names none or `beyond the grid`. */
  readonly left: readonly { readonly text: string; readonly why: string }[];
}

/** Tab-separated text as spreadsheets copy it: cells with tabs, line ends or quotes stand in quotes, quotes doubled; a last line end is no row. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (at <= body.length) {
    const quoted = body[at] === '"' ? quotedCell(body, at) : null;
    const end = quoted?.end ?? nextEnd(body, at);
    row.push(quoted?.text ?? body.slice(at, end));
    if (body[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

/** A cell in quotes, where its closing quote ends the cell; else the quote is a character like others. */
function quotedCell(body: string, from: number): { readonly text: string; readonly end: number } | null {
  let at = from + 1;
  for (;;) {
    const close = body.indexOf('"', at);
    if (close < 0) return null;
    if (body[close + 1] === '"') at = close + 2;
    else {
      const follows = body[close + 1];
      return follows === undefined || follows === '\t' || follows === '\n' ? { text: body.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 } : null;
    }
  }
}

function nextEnd(body: string, from: number): number {
  const found = body.slice(from).search(/[\t\n]/);
  return found < 0 ? body.length : from + found;
}

/** The block as spreadsheets take it. */
export function printTsv(block: Block): string {
  return block.map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
}

/** Lays a block: by its headings, turned where it lies the other way, repeated over a selection that is a multiple of it. */
export function layBlock(block: Block, target: Target): Laid {
  const width = Math.max(0, ...block.map((row) => row.length));
  const full = block.map((row) => Array.from({ length: width }, (_, at) => (row[at] ?? '').trim()));
  if (full.length === 0 || width === 0) return { cells: [], headings: 'none', left: [] };
  const headed = byHeadings(full, target);
  if (headed !== null) return headed;
  const turned = byHeadings(turn(full), target);
  return turned ?? fromCorner(full, width, target);
}

const turn = (block: Block): string[][] => (block[0] ?? []).map((_, at) => block.map((row) => row[at] ?? ''));

function byHeadings(block: string[][], target: Target): Laid | null {
  const [first = [], ...rest] = block;
  const side = block.map((row) => row[0] ?? '');
  const columns = headingsOf(first.slice(1), target.columns) ?? null;
  const rows = headingsOf(side.slice(1), target.rows);
  if (columns !== null && rows !== null && rest.length > 0) {
    return place(rest.map((row) => row.slice(1)), rows.map(asPlace), columns.map(asPlace), 'both');
  }
  const all = headingsOf(first, target.columns);
  if (all !== null && rest.length > 0) return place(rest, rest.map((_, at) => within(target.top + at, target.rows.length)), all.map(asPlace), 'columns');
  const sides = headingsOf(side, target.rows);
  if (sides !== null && first.length > 1) {
    return place(block.map((row) => row.slice(1)), sides.map(asPlace), first.slice(1).map((_, at) => within(target.start + at, target.columns.length)), 'rows');
  }
  return null;
}

interface Heading { readonly at: number | null; readonly text: string }
interface Place { readonly at: number | null; readonly why: string }

const asPlace = ({ at, text }: Heading): Place => ({ at, why: text === '' ? 'it has no heading' : `“${text}” is not in the grid` });
const within = (at: number, count: number): Place => ({ at: at < count ? at : null, why: 'it lies beyond the grid' });

/** Texts that are headings: none is a value, and most name a line. A bare year is a heading only where the grid has that year. Null where they are none. */
function headingsOf(texts: readonly string[], lines: readonly Line[]): Heading[] | null {
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return null;
  const found = texts.map((text): Heading => ({ at: text === '' ? null : lineNamed(text, lines), text }));
  const hits = found.filter(({ at }) => at !== null).length;
  const isValue = (text: string) => parseTypedValue(text).ok;
  if (hits === 0 || found.some(({ at, text }) => at === null && text !== '' && isValue(text))) return null;
  return hits * 2 >= filled.length ? found : null;
}

function lineNamed(text: string, lines: readonly Line[]): number | null {
  const period = periodNamed(text);
  if (period !== null) {
    const at = lines.findIndex((line) => line.period !== null && line.period.start === period.start && line.period.end === period.end);
    if (at >= 0) return at;
  }
  const name = fold(text);
  const hits = lines.flatMap(({ names }, at) => (names.some((one) => fold(one) === name) ? [at] : []));
  return hits.length === 1 ? (hits[0] ?? null) : null;
}

/** Names are compared by their letters and digits. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/&/g, 'and').replace(/[^\p{L}\p{N}]+/gu, '');
}

function place(body: Block, rows: readonly Place[], columns: readonly Place[], headings: Laid['headings']): Laid {
  const cells: { row: number; column: number; text: string }[] = [];
  const left: { text: string; why: string }[] = [];
  body.forEach((line, down) => line.forEach((text, across) => {
    const [row, column] = [rows[down], columns[across]];
    if (text === '' || row === undefined || column === undefined) return;
    if (row.at === null || column.at === null) left.push({ text, why: row.at === null ? row.why : column.why });
    else cells.push({ row: row.at, column: column.at, text });
  }));
  return { cells, headings, left };
}

function fromCorner(block: Block, width: number, target: Target): Laid {
  const { rows, columns, top, start, bottom, end } = target;
  const [tall, wide] = [bottom - top + 1, end - start + 1];
  const repeats = tall % block.length === 0 && wide % width === 0;
  const [height, breadth] = repeats ? [tall, wide] : [block.length, width];
  const tiled = Array.from({ length: height }, (_, down) => Array.from({ length: breadth }, (_, across) => block[down % block.length]?.[across % width] ?? ''));
  return place(tiled, tiled.map((_, at) => within(top + at, rows.length)), (tiled[0] ?? []).map((_, at) => within(start + at, columns.length)), 'none');
}
