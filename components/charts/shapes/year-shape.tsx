import type { PlacedPoint, PlacedYearLine } from '../geometry/place-year-to-date';
import { paletteSlot } from '../palette';
import type { Frame } from './frame';

/** A year's line from zero, without its points. Younger years lie over older ones. */
export function YearLine({ line, frame }: { line: PlacedYearLine; frame: Frame }) {
  return (
    <g className={`s${paletteSlot(line.colour)}`} data-series={line.id}>
      {line.segments.map(({ x0, y0, x1, y1 }) => (
        <line key={x1} className={line.isIncomplete ? 'line line-current' : 'line'} x1={frame.across(x0)} y1={y0} x2={frame.across(x1)} y2={y1} />
      ))}
      {line.end !== null && (
        <text className="line-name" x={frame.across(line.end.x)} dx={line.end.isAtEdge ? 11 : -6} y={line.end.labelY + 4} textAnchor={line.end.isAtEdge ? 'start' : 'end'}>
          <tspan className="line-name-year">{line.label}</tspan>
          <tspan dx="5">{line.end.text}</tspan>
        </text>
      )}
    </g>
  );
}

/** The running total at the end of a quarter: full where reported, a ring where derived or unconfirmed. */
export function YearPoint({ point, line, frame }: { point: PlacedPoint; line: PlacedYearLine; frame: Frame }) {
  const { mark, x, y } = point;
  const isLast = line.end !== null && line.end.x === x;
  const isRing = mark.kind === 'derived' || mark.isUnconfirmed;
  return (
    <g className={`s${paletteSlot(line.colour)}`}>
      <circle className="hit" cx={frame.across(x)} cy={y} r="10" />
      <circle className={isRing ? 'point point-ring' : 'point'} cx={frame.across(x)} cy={y} r={isLast ? 4.5 : 3.5} />
    </g>
  );
}
