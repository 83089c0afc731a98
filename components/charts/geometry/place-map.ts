import { scaleLinear } from 'd3-scale';
import type { MapModel, MapPoint } from '@/domain/chart/model';
import { spread } from './place-year-to-date';

export interface PlacedMapPoint {
  readonly point: MapPoint;
  readonly x: number;
  readonly y: number;
  readonly labelY: number;
  readonly labelSide: 'start' | 'end';
  readonly state: 'open' | 'closed' | 'partly' | 'unknown' | 'incident';
}

export interface PlacedMap {
  readonly height: number;
  readonly points: readonly PlacedMapPoint[];
  readonly meridians: readonly { readonly x: number; readonly label: string }[];
  readonly parallels: readonly { readonly y: number; readonly label: string }[];
}

const HEIGHT = 460;
const TOP = 14;
const BASE = HEIGHT - 30;
/** Degrees around the whole border, so that the frame does not move with the data. */
const FRAME = { west: 60.5, east: 75, south: 29, north: 37.2 } as const;

function stateOf(point: MapPoint): PlacedMapPoint['state'] {
  if (point.nature === 'incident') return 'incident';
  const states = new Set(point.lanes.map(({ state }) => state));
  if (states.size === 1) return states.has('open') ? 'open' : states.has('closed') ? 'closed' : 'unknown';
  return states.has('closed') ? 'partly' : 'unknown';
}

/** A plain frame of longitude and latitude; labels of neighbours on one side are moved apart. */
export function placeMap(model: MapModel): PlacedMap {
  const across = scaleLinear().domain([FRAME.west, FRAME.east]).range([0, 1]);
  const down = scaleLinear().domain([FRAME.north, FRAME.south]).range([TOP, BASE]);
  const drafts = model.points.map((point) => ({
    point, x: across(point.longitude), y: down(point.latitude), labelSide: point.longitude > 68.5 ? 'end' as const : 'start' as const,
  }));
  const labelYs = new Map<string, number>();
  for (const side of ['start', 'end'] as const) {
    const column = drafts.filter(({ labelSide }) => labelSide === side);
    spread(column.map(({ y }) => y), 15, BASE).forEach((y, index) => {
      const draft = column[index];
      if (draft !== undefined) labelYs.set(draft.point.id, y);
    });
  }
  return {
    height: HEIGHT,
    points: drafts.map((draft) => ({ ...draft, labelY: labelYs.get(draft.point.id) ?? draft.y, state: stateOf(draft.point) })),
    meridians: [62, 64, 66, 68, 70, 72, 74].map((degree) => ({ x: across(degree), label: `${degree}° E` })),
    parallels: [30, 32, 34, 36].map((degree) => ({ y: down(degree), label: `${degree}° N` })),
  };
}
