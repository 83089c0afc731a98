import type { MapModel, MapPoint } from '@/domain/chart/model';
import { labelDay } from '@/domain/period';
import { acrossOf, ASPECT, CROP, downOf, isInFrame } from './map-frame';
import { type MapPlace, placesOf, radiusOf } from './map-places';
import { type Block, coverOf, type MapSize, type Move, settle } from './map-settle';
import { blockOfWord, MAP_WORDS } from './map-words';
import { textWidth } from './text-fit';

/** A name beside a mark: the first baseline in px from the mark. */
export interface MapLabel { readonly lines: readonly string[]; /** A last line of less weight. */ readonly note?: string; readonly dx: number; readonly dy: number; readonly anchor: 'start' | 'middle' | 'end' }

export interface PlacedCrossing {
  readonly point: MapPoint;
  readonly x: number;
  readonly y: number;
  readonly narrow: MapLabel;
  readonly wide: MapLabel;
}

/** What a place's mark has at one range of widths; a name only where it takes room from nothing else. */
export interface PlaceStand extends Move { readonly r: number; readonly label: MapLabel | null }

export interface PlacedPlace {
  readonly place: MapPlace;
  readonly x: number;
  readonly y: number;
  readonly narrow: PlaceStand;
  readonly wide: PlaceStand;
}

export interface PlacedMap {
  /** Width over height. */
  readonly aspect: number;
  readonly crossings: readonly PlacedCrossing[];
  readonly places: readonly PlacedPlace[];
  /** Places of incidents outside the frame. */
  readonly outside: readonly MapPlace[];
}

/** Px of one of the squares of a crossing, and from one to the next. */
export const SQUARE = 8;
export const SQUARE_STEP = 9;
export const LABEL_LEADING = 13;
const LABEL_SIZE = 12.5;
const NAME_SIZE = 11.5;

const whole = (width: number): MapSize => ({ width, height: width / ASPECT, left: 0, right: width });
const cropped = (box: number): MapSize => {
  const width = box * CROP.scale;
  return { width, height: width / ASPECT, left: width * CROP.shift, right: width * CROP.shift + box };
};
/** Boxes for which one layout has to do, in px: from the narrowest phone to where the crop ends, and from there on. */
const NARROW = [280, 340, 430, 520, CROP.below - 1].map(cropped);
const WIDE = [CROP.below, 760, 900, 1100].map(whole);

/** Half the width of a crossing's row of squares. */
export function halfOf({ lanes }: MapPoint): number {
  return (Math.max(lanes.length, 1) * SQUARE_STEP) / 2;
}

function blockOfLabel({ lines, note, dx, dy, anchor }: MapLabel, x: number, y: number, size: number): Block {
  const width = Math.max(...lines.map((line) => textWidth(line, size)), textWidth(note ?? '', NAME_SIZE));
  const rows = lines.length + (note === undefined ? 0 : 1);
  const left = anchor === 'start' ? dx : anchor === 'end' ? dx - width : dx - width / 2;
  return { x, y, left: left - 1, right: left + width + 1, top: dy - size * 0.82, bottom: dy + (rows - 1) * LABEL_LEADING + size * 0.28 };
}

/** Where a name can stand beside a mark that takes `half` px to each side and `tall` px up and down; the better places first. */
function candidates(text: Pick<MapLabel, 'lines' | 'note'>, half: number, tall: number): readonly MapLabel[] {
  const rows = text.lines.length + (text.note === undefined ? 0 : 1);
  const middle = 4.3 - ((rows - 1) * LABEL_LEADING) / 2;
  const above = -tall - 4 - (rows - 1) * LABEL_LEADING;
  const below = tall + 12;
  return [
    { ...text, dx: half + 4, dy: middle, anchor: 'start' }, { ...text, dx: -half - 4, dy: middle, anchor: 'end' },
    { ...text, dx: 0, dy: below, anchor: 'middle' }, { ...text, dx: 0, dy: above, anchor: 'middle' },
    { ...text, dx: half, dy: below - 2, anchor: 'start' }, { ...text, dx: half, dy: above + 2, anchor: 'start' },
    { ...text, dx: -half, dy: below - 2, anchor: 'end' }, { ...text, dx: -half, dy: above + 2, anchor: 'end' },
  ];
}

function best(options: readonly MapLabel[], coverAt: (label: MapLabel) => number): { readonly label: MapLabel; readonly cover: number } | null {
  return options.map((label, index) => ({ label, cover: coverAt(label) + index * 0.01 })).reduce<{ label: MapLabel; cover: number } | null>(
    (least, one) => (least === null || one.cover < least.cover ? one : least), null,
  );
}

