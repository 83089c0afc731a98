import type { Band } from '@/domain/chart/model-parts';
import { bandEdges, tightestCount } from './band-edges';
import { fitClass, textWidth } from './text-fit';

export interface PlacedBand {
  readonly key: string;
  readonly x0: number;
  readonly x1: number;
  readonly label: string;
  readonly fit: string;
}

/** Bands that share a group label (a year), bracketed under the axis. */
export interface PlacedGroup {
  readonly label: string;
  readonly x0: number;
  readonly x1: number;
  readonly fit: string;
}

export interface PlacedBandAxis {
  readonly bands: readonly PlacedBand[];
  readonly groups: readonly PlacedGroup[];
  /** Height in px under the baseline. */
  readonly height: number;
}

const LABEL_SIZE = 12;

/** How often labels are thinned. Each stride divides the next, so that the survivors keep a rhythm inside their group. */
function stridesFor(groupLength: number): readonly number[] {
  return groupLength > 4 ? [1, 3, 6, 12] : [1, 2, 4];
}

/** Places `bands` side by side over the whole width; label `i` shows on plots wide enough for its stride. */
export function placeBandAxis(bands: readonly Band[], edges = bandEdges(bands)): PlacedBandAxis {
  const count = tightestCount(edges);
  const edge = (index: number): number => edges[index] ?? 1;
  const groups: { label: string; from: number; to: number }[] = [];
  bands.forEach((band, index) => {
    const last = groups[groups.length - 1];
    if (last !== undefined && last.label === band.groupLabel) last.to = index + 1;
    else groups.push({ label: band.groupLabel, from: index, to: index + 1 });
  });
  const hasGroups = groups.some(({ label }) => label !== '');
  const widest = Math.max(...bands.map(({ shortLabel }) => textWidth(shortLabel, LABEL_SIZE)), 0) + 5;
  const longest = Math.max(...groups.map(({ from, to }) => to - from), 1);
  const strides = hasGroups ? stridesFor(longest) : [1, 2, 5, 10];
  return {
    bands: bands.map((band, index): PlacedBand => {
      const group = groups.find(({ from, to }) => index >= from && index < to);
      const inGroup = hasGroups && group !== undefined ? index - (group.to - longest < 0 ? group.to - longest : group.from) : index;
      const stride = [...strides].reverse().find((candidate) => inGroup % candidate === 0) ?? 1;
      return { key: band.key, x0: edge(index), x1: edge(index + 1), label: band.shortLabel, fit: fitClass((widest * count) / stride) };
    }),
    groups: hasGroups
      ? groups.map(({ label, from, to }) => ({ label, x0: edge(from), x1: edge(to), fit: fitClass((textWidth(label, LABEL_SIZE) * 0.9 * count) / (to - from)) }))
      : [],
    height: hasGroups ? 46 : 26,
  };
}
