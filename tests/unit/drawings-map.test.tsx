import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import type { MapModel } from '@/domain/chart/model';
import outline from '@/components/charts/geometry/border-outline.json';
import { ASPECT, CROP, FRAME } from '@/components/charts/geometry/map-frame';
import { placesOf, radiusOf } from '@/components/charts/geometry/map-places';
import { halfOf, placeMap, SQUARE } from '@/components/charts/geometry/place-map';
import { StaticDrawing } from '@/components/charts/static-drawing';
import { clipLine, clipRing, type Position, simplify } from '@/scripts/outline-geometry';
import { MODELS } from '@/tests/fixtures/models';
import { seedChartRows, seedCharts } from '@/tests/fixtures/starting-data';

const definition = seedCharts(2).find(({ slug }) => slug === 'border-map');
if (definition?.kind !== 'map') throw new Error('the starting data have no border-map');
const BORDER: MapModel = buildChart(definition, seedChartRows(2), { from: null, to: null, lens: 'all' });
const placed = placeMap(BORDER);

/** A box of so many px with the layout that it shows: how large the whole map is, and what of it is seen. */
function seen(box: number) {
  const isNarrow = box < CROP.below;
  const width = isNarrow ? box * CROP.scale : box;
  return { layout: isNarrow ? 'narrow' as const : 'wide' as const, width, height: width / ASPECT, left: isNarrow ? width * CROP.shift : 0, box };
}

