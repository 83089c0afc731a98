import type { MapPoint } from '@/domain/chart/model';
import { isInFrame } from './map-frame';

/** Incidents of one place: one mark on the map, one entry in the key. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** Number in the mark and in the key, from 1; null for a place outside the frame, which the key names only. */
  readonly number: number | null;
  readonly longitude: number;
  readonly latitude: number;
  /** Oldest first. */
  readonly points: readonly MapPoint[];
}

/** Radius in px, smaller on the narrow map: it grows with the number of incidents, and the smallest still holds two figures. */
export function radiusOf(count: number, layout: 'narrow' | 'wide'): number {
  const [least, growth] = layout === 'narrow' ? [4.9, 3.1] : [5.4, 3.6];
  return Math.round(10 * (least + growth * Math.sqrt(count))) / 10;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The places of all incidents, those with most incidents first, then by the first day and the name. */
export function placesOf(points: readonly MapPoint[]): readonly MapPlace[] {
  const groups = new Map<string, MapPoint[]>();
  for (const point of points) {
    if (point.nature !== 'incident') continue;
    const key = point.place?.id ?? `${point.longitude} ${point.latitude}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  const places = [...groups].flatMap(([id, group]) => {
    const own = group.toSorted((a, b) => byText(a.day, b.day) || byText(a.id, b.id));
    const first = own[0];
    if (first === undefined) return [];
    const { longitude, latitude, place } = first;
    return [{ id, name: place?.name ?? first.label, region: place?.region ?? '', longitude, latitude, points: own, isInside: isInFrame(first), day: first.day }];
  });
  const ordered = places.toSorted((a, b) => Number(b.isInside) - Number(a.isInside) || b.points.length - a.points.length || byText(a.day, b.day) || byText(a.name, b.name));
  return ordered.map(({ id, name, region, longitude, latitude, points: own, isInside }, index) => ({
    id, name, region, longitude, latitude, points: own, number: isInside ? index + 1 : null,
  }));
}
