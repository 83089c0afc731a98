import type { MapModel, MapPoint } from '@/domain/chart/model';
import { labelDay } from '@/domain/period';
import { isInFrame } from './geometry/map-frame';
import { type MapPlace, placesOf, radiusOf } from './geometry/map-places';
import { halfOf } from './geometry/place-map';
import { LaneRow } from './shapes/map-shape';
import { sourceHref } from './source-link';

/** Element id of a place's entry in the key. */
export function placeId(slug: string, place: MapPlace): string {
  return `${slug}-place-${place.number ?? place.id}`;
}

const isCrossing = ({ nature }: MapPoint): boolean => nature === 'crossing';
const stateOf = ({ state, lanes }: MapPoint): string => state ?? lanes.map(({ label }) => label).join(', ');

/** The day, or the first and the last of the days, for which the state of the crossings is known. */
export function daysOf(model: MapModel): readonly string[] {
  const days = [...new Set(model.points.filter(isCrossing).map(({ day }) => day))].sort();
  return [...new Set([days[0], days[days.length - 1]])].flatMap((day) => (day === undefined ? [] : [labelDay(day)]));
}

/** Beside or under the map: each crossing with its state and its day in words. */
export function MapCrossings({ model, linkOf = ({ citations }) => sourceHref(model.slug, citations) }: { model: MapModel; linkOf?: (point: MapPoint) => string }) {
  const crossings = model.points.filter(isCrossing);
  if (crossings.length === 0) return null;
  const [day, another] = daysOf(model);
  const isOne = another === undefined;
  return (
    <section className="map-key map-crossings">
      <p className="map-key-title">{isOne ? `Crossings on ${day ?? ''}` : 'Crossings, on the last day known'}</p>
      <ul>
        {crossings.map((point) => (
          <li key={point.id}>
            <svg className="map-key-lanes" width={2 * halfOf(point) + 4} height="13" aria-hidden="true"><svg x={halfOf(point) + 2} y="6.5" overflow="visible"><LaneRow point={point} /></svg></svg>
            <span>
              {isInFrame(point)
                ? <a href={linkOf(point)}>{point.label}</a>
                : <a className="mark" data-mark={point.id} href={linkOf(point)}>{point.label}<svg className="map-key-dot" width="1" height="1"><title>{point.spoken}</title></svg></a>}
              {': '}{stateOf(point)}{!isOne && <>, <span className="map-when">on {labelDay(point.day)}</span></>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One incident: the dot speaks the whole, the words beside it are the short form of the same. */
function IncidentLink({ model, point }: { model: MapModel; point: MapPoint }) {
  return (
    <a className="mark map-incident" data-mark={point.id} href={sourceHref(model.slug, point.citations)}>
      <svg className="map-key-dot" width="7" height="7" role="img"><title>{point.spoken}</title><circle cx="3.5" cy="3.5" r="2.5" /></svg>
      <span aria-hidden="true"><span className="map-when">{point.event?.when ?? labelDay(point.day)}</span> <span className="map-what">{point.event?.title ?? point.label}</span></span>
    </a>
  );
}

function PlaceEntry({ model, place }: { model: MapModel; place: MapPlace }) {
  const r = radiusOf(place.points.length, 'wide');
  return (
    <li id={placeId(model.slug, place)} className="map-entry">
      {place.number === null ? <span className="map-entry-mark" aria-hidden="true" /> : (
        <svg className="map-entry-mark" width="28" height="28" role="img" aria-label={String(place.number)}>
          <circle className="map-disc" cx="14" cy="14" r={r} />
          <text className="map-number" x="14" y="17.9" textAnchor="middle">{place.number}</text>
        </svg>
      )}
      <div>
        <p className="map-entry-name">{place.name} <span className="map-entry-region">{place.number === null ? `${place.region}, outside the map` : place.region}</span></p>
        <ul>{place.points.map((point) => <li key={point.id}><IncidentLink model={model} point={point} /></li>)}</ul>
      </div>
    </li>
  );
}

/** Under the map: each numbered place with its incidents, every one a link to its source. */
export function MapPlaces({ model }: { model: MapModel }) {
  const places = placesOf(model.points);
  if (places.length === 0) return null;
  return (
    <section className="map-key map-places">
      <p className="map-key-title">Incidents by place, numbered as on the map</p>
      <ol>{places.map((place) => <PlaceEntry key={place.id} model={model} place={place} />)}</ol>
    </section>
  );
}
