import type { PlacedBandAxis } from '../geometry/band-axis';
import type { PlacedValueAxis } from '../geometry/value-axis';
import type { Frame } from './frame';

/** Horizontal rules with their values in the gutter left of the plot. */
export function ValueAxisLines({ axis }: { axis: PlacedValueAxis }) {
  return (
    <g className="axis" aria-hidden="true">
      {axis.ticks.map(({ y, label, isBase }) => (
        <g key={label}>
          <line className={isBase ? 'base-line' : 'grid-line'} x1="0" x2="100%" y1={y} y2={y} />
          <text className="tick" x="-8" y={y + 4} textAnchor="end">{label}</text>
        </g>
      ))}
    </g>
  );
}

/** What the values count, over the axis. */
export function AxisUnit({ unit, axis, gutter }: { unit: string; axis: PlacedValueAxis; gutter: number }) {
  return unit === '' ? null : <text className="tick axis-unit" x={-gutter} y={axis.top - 13} aria-hidden="true">{unit.charAt(0).toUpperCase() + unit.slice(1)}</text>;
}

/** Names of the bands under the base line, and brackets with the names of their groups. */
export function BandAxisLabels({ axis, base, frame }: { axis: PlacedBandAxis; base: number; frame: Frame }) {
  return (
    <g className="axis" aria-hidden="true">
      {axis.bands.map(({ key, x0, x1, label, fit }) => (
        <text key={key} className={`tick ${fit}`} x={frame.across((x0 + x1) / 2)} y={base + 17} textAnchor="middle">{label}</text>
      ))}
      {axis.groups.map(({ label, x0, x1, fit }, index) => (
        <g key={label}>
          {index > 0 && <line className="group-line" x1={frame.across(x0)} x2={frame.across(x0)} y1={base} y2={base + 5} />}
          {index > 0 && <line className="group-line" x1={frame.across(x0)} x2={frame.across(x0)} y1={base + 25} y2={base + 42} />}
          <text className={`tick tick-group ${fit}`} x={frame.across((x0 + x1) / 2)} y={base + 37} textAnchor="middle">{label}</text>
        </g>
      ))}
    </g>
  );
}
