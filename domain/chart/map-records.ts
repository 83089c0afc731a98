// The rows of a map's file: one point a row, crossings with the state of each lane on the day their record reaches.

import type { MapModel, MapPoint } from './model';
import type { ChartRecords } from './records';

const COLUMNS = ['point', 'nature', 'name', 'longitude', 'latitude', 'day', 'trade', 'pedestrian', 'returnees', 'release'] as const;

const stateOf = ({ lanes }: MapPoint, lane: string): string | null => lanes.find((one) => one.lane === lane)?.state ?? null;

export function mapRecords(model: MapModel): ChartRecords {
  const records = model.points.map((point) => ({
    fields: {
      point: point.id,
      nature: point.nature,
      name: point.label,
      longitude: point.longitude,
      latitude: point.latitude,
      day: point.day,
      trade: stateOf(point, 'trade'),
      pedestrian: stateOf(point, 'pedestrian'),
      returnees: stateOf(point, 'returnees'),
      release: model.release,
    },
    citations: point.citations.flatMap((index) => model.citations[index] ?? []),
  }));
  return { columns: COLUMNS, records };
}