describe.each([282, 320, 412, 500, 600, 640, 720, 820, 1000, 1104])('the map in a box of %i px', (box) => {
  const { layout, width, height, left } = seen(box);
  const discs = placed.places.map(({ place, x, y, [layout]: stand }) => ({ name: place.name, x: x * width + stand.dx - left, y: y * height + stand.dy, r: stand.r }));

  it('shows every mark whole', () => {
    for (const { name, x, y, r } of discs) {
      expect(x - r, name).toBeGreaterThanOrEqual(0);
      expect(x + r, name).toBeLessThanOrEqual(box);
      expect(y - r, name).toBeGreaterThanOrEqual(0);
      expect(y + r, name).toBeLessThanOrEqual(height);
    }
    for (const { x, point } of placed.crossings) {
      expect(x * width - left - halfOf(point), point.label).toBeGreaterThanOrEqual(0);
      expect(x * width - left + halfOf(point), point.label).toBeLessThanOrEqual(box);
    }
  });

  it('lets no disc cover another or a crossing', () => {
    discs.forEach((a, index) => {
      for (const b of discs.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.name} and ${b.name}`).toBeGreaterThan(a.r + b.r - 1);
      for (const { point, x, y } of placed.crossings) {
        const across = Math.max(0, Math.abs(a.x - (x * width - left)) - halfOf(point));
        const down = Math.max(0, Math.abs(a.y - y * height) - SQUARE / 2);
        expect(Math.hypot(across, down), `${a.name} and ${point.label}`).toBeGreaterThan(a.r - 1);
      }
    });
  });
});

describe('places', () => {
  it('hold every incident once, the fullest first, numbered from 1', () => {
    const places = placesOf(BORDER.points);
    const incidents = BORDER.points.filter(({ nature }) => nature === 'incident').map(({ id }) => id);
    expect(places.flatMap(({ points }) => points.map(({ id }) => id)).sort()).toEqual(incidents.sort());
    expect(places.map(({ number }) => number)).toEqual(places.map((_, index) => index + 1));
    expect(places.map(({ points }) => points.length)).toEqual(places.map(({ points }) => points.length).toSorted((a, b) => b - a));
    expect(radiusOf(5, 'wide')).toBeGreaterThan(radiusOf(1, 'wide'));
  });

  it('outside the frame have no number and no mark, but their entry', () => {
    const [first] = BORDER.points.filter(({ nature }) => nature === 'incident');
    if (first === undefined) throw new Error('no incident');
    const doha = { ...first, id: 'truce_doha', place: { id: 'doha', name: 'Doha', region: 'Qatar' }, longitude: 51.53, latitude: 25.29 };
    const model = { ...BORDER, points: [...BORDER.points, doha] };
    expect(placeMap(model).outside.map(({ name, number }) => [name, number])).toEqual([['Doha', null]]);
    expect(placeMap(model).places.map(({ place }) => place.name)).not.toContain('Doha');
    const markup = renderToStaticMarkup(<StaticDrawing model={model} />);
    expect(markup).toContain('Qatar, outside the map');
    expect(markup).toContain('data-mark="truce_doha"');
  });
});

describe('the drawn map', () => {
  const markup = renderToStaticMarkup(<StaticDrawing model={BORDER} />);

  it('leads from each number to its entry, and says whose line it is and of which day it speaks', () => {
    for (const { place } of placed.places) {
      expect(markup).toContain(`href="#border-map-place-${place.number ?? ''}"`);
      expect(markup).toContain(`id="border-map-place-${place.number ?? ''}"`);
    }
    expect(markup).toContain('Durand Line: not recognised');
    expect(BORDER.notes.join(' ')).toContain('Afghanistan does not recognise the line');
    expect(markup).toContain('on 25 Feb 2026');
  });

  it('draws each state of a lane in a form of its own', () => {
    const fixture = MODELS.find(({ kind }) => kind === 'map');
    if (fixture === undefined) throw new Error('no map among the models');
    const drawn = renderToStaticMarkup(<StaticDrawing model={fixture} />);
    expect(drawn).toMatch(/<circle class="map-lane map-lane-open"/);
    expect(drawn).toMatch(/<rect class="map-lane map-lane-closed"/);
    expect(drawn).toMatch(/<rect class="map-lane map-lane-unknown"[^>]*><\/rect><circle class="map-lane-point"/);
  });

  it('is cropped by the style sheet as the geometry reckons', () => {
    const css = readFileSync('components/charts/drawing.css', 'utf8');
    const [, below, scale, shift] = /@container plot \(width < (\d+)px\) \{\s*\.map-box > \.plot-svg \{\s*width: ([\d.]+)%;\s*margin-left: -([\d.]+)%/.exec(css) ?? [];
    expect([Number(below), Number(scale) / 100, Math.round((1000 * Number(shift)) / Number(scale)) / 1000]).toEqual([CROP.below, CROP.scale, CROP.shift]);
  });
});

describe('the outline', () => {
  const parts = [...Object.values(outline.areas), ...Object.values(outline.lines)].flat();

  it('covers the frame and stays in its region', () => {
    const { region } = outline;
    expect(region.west <= FRAME.west && region.east >= FRAME.east && region.south <= FRAME.south && region.north >= FRAME.north).toBe(true);
    for (const flat of parts) {
      flat.forEach((value, index) => {
        expect(value).toBeGreaterThanOrEqual(100 * (index % 2 === 0 ? region.west : region.south));
        expect(value).toBeLessThanOrEqual(100 * (index % 2 === 0 ? region.east : region.north));
      });
    }
    expect(outline.source).toMatch(/Natural Earth.*public domain.*ISC/);
  });

  it('runs past every crossing, within 20 km', () => {
    const points = outline.lines.line.flatMap((flat) => flat.flatMap((value, index): Position[] => (index % 2 === 0 ? [[value / 100, (flat[index + 1] ?? 0) / 100]] : [])));
    for (const { point } of placed.crossings) {
      const nearest = Math.min(...points.map(([x, y]) => Math.hypot((x - point.longitude) * Math.cos((y * Math.PI) / 180), y - point.latitude) * 111));
      expect(nearest, point.label).toBeLessThan(20);
    }
  });

  it('is cut at the edges and loses only what the tolerance allows', () => {
    const box = { west: 0, east: 10, south: 0, north: 10 };
    expect(clipLine([[-5, 5], [5, 5], [15, 5], [15, 8], [5, 8]], box)).toEqual([[[0, 5], [5, 5], [10, 5]], [[10, 8], [5, 8]]]);
    expect(clipRing([[-5, -5], [5, -5], [5, 5], [-5, 5]], box).map(([x, y]) => `${x} ${y}`).sort()).toEqual(['0 0', '0 5', '5 0', '5 5']);
    expect(simplify([[0, 0], [1, 0.01], [2, 0], [3, 1], [4, 0]], 0.05)).toEqual([[0, 0], [2, 0], [3, 1], [4, 0]]);
  });
});