const squaresBlock = (point: MapPoint): Block => ({ x: acrossOf(point.longitude), y: downOf(point.latitude), left: -halfOf(point) - 1, right: halfOf(point) + 1, top: -SQUARE / 2 - 1, bottom: SQUARE / 2 + 1 });

/** The names of both sides one under the other; the wide map has room for the day too. */
function textOf(point: MapPoint, layout: 'narrow' | 'wide'): Pick<MapLabel, 'lines' | 'note'> {
  const lines = point.label.split(' / ');
  return layout === 'wide' ? { lines, note: `on ${labelDay(point.day)}` } : { lines };
}

interface Layout { readonly labels: ReadonlyMap<string, MapLabel>; readonly stands: readonly PlaceStand[] }

/** One layout: crossings stay where they are, their names take the best side, the places part, then their names fill what is left. */
function layOut(layout: 'narrow' | 'wide', crossings: readonly MapPoint[], places: readonly MapPlace[]): Layout {
  const sizes = layout === 'narrow' ? NARROW : WIDE;
  const words = MAP_WORDS.filter((word) => word.layout === 'both' || word.layout === layout).map(blockOfWord);
  const squares = crossings.map(squaresBlock);
  const homes = places.map(({ longitude, latitude, points }): Block => {
    const r = radiusOf(points.length, layout);
    return { x: acrossOf(longitude), y: downOf(latitude), left: -r, right: r, top: -r, bottom: r };
  });
  const labels = new Map<string, MapLabel>();
  const taken: Block[] = [];
  for (const point of crossings) {
    const [x, y] = [acrossOf(point.longitude), downOf(point.latitude)];
    const others = [...squares, ...taken, ...homes, ...words];
    const choice = best(candidates(textOf(point, layout), halfOf(point), SQUARE / 2), (label) => coverOf(blockOfLabel(label, x, y, LABEL_SIZE), others, sizes));
    if (choice === null) continue;
    labels.set(point.id, choice.label);
    taken.push(blockOfLabel(choice.label, x, y, LABEL_SIZE));
  }
  const discs = places.map(({ longitude, latitude, points }) => ({ x: acrossOf(longitude), y: downOf(latitude), r: radiusOf(points.length, layout) }));
  const moves = settle(discs, [...squares, ...taken], sizes);
  const marks = discs.map(({ x, y, r }, index): Block => {
    const { dx, dy } = moves[index] ?? { dx: 0, dy: 0 };
    return { x, y, left: dx - r, right: dx + r, top: dy - r, bottom: dy + r };
  });
  const named: Block[] = [];
  const stands = places.map((place, index): PlaceStand => {
    const move = moves[index] ?? { dx: 0, dy: 0 };
    const disc = discs[index];
    const isNamed = crossings.some(({ label }) => label.split(' / ').includes(place.name));
    if (disc === undefined || isNamed) return { ...move, r: disc?.r ?? 0, label: null };
    const others = [...squares, ...taken, ...marks.filter((_, other) => other !== index), ...named, ...words];
    const moved = candidates({ lines: [place.name] }, disc.r - 1, disc.r).map((label) => ({ ...label, dx: label.dx + move.dx, dy: label.dy + move.dy }));
    const choice = best(moved, (label) => coverOf(blockOfLabel(label, disc.x, disc.y, NAME_SIZE), others, sizes));
    if (choice === null || choice.cover > 0.5) return { ...move, r: disc.r, label: null };
    named.push(blockOfLabel(choice.label, disc.x, disc.y, NAME_SIZE));
    return { ...move, r: disc.r, label: choice.label };
  });
  return { labels, stands };
}

/** Crossings on their spots and one disc for each place of incidents, moved apart by px; x and y are fractions of the map. */
export function placeMap(model: MapModel): PlacedMap {
  const crossings = model.points.filter((point) => point.nature === 'crossing' && isInFrame(point));
  const all = placesOf(model.points);
  const places = all.filter(({ number }) => number !== null);
  const narrow = layOut('narrow', crossings, places);
  const wide = layOut('wide', crossings, places);
  const beside: MapLabel = { lines: [], dx: 0, dy: 0, anchor: 'start' };
  const still: PlaceStand = { dx: 0, dy: 0, r: 0, label: null };
  return {
    aspect: ASPECT,
    crossings: crossings.map((point) => ({
      point, x: acrossOf(point.longitude), y: downOf(point.latitude), narrow: narrow.labels.get(point.id) ?? beside, wide: wide.labels.get(point.id) ?? beside,
    })),
    places: places.map((place, index) => ({
      place, x: acrossOf(place.longitude), y: downOf(place.latitude), narrow: narrow.stands[index] ?? still, wide: wide.stands[index] ?? still,
    })),
    outside: all.filter(({ number }) => number === null),
  };
}
