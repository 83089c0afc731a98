import type { PlacedMap, PlacedMapPoint } from '../geometry/place-map';
import type { Frame } from './frame';

const FORMS: Record<PlacedMapPoint['state'], string> = {
  open: 'M0 -5.5A5.5 5.5 0 1 1 0 5.5A5.5 5.5 0 1 1 0 -5.5Z',
  closed: 'M-5 -5H5V5H-5Z',
  partly: 'M-5 -5H5V5H-5Z',
  unknown: 'M0 -5.5A5.5 5.5 0 1 1 0 5.5A5.5 5.5 0 1 1 0 -5.5Z',
  incident: 'M0 -6L5.6 4.6H-5.6Z',
};

/** Meridians and parallels, lightly. */
export function MapGrid({ placed, frame }: { placed: PlacedMap; frame: Frame }) {
  return (
    <g className="axis" aria-hidden="true">
      {placed.meridians.map(({ x, label }, index) => (
        <g key={label}>
          <line className="grid-line" x1={frame.across(x)} x2={frame.across(x)} y1="0" y2={placed.height - 24} />
          <text className={`tick ${index % 2 === 0 ? '' : 'fit-460'}`} x={frame.across(x)} y={placed.height - 8} textAnchor="middle">{label}</text>
        </g>
      ))}
      {placed.parallels.map(({ y, label }) => (
        <g key={label}>
          <line className="grid-line" x1="0" x2="100%" y1={y} y2={y} />
          <text className="tick" x="-8" y={y + 4} textAnchor="end">{label}</text>
        </g>
      ))}
    </g>
  );
}

/** A crossing (square shut, ring open, half-filled where only some lanes are shut, dotted unknown) or an incident (triangle). */
export function MapShape({ placed, frame }: { placed: PlacedMapPoint; frame: Frame }) {
  const { point, x, y, labelY, labelSide, state } = placed;
  const side = labelSide === 'end' ? 1 : -1;
  return (
    <g className={`map-point map-point-${state}`}>
      <svg x={frame.across(x)} y={y} overflow="visible">
        <circle className="hit" r="13" />
        <path className="map-leader" d={`M${7 * side} 0L${14 * side} ${labelY - y}`} />
        <path className="map-form" d={FORMS[state]} />
        {state === 'partly' && <path className="map-half" d="M-5 5H5V-5Z" />}
        <text className="map-label" x={17 * side} y={labelY - y + 4} textAnchor={labelSide === 'end' ? 'start' : 'end'}>{point.label}</text>
      </svg>
    </g>
  );
}
