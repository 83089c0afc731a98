import type { ChartModel, PeriodPanel } from '@/domain/chart/model';

/** From so many bands on a drawing has more marks than a screen has columns: it shows what the columns can. */
export const DENSE = 400;
/** Narrowed to so few bands, each gets its own mark again. */
export const SPARSE = 90;

/** Whether a chart has more periods than `most`. */
export function isDenseModel(model: ChartModel, most = DENSE): boolean {
  return model.kind === 'periods' && model.bands.length > most;
}

/** What one column of pixels shows of a series: the lowest and the highest value in it, in the unit; null where it holds no value. */
export interface Column {
  /** Middle of the column as a fraction of the plot. */
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** The values of one series in at most `most` columns of equal width, from left to right; columns without a value are left out. */
export function columnsOf(marks: PeriodPanel['marks'], seriesId: string, bands: number, most: number): readonly (Column | null)[] {
  const count = Math.max(Math.min(Math.floor(most), bands), 1);
  const lows = new Float64Array(count).fill(Infinity);
  const highs = new Float64Array(count).fill(-Infinity);
  for (const mark of marks) {
    if (mark.seriesId !== seriesId || mark.value === null || mark.status !== 'current') continue;
    const column = Math.min(Math.floor((mark.band * count) / bands), count - 1);
    const top = mark.span[1];
    if (top < (lows[column] ?? Infinity)) lows[column] = top;
    if (top > (highs[column] ?? -Infinity)) highs[column] = top;
  }
  return Array.from(lows, (low, column) => (low === Infinity ? null : { x: (column + 0.5) / count, low, high: highs[column] ?? low }));
}

const px = (value: number): number => Math.round(value * 10) / 10;

/** Bars as one path: a stroke from the base to the highest value of each column. */
export function barsPath(columns: readonly (Column | null)[], width: number, base: number, y: (value: number) => number): string {
  return columns.map((column) => (column === null ? '' : `M${px(column.x * width)} ${base}V${px(Math.min(y(column.high), base - 1))}`)).join('');
}

/** A line as one path that touches the lowest and the highest value of each column and breaks where a column has none. */
export function linePath(columns: readonly (Column | null)[], width: number, y: (value: number) => number): string {
  let isOpen = false;
  return columns.map((column) => {
    if (column === null) {
      isOpen = false;
      return '';
    }
    const x = px(column.x * width);
    const start = `${isOpen ? 'L' : 'M'}${x} ${px(y(column.low))}`;
    isOpen = true;
    return column.high === column.low ? (start.startsWith('M') ? `${start}h.1` : start) : `${start}V${px(y(column.high))}`;
  }).join('');
}
