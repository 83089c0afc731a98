import { acrossOf, downOf } from './map-frame';
import type { Block } from './map-settle';
import { textWidth } from './text-fit';

/** Words of the map itself, by the middle of the word. Sparse: they are there to find one's way by. */
export interface MapWord {
  readonly lines: readonly string[];
  readonly rank: 'country' | 'neighbour' | 'province' | 'line';
  readonly x: number;
  readonly y: number;
  /** The map on which it stands. */
  readonly layout: 'narrow' | 'wide' | 'both';
}

const SIZES = { country: 13, neighbour: 11, province: 11.5, line: 11.5 } as const;
/** Letter spacing in em, as the style sheet sets it. */
const SPACING = { country: 0.2, neighbour: 0.06, province: 0.02, line: 0 } as const;
export const WORD_LEADING = 14;

function word(rank: MapWord['rank'], text: string, longitude: number, latitude: number, layout: MapWord['layout'] = 'wide'): MapWord {
  return { lines: text.split('\n'), rank, x: acrossOf(longitude), y: downOf(latitude), layout };
}

export const MAP_WORDS: readonly MapWord[] = [
  word('country', 'Afghanistan', 66.3, 34.35),
  word('country', 'Afghanistan', 66, 34.9, 'narrow'),
  word('country', 'Pakistan', 70.9, 30.55, 'both'),
  word('neighbour', 'Iran', 60.95, 28.95),
  word('neighbour', 'Turkmenistan', 62.1, 36.65),
  word('neighbour', 'Uzbekistan', 65.9, 37.3),
  word('neighbour', 'Tajikistan', 69.05, 37.32),
  word('neighbour', 'India', 73.6, 29.3, 'both'),
  word('neighbour', 'Kashmir\n(disputed)', 74.4, 35.05),
  word('province', 'Herat', 62.5, 34.4),
  word('province', 'Helmand', 63.7, 31.4),
  word('province', 'Ghazni', 67.75, 33.15),
  word('province', 'Badakhshan', 70.75, 36.85),
  word('province', 'Balochistan', 68.1, 29.3),
  word('province', 'Punjab', 72.3, 31.4),
  word('line', 'Durand Line: not recognised\nby Afghanistan', 63.4, 29.04),
  word('line', 'Durand Line: not recognised\nby Afghanistan', 69.1, 29.5, 'narrow'),
];

/** The room that a word takes, so that names of places keep clear of it. */
export function blockOfWord({ lines, rank, x, y }: MapWord): Block {
  const half = Math.max(...lines.map((line) => textWidth(line, SIZES[rank]) + line.length * SPACING[rank] * SIZES[rank])) / 2;
  return { x, y, left: -half, right: half, top: -10, bottom: 4 + (lines.length - 1) * WORD_LEADING };
}
