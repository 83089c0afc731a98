import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { clipLine, clipRing, simplify, type Position } from './outline-geometry';

// Makes components/charts/geometry/border-outline.json, the small drawing of the region that the map stands on, from Natural Earth.
// Run it with `npx tsx scripts/make-border-outline.ts` after changing the region or the package.

interface Country { readonly id?: string; readonly properties: { readonly name: string }; readonly type: 'Polygon' | 'MultiPolygon'; readonly arcs: number[][] | number[][][] }
interface Topology {
  readonly transform: { readonly scale: Position; readonly translate: Position };
  readonly arcs: readonly (readonly Position[])[];
  readonly objects: { readonly countries: { readonly geometries: readonly Country[] } };
}

const TARGET = 'components/charts/geometry/border-outline.json';
const REGION = { west: 60, east: 76, south: 28, north: 38 };
/** Degrees that a line may move: about 2 km, a pixel or so on a screen. */
const TOLERANCE = 0.02;
const AFGHANISTAN = '004';
const PAKISTAN = '586';
/** East and north of here the lines between Pakistan, India and China are lines of control. */
const KASHMIR = { west: 73.7, south: 32.45 };

const require = createRequire(import.meta.url);
const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8')) as Topology;
const { scale, translate } = topology.transform;

/** The arcs, simplified once each, so that neighbours keep one common line. Their points are differences in the file. */
const arcs = topology.arcs.map((steps) => {
  let [x, y] = [0, 0];
  return simplify(steps.map(([dx, dy]): Position => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  }), TOLERANCE);
});

const countries = topology.objects.countries.geometries;
const polygonsOf = (country: Country): number[][][] => (country.type === 'Polygon' ? [country.arcs as number[][]] : country.arcs as number[][][]);
const owners = new Map<number, Set<string>>();
for (const country of countries) {
  for (const index of polygonsOf(country).flat(2)) {
    const arc = index < 0 ? ~index : index;
    owners.set(arc, (owners.get(arc) ?? new Set()).add(country.id ?? country.properties.name));
  }
}

function ringOf(indices: readonly number[]): Position[] {
  return indices.flatMap((index) => {
    const arc = arcs[index < 0 ? ~index : index] ?? [];
    return (index < 0 ? arc.toReversed() : arc).slice(1);
  });
}

function areaOf(id: string): Position[][] {
  const country = countries.find((one) => one.id === id);
  if (country === undefined) throw new Error(`No country ${id} in the package.`);
  return polygonsOf(country).flatMap((rings) => rings.map((ring) => clipRing(ringOf(ring), REGION)).filter((ring) => ring.length > 2));
}

type LineKind = 'line' | 'disputed' | 'outline' | 'others';

function kindOf(arc: number, points: readonly Position[]): LineKind {
  const ids = owners.get(arc) ?? new Set();
  if (ids.has(AFGHANISTAN) && ids.has(PAKISTAN)) return 'line';
  const isKashmir = points.some(([x, y]) => x > KASHMIR.west && y > KASHMIR.south) && !ids.has(AFGHANISTAN);
  if (isKashmir) return 'disputed';
  return ids.has(AFGHANISTAN) || ids.has(PAKISTAN) ? 'outline' : 'others';
}

const lines: Record<LineKind, Position[][]> = { line: [], disputed: [], outline: [], others: [] };
arcs.forEach((points, arc) => {
  for (const part of clipLine(points, REGION)) lines[kindOf(arc, part)].push(part);
});

/** Hundredths of a degree in one flat list: longitude, latitude, longitude, latitude. */
function packed(parts: readonly Position[][]): number[][] {
  return parts.map((part) => part.flatMap(([x, y]) => [Math.round(x * 100), Math.round(y * 100)]));
}

const outline = {
  source: 'Natural Earth 1:10m, Admin 0 countries (public domain), by way of the npm package world-atlas 2.0.2 (ISC, Michael Bostock)',
  made: 'scripts/make-border-outline.ts; simplified and cut to the region',
  unit: 'hundredths of a degree, longitude before latitude',
  region: REGION,
  areas: { afghanistan: packed(areaOf(AFGHANISTAN)), pakistan: packed(areaOf(PAKISTAN)) },
  lines: { line: packed(lines.line), disputed: packed(lines.disputed), outline: packed(lines.outline), others: packed(lines.others) },
};

const text = `${JSON.stringify(outline, null, 1).replace(/\[\s+(-?\d[\d,\s-]*?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, '')}]`)}\n`;
writeFileSync(TARGET, text);
console.log(`${TARGET}: ${Math.round(text.length / 102.4) / 10} KB`, Object.fromEntries(Object.entries(lines).map(([kind, parts]) => [kind, parts.flat().length])));
