import type { CSSProperties } from 'react';
import type { MapModel } from '@/domain/chart/model';
import { countOf } from '@/domain/chart/wording';
import type { MapPlace } from './geometry/map-places';
import { placeMap } from './geometry/place-map';
import { MapCrossings, MapLegend, MapPlaces, placeId } from './map-key';
import { fluidFrame } from './shapes/frame';
import { MapLand, MapWords } from './shapes/map-land';
import { CrossingShape, PlaceShape, PlaceThreads } from './shapes/map-shape';
import { LinkedMark } from './shapes/mark-group';
import { sourceHref } from './source-link';

/** Width in px for which the drawing's height is written; a style sheet keeps the proportions at every other. */
const PLAIN_WIDTH = 720;

function placeTitle({ number, name, points }: MapPlace): string {
  return `${number ?? ''}. ${name}, ${countOf(points.length, 'incidents')}: ${points.map(({ event, label }) => (event === undefined ? label : `${event.when}, ${event.title}`)).join('; ')}`;
}

/** The border with its crossings, and the incidents by place; the numbers lead to the key below, every entry there to its source. */
export function StaticMap({ model, width = PLAIN_WIDTH }: { model: MapModel; width?: number }) {
  const placed = placeMap(model);
  const frame = fluidFrame(`${model.slug}-static`);
  return (
    <>
      <div className="map-sheet">
        <MapLegend model={model} />
        <div className="plot map-plot" style={{ '--gutter': '0px', '--map-aspect': placed.aspect.toFixed(4) } as CSSProperties}>
          <div className="plot-box map-box">
            <svg className="plot-svg" width="100%" height={Math.round(width / placed.aspect)} role="group" aria-label={model.title}>
              <desc>{model.altText}</desc>
              <MapLand />
              <MapWords frame={frame} />
              <PlaceThreads places={placed.places} frame={frame} />
              {placed.places.map((one) => (
                <a key={one.place.id} className="map-place" href={`#${placeId(model.slug, one.place)}`}>
                  <title>{placeTitle(one.place)}</title>
                  <PlaceShape placed={one} frame={frame} />
                </a>
              ))}
              {placed.crossings.map((one) => (
                <LinkedMark key={one.point.id} id={one.point.id} href={sourceHref(model.slug, one.point.citations)} title={one.point.spoken}>
                  <CrossingShape placed={one} frame={frame} />
                </LinkedMark>
              ))}
            </svg>
          </div>
        </div>
        <MapCrossings model={model} />
      </div>
      <MapPlaces model={model} />
      {model.unplaced.length > 0 && <p className="drawing-note">Not on the map, for want of coordinates: {[...new Set(model.unplaced)].join('; ')}.</p>}
    </>
  );
}
