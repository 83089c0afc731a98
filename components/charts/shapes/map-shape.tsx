import type { MapPoint } from '@/domain/chart/model';
import { halfOf, LABEL_LEADING, SQUARE, SQUARE_STEP, type MapLabel, type PlacedCrossing, type PlacedPlace, type PlaceStand } from '../geometry/place-map';
import type { Frame } from './frame';

type LaneState = MapPoint['lanes'][number]['state'];

const HALF = SQUARE / 2;

/** One lane of a crossing around 0, 0: a full square closed, a ring open, a broken square with a point not known. */
export function LaneSign({ state, x = 0 }: { state: LaneState; x?: number }) {
  if (state === 'open') return <circle className="map-lane map-lane-open" cx={x} cy="0" r={HALF - 0.6} />;
  return (
    <>
      <rect className={`map-lane map-lane-${state}`} x={x - HALF + 0.5} y={-HALF + 0.5} width={SQUARE - 1} height={SQUARE - 1} />
      {state === 'unknown' && <circle className="map-lane-point" cx={x} cy="0" r="1" />}
    </>
  );
}

/** The lanes of a crossing in a row around 0, 0. */
export function LaneRow({ point }: { point: MapPoint }) {
  const half = halfOf(point);
  return (
    <>
      <rect className="map-plate" x={-half - 1} y={-HALF - 1.5} width={2 * half + 2} height={SQUARE + 3} rx="1.5" />
      {point.lanes.map(({ lane, state }, index) => <LaneSign key={lane} state={state} x={-half + SQUARE_STEP * (index + 0.5)} />)}
    </>
  );
}

function Label({ label: { lines, note, dx, dy, anchor }, className }: { label: MapLabel; className: string }) {
  return (
    <>
      {lines.map((line, index) => <text key={line} className={className} x={dx} y={dy + index * LABEL_LEADING} textAnchor={anchor}>{line}</text>)}
      {note !== undefined && <text className="map-name" x={dx} y={dy + lines.length * LABEL_LEADING} textAnchor={anchor}>{note}</text>}
    </>
  );
}

/** A crossing on its spot, with its name where there is room for it. */
export function CrossingShape({ placed, frame }: { placed: PlacedCrossing; frame: Frame }) {
  const { point, x, y, narrow, wide } = placed;
  return (
    <svg x={frame.across(x)} y={frame.across(y)} overflow="visible">
      <rect className="hit" x="-15" y="-12" width="30" height="24" />
      <LaneRow point={point} />
      <g className="map-narrow"><Label label={narrow} className="map-label" /></g>
      <g className="map-wide"><Label label={wide} className="map-label" /></g>
    </svg>
  );
}

function Stand({ stand: { dx, dy, r, label }, number, className }: { stand: PlaceStand; number: number; className: string }) {
  return (
    <g className={className}>
      <circle className="map-disc" cx={dx} cy={dy} r={r} />
      <text className="map-number" x={dx} y={dy + 3.9} textAnchor="middle">{number}</text>
      {label !== null && <Label label={label} className="map-name" />}
    </g>
  );
}

function Thread({ stand: { dx, dy, r }, className }: { stand: PlaceStand; className: string }) {
  if (Math.hypot(dx, dy) <= r) return null;
  return <g className={className}><line className="map-thread" x2={dx} y2={dy} /><circle className="map-spot" r="1.75" /></g>;
}

/** Threads from the spots of the places to the discs that had to move off them; they lie under all discs. */
export function PlaceThreads({ places, frame }: { places: readonly PlacedPlace[]; frame: Frame }) {
  return (
    <g aria-hidden="true">
      {places.map(({ place, x, y, narrow, wide }) => (
        <svg key={place.id} x={frame.across(x)} y={frame.across(y)} overflow="visible">
          <Thread className="map-narrow" stand={narrow} />
          <Thread className="map-wide" stand={wide} />
        </svg>
      ))}
    </g>
  );
}

/** The incidents of a place: a disc with the place's number, larger for more of them. */
export function PlaceShape({ placed, frame }: { placed: PlacedPlace; frame: Frame }) {
  const { place, x, y, narrow, wide } = placed;
  return (
    <svg x={frame.across(x)} y={frame.across(y)} overflow="visible">
      <Stand className="map-narrow" stand={narrow} number={place.number ?? 0} />
      <Stand className="map-wide" stand={wide} number={place.number ?? 0} />
    </svg>
  );
}
