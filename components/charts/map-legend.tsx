import type { MapModel, MapPoint } from '@/domain/chart/model';
import { radiusOf } from './geometry/map-places';
import { LaneSign } from './shapes/map-shape';

type LaneState = MapPoint['lanes'][number]['state'];

const STATES: readonly (readonly [state: LaneState, words: string])[] = [['closed', 'closed'], ['open', 'open'], ['unknown', 'not known']];
const LINE_WORDS = 'Durand Line; Afghanistan does not recognise it';
const DISC_WORDS = 'place of one incident, and of five';

/** `At a crossing, from left to right: trade, travellers, returnees`; null where the map has no crossing. */
function orderWords({ points }: MapModel): string | null {
  const lanes = points.find(({ nature }) => nature === 'crossing')?.lanes ?? [];
  return lanes.length === 0 ? null : `At a crossing, from left to right: ${lanes.map(({ label }) => (label.split(':')[0] ?? label).toLowerCase()).join(', ')}`;
}

/** The words of the legend's items, for reckoning how much room they take. */
export function mapLegendWords(model: MapModel): readonly string[] {
  const order = orderWords(model);
  return [...(order === null ? [] : [order, ...STATES.map(([, words]) => words)]), LINE_WORDS, DISC_WORDS];
}

/** How to read the marks of a map. */
export function MapLegend({ model }: { model: MapModel }) {
  const order = orderWords(model);
  return (
    <ul className="legend" aria-label="Legend">
      {order !== null && <li className="legend-item">{order}</li>}
      {order !== null && STATES.map(([state, words]) => (
        <li key={state} className="legend-item">
          <svg className="swatch" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true"><LaneSign state={state} /></svg>
          {words}
        </li>
      ))}
      <li className="legend-item">
        <svg className="swatch" width="34" height="12" viewBox="0 -6 34 12" aria-hidden="true"><line className="map-border map-border-line" x2="34" /></svg>
        {LINE_WORDS}
      </li>
      {model.points.some(({ nature }) => nature === 'incident') && (
        <li className="legend-item">
          <svg className="swatch" width="50" height="28" viewBox="-10 -14 50 28" aria-hidden="true">
            <circle className="map-disc" r={radiusOf(1, 'wide')} /><circle className="map-disc" cx="25" r={radiusOf(5, 'wide')} />
          </svg>
          {DISC_WORDS}
        </li>
      )}
    </ul>
  );
}
