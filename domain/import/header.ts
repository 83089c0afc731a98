// The first row with something in it is the header; rows of HXL tags under it are no data.

import { accept, refuse } from '../outcome';
import type { Outcome, Refusal } from '../outcome';
import { cellText, columnLabel, columnLetter, isBlankRow } from './sheet';
import type { CellProblem, SheetRow } from './sheet';

export interface Header {
  /** The row it stands in. */
  readonly row: number;
  /** Names as written, without blanks at their ends; an unnamed column is ''. */
  readonly names: readonly string[];
}

export interface HeaderRefusal extends Refusal {
  readonly code: 'header';
  readonly problem: CellProblem;
}

/** More columns than any layout has are a sign of a file that is something else. */
export const MOST_COLUMNS = 1_000;

/** Reads a row as the header, or null where the row is blank. Refuses two columns of one name and too many columns. */
export function readHeader(row: SheetRow): Outcome<Header, HeaderRefusal> | null {
  if (isBlankRow(row.cells)) return null;
  const names = row.cells.map((cell) => cellText(cell));
  while (names.at(-1) === '') names.pop();
  if (names.length > MOST_COLUMNS) return refused(row.row, null, `The header has ${names.length} columns; at most ${MOST_COLUMNS} can be read.`);
  const first = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === '') continue;
    const before = first.get(foldName(name));
    if (before !== undefined) {
      return refused(row.row, columnLabel(index, names), `Column ${columnLetter(before)} has the same name, so nobody can tell which is meant. Rename one of them.`);
    }
    first.set(foldName(name), index);
  }
  return accept({ row: row.row, names });
}

function refused(row: number, column: string | null, reason: string): { readonly ok: false; readonly refusal: HeaderRefusal } {
  return refuse({ code: 'header', message: reason, problem: { row, column, reason } });
}

/** Names are compared without regard to case, blanks, dashes and underscores. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_\-.]+/g, '');
}

/** Whether a row holds HXL tags (`#date+start`) and nothing else. */
export function isTagRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => /^#[a-z][a-z0-9_+!%-]*$/i.test(cell));
}

/** The place of a column by its name, or -1. */
export function columnOf(names: readonly string[], name: string): number {
  const wanted = foldName(name);
  return names.findIndex((one) => foldName(one) === wanted);
}
