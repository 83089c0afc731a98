import { scaleLinear } from 'd3-scale';
import type { ClosureBar } from '@/domain/chart/closures-model';
import type { PeriodsModel } from '@/domain/chart/model';

/** A closure over a chart of periods: x as fractions of the plot, cut off at its edges. */
export interface PlacedClosureSpan {
  readonly bar: ClosureBar;
  readonly softX0: number;
  readonly x0: number;
  readonly x1: number;
  readonly softX1: number;
  /** Top of its strip in px. */
  readonly y: number;
  readonly rivals: readonly { readonly x: number; readonly label: string }[];
}

export interface PlacedClosureStrips {
  readonly rows: readonly { readonly id: string; readonly crossing: string; /** Baseline of its name. */ readonly nameY: number; readonly y: number }[];
  readonly spans: readonly PlacedClosureSpan[];
  /** Px that the strips take above the plot. */
  readonly height: number;
}

/** A name over its strip, so that both have room on narrow drawings. */
const ROW = 29;
export const STRIP_HEIGHT = 9;
const clamp = (fraction: number): number => Math.min(1, Math.max(0, fraction));

/** The strips of closures above the plot, from `top` px on; null where a chart has none. */
export function placeClosureStrips({ closures, dayAxis }: PeriodsModel, top: number): PlacedClosureStrips | null {
  if (closures === undefined || dayAxis === undefined) return null;
  const across = scaleLinear().domain([dayAxis.from, Math.max(dayAxis.to, dayAxis.from + 1)]).range([0, 1]);
  const rows = closures.rows.map((row, index) => ({ ...row, nameY: top + index * ROW + 12, y: top + index * ROW + 17 }));
  const spans = closures.bars.filter(({ status }) => status === 'current').map((bar): PlacedClosureSpan => ({
    bar, y: rows[bar.row]?.y ?? top, softX0: clamp(across(bar.softFrom)), x0: clamp(across(bar.solidFrom)), x1: clamp(across(bar.solidTo)), softX1: clamp(across(bar.softTo)),
    rivals: bar.rivals.filter(({ at }) => at >= dayAxis.from && at <= dayAxis.to).map(({ at, label }) => ({ x: across(at), label })),
  }));
  return { rows, spans, height: rows.length * ROW + 4 };
}
