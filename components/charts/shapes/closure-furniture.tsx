import { CLOSURE_HEIGHT, type PlacedClosures } from '../geometry/place-closures';
import type { Frame } from './frame';

interface Props { readonly placed: PlacedClosures; readonly frame: Frame }

/** Day ticks, and a hairline under each crossing. */
export function ClosureGrid({ placed, frame }: Props) {
  const { ticks, rows, top, base } = placed;
  return (
    <g className="axis" aria-hidden="true">
      {ticks.map(({ x, label, fit, isMajor }) => (
        <g key={`${label}-${x}`} className={fit}>
          <line className={isMajor ? 'grid-line grid-line-major' : 'grid-line'} x1={frame.across(x)} x2={frame.across(x)} y1={top} y2={base} />
          <text className="tick" x={frame.across(x)} y={base + 17} textAnchor={x < 0.02 ? 'start' : x > 0.98 ? 'end' : 'middle'}>{label}</text>
        </g>
      ))}
      {rows.map((row) => (
        <line key={row.id} className="row-line" x1="0" x2="100%" y1={row.y + CLOSURE_HEIGHT / 2} y2={row.y + CLOSURE_HEIGHT / 2} />
      ))}
      <line className="base-line" x1="0" x2="100%" y1={base} y2={base} />
    </g>
  );
}

/** Names of crossings and lanes: over the bars on narrow drawings, left of them on wide ones. */
export function ClosureLabels({ placed, gutter }: { placed: PlacedClosures; gutter: number }) {
  return (
    <g className="row-labels" aria-hidden="true">
      {placed.rows.map((row) => (
        <g key={row.id}>
          <text className="row-label narrow-only" x="0" y={row.y - 6}>
            {row.isFirstOfCrossing && <tspan className="row-name">{row.crossing} </tspan>}
            <tspan className="row-detail">{row.laneLabel}</tspan>
          </text>
          {row.isFirstOfCrossing && <text className="row-label row-name wide-only" x={-gutter} y={row.y + CLOSURE_HEIGHT - 1.5}>{row.crossing}</text>}
          <text className="row-label row-detail wide-only" x="-14" y={row.y + CLOSURE_HEIGHT - 2} textAnchor="end">{row.laneLabel}</text>
        </g>
      ))}
    </g>
  );
}
