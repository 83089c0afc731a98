/** A mark as pointer, keys and tooltip know it: where it is, what it says, where its sources are. */
export interface WalkMark {
  readonly id: string;
  /** Index of its plot among those of the chart. */
  readonly plot: number;
  readonly seriesId: string;
  /** Left and right go along a row by column; up and down change the row. */
  readonly row: number;
  readonly column: number;
  /** x as fractions of the plot, y in px. */
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** `column`: answers over the whole height of its plot. `row`: over the whole width. `box`: near itself only. */
  readonly reach: 'column' | 'row' | 'box';
  readonly spoken: string;
  readonly citations: readonly number[];
  readonly tip: { readonly head: string; readonly value: string; readonly unit: string; readonly lines: readonly string[] };
}

/** How near in px the pointer must come to a mark that answers near itself only. */
const NEAR = 26;
const SPARE = 6;

function outside(value: number, from: number, to: number): number {
  return value < from ? from - value : value > to ? value - to : 0;
}

/** Whether a point lies on a mark, with a few px to spare. */
export function isInside(mark: WalkMark, x: number, y: number, width: number): boolean {
  return outside(x, mark.x0 * width, mark.x1 * width) <= SPARE && outside(y, mark.y0, mark.y1) <= SPARE;
}

/** The mark of plot `plot` under or nearest to a point (px from the plot's top left), or null where none is near. */
export function nearestMark(marks: readonly WalkMark[], plot: number, x: number, y: number, width: number): WalkMark | null {
  let best: WalkMark | null = null;
  let least = Infinity;
  for (const mark of marks) {
    if (mark.plot !== plot) continue;
    const dx = outside(x, mark.x0 * width, mark.x1 * width);
    const dy = outside(y, mark.y0, mark.y1);
    const isNear = mark.reach === 'column' ? dx <= NEAR : mark.reach === 'row' ? dy <= NEAR : Math.hypot(dx, dy) <= NEAR;
    const cost = mark.reach === 'column' ? dx * 1000 + dy : mark.reach === 'row' ? dy * 1000 + dx : Math.hypot(dx, dy);
    if (isNear && cost < least) {
      best = mark;
      least = cost;
    }
  }
  return best;
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

const byPlace = (a: WalkMark, b: WalkMark): number => a.row - b.row || a.column - b.column;

/** The mark one step on from `from` (null: the walk begins). At an edge the walk goes on in reading order, and stops at the ends. */
export function stepFrom(marks: readonly WalkMark[], from: WalkMark | null, step: Step): WalkMark | null {
  const sorted = [...marks].sort(byPlace);
  const first = sorted[0] ?? null;
  const last = sorted[sorted.length - 1] ?? null;
  if (step === 'first') return first;
  if (step === 'last') return last;
  const index = sorted.findIndex(({ id }) => id === from?.id);
  const here = sorted[index];
  if (here === undefined) return step === 'left' || step === 'up' ? last : first;
  if (step === 'left') return sorted[index - 1] ?? here;
  if (step === 'right') return sorted[index + 1] ?? here;
  const rows = [...new Set(sorted.map(({ row }) => row))];
  const row = rows[rows.indexOf(here.row) + (step === 'down' ? 1 : -1)];
  if (row === undefined) return here;
  return sorted.filter((mark) => mark.row === row).reduce<WalkMark>((best, mark) =>
    (best.row !== row || Math.abs(mark.column - here.column) < Math.abs(best.column - here.column) ? mark : best), here);
}
