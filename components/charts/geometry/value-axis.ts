import { scaleLinear } from 'd3-scale';
import type { Tick } from '@/domain/chart/model-parts';
import { textWidth } from './text-fit';

export interface PlacedValueTick {
  readonly y: number;
  readonly label: string;
  readonly isBase: boolean;
}

/** A vertical value axis: 0 at `base`, `max` at `top`, both in px from the top of the drawing. */
export interface PlacedValueAxis {
  readonly top: number;
  readonly base: number;
  readonly ticks: readonly PlacedValueTick[];
  /** Width in px that the labels need left of the plot. */
  readonly gutter: number;
  readonly y: (value: number) => number;
}

/** Lays a value axis of the model over `[top, base]`; on low plots only ticks of weight 1 stay. */
export function placeValueAxis(max: number, ticks: readonly Tick[], top: number, base: number): PlacedValueAxis {
  const scale = scaleLinear().domain([0, Math.max(max, 1)]).range([base, top]);
  // Hundredths of a pixel are enough, and keep the markup short.
  const y = (value: number): number => Math.round(scale(value) * 100) / 100;
  const isLow = (base - top) / Math.max(ticks.length, 1) < 24;
  const kept = ticks.filter(({ weight }) => !isLow || weight === 1);
  return {
    top,
    base,
    ticks: kept.map(({ at, label }) => ({ y: y(at), label, isBase: at === 0 })),
    gutter: Math.ceil(Math.max(18, ...ticks.map(({ label }) => textWidth(label, 12) + 12))),
    y,
  };
}
