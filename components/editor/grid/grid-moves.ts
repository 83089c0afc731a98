// Where a key leads in a grid: pure, so that it can be tested without one.

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows of one page. */
  readonly page: number;
}

export interface Pressed {
  readonly key: string;
  readonly ctrl: boolean;
}

export function rangeOf(anchor: Spot, active: Spot): Range {
  return {
    top: Math.min(anchor.row, active.row), bottom: Math.max(anchor.row, active.row), start: Math.min(anchor.column, active.column), end: Math.max(anchor.column, active.column),
  };
}

export const holds = ({ top, bottom, start, end }: Range, { row, column }: Spot): boolean => row >= top && row <= bottom && column >= start && column <= end;

/** The spot a key leads to, or null where it is no key of moving. Ctrl with an arrow goes to the edge of what is filled. */
export function moveTo(spot: Spot, { key, ctrl }: Pressed, { rows, columns, page }: Extent, isFilled: (spot: Spot) => boolean): Spot | null {
  const clamp = ({ row, column }: Spot): Spot => ({ row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) });
  const step = STEPS[key];
  if (step !== undefined) {
    return ctrl ? edge(spot, step, (one) => one.row >= 0 && one.row < rows && one.column >= 0 && one.column < columns, isFilled) : clamp({ row: spot.row + step.row, column: spot.column + step.column });
  }
  switch (key) {
    case 'Home': return ctrl ? { row: 0, column: 0 } : { row: spot.row, column: 0 };
    case 'End': return ctrl ? { row: rows - 1, column: columns - 1 } : { row: spot.row, column: columns - 1 };
    case 'PageUp': return clamp({ row: spot.row - page, column: spot.column });
    case 'PageDown': return clamp({ row: spot.row + page, column: spot.column });
    default: return null;
  }
}

const STEPS: Readonly<Record<string, Spot>> = { ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 }, ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 } };

/** As spreadsheets do: to the end of a filled run, or over a gap to the next filled cell, or to the border. */
function edge(spot: Spot, step: Spot, isInside: (spot: Spot) => boolean, isFilled: (spot: Spot) => boolean): Spot {
  const next = ({ row, column }: Spot): Spot => ({ row: row + step.row, column: column + step.column });
  const first = next(spot);
  if (!isInside(first)) return spot;
  const isRun = isFilled(spot) && isFilled(first);
  let at = first;
  for (let ahead = next(at); isInside(ahead); ahead = next(at)) {
    if (isRun ? !isFilled(ahead) : isFilled(at)) return at;
    at = ahead;
  }
  return at;
}

/** The next cell by Tab: along the row, then into the next; null beyond the last or before the first. */
export function tabTo({ row, column }: Spot, isBack: boolean, { rows, columns }: Extent): Spot | null {
  const at = row * columns + column + (isBack ? -1 : 1);
  return at < 0 || at >= rows * columns ? null : { row: Math.floor(at / columns), column: at % columns };
}
