import type { CSSProperties } from 'react';
import type { MapModel, MapPoint } from '@/domain/chart/model';
import { countOf } from '@/domain/chart/wording';
import type { MapPlace } from './geometry/map-places';
import { placeMap } from './geometry/place-map';
import { daysOf, MapCrossings, MapPlaces, placeId } from './map-key';
import { fluidFrame } from './shapes/frame';
import { MapLand, MapWords } from './shapes/map-land';
import { CrossingShape, PlaceShape, PlaceThreads } from './shapes/map-shape';
import { LinkedMark } from './shapes/mark-group';
import { sourceHref } from './source-link';

/** Width in px for which the drawing's height is written; a style sheet keeps the proportions at every other. */
const PLAIN_WIDTH = 720;

/** Of which days the crossings' state is: in place of the list that says it for each. */
export function daysNote(model: MapModel): string {
  return `Crossings as they were on the last day known of each, ${daysOf(model).join(' to ')}. The numbered places of incidents are listed on the chart’s page.`;
}

export function unplacedNote({ unplaced }: MapModel): string {
  return `Not on the map, for want of coordinates: ${[...new Set(unplaced)].join('; ')}.`;
}

function placeTitle({ number, name, points }: MapPlace): string {
  return `${number ?? ''}. ${name}, ${countOf(points.length, 'incidents')}: ${points.map(({ event, label }) => (event === undefined ? label : `${event.when}, ${event.title}`)).join('; ')}`;
}

/** Where places and crossings lead on a page that has neither the key of places nor the sources of the map. */
export interface MapLinks {
  readonly ofPlace: (place: MapPlace) => string;
  readonly ofCrossing: (point: MapPoint) => string;
}

interface StaticMapProps {
  readonly model: MapModel;
  readonly width?: number;
  readonly hasLists?: boolean;
  readonly links?: MapLinks;
}

/** The border with its crossings, and the incidents by place; the numbers lead to the key below, every entry there to its source. */
export function StaticMap({ model, width = PLAIN_WIDTH, hasLists = true, links }: StaticMapProps) {
  const placed = placeMap(model);
  const frame = fluidFrame(`${model.slug}-static`);
  return (
    <>
      <div className="map-sheet">
        <div className="plot map-plot" style={{ '--gutter': '0px', '--map-aspect': placed.aspect.toFixed(4) } as CSSProperties}>
          <div className="plot-box map-box">
            <svg className="plot-svg" width="100%" height={Math.round(width / placed.aspect)} role="group" aria-label={model.title}>
              <desc>{model.altText}</desc>
              <MapLand />
              <MapWords frame={frame} />
              <PlaceThreads places={placed.places} frame={frame} />
              {placed.places.map((one) => (
                <a key={one.place.id} className="map-place" href={links?.ofPlace(one.place) ?? `#${placeId(model.slug, one.place)}`}>
                  <title>{placeTitle(one.place)}</title>
                  <PlaceShape placed={one} frame={frame} />
                </a>
              ))}
              {placed.crossings.map((one) => (
                <LinkedMark key={one.point.id} id={one.point.id} href={links?.ofCrossing(one.point) ?? sourceHref(model.slug, one.point.citations)} title={one.point.spoken}>
                  <CrossingShape placed={one} frame={frame} />
                </LinkedMark>
              ))}
            </svg>
          </div>
        </div>
        {(hasLists || links !== undefined) && <MapCrossings model={model} linkOf={links?.ofCrossing} />}
      </div>
      {hasLists ? <MapPlaces model={model} /> : links === undefined && <p className="drawing-note">{daysNote(model)}</p>}
      {model.unplaced.length > 0 && <p className="drawing-note">{unplacedNote(model)}</p>}
    </>
  );
}
