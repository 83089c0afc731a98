import { STRIP_HEIGHT, type PlacedClosureSpan } from '../geometry/place-period-closures';
import type { Frame } from './frame';

/** How far in px a closure fades out whose end nobody gave and nothing bounds. */
const UNKNOWN_TAIL = 14;
/** Room for a finger around a strip. */
const REACH = 8;

/** A closure in its strip over a chart of periods: solid while certainly shut, fading where an edge is unknown, capped where it still went on. */
export function ClosureSpanShape({ placed, frame }: { placed: PlacedClosureSpan; frame: Frame }) {
  const { bar, softX0, x0, x1, softX1, y } = placed;
  const hasUnknownEnd = bar.endState === 'unknown';
  return (
    <g className="s-closure">
      <rect className="hit" x={frame.across(softX0)} y={y - REACH} width={frame.across(Math.max(softX1 - softX0, 0))} height={STRIP_HEIGHT + 2 * REACH} />
      {softX0 < x0 && <Soft x0={softX0} x1={x0} y={y} frame={frame} fade="left" />}
      {x1 < softX1 && <Soft x0={x1} x1={softX1} y={y} frame={frame} fade="right" />}
      {hasUnknownEnd && softX1 <= x1 && (
        <svg x={frame.across(x1)} y={y} overflow="visible"><rect className="bar" width={UNKNOWN_TAIL} height={STRIP_HEIGHT} mask={`url(#${frame.defs}-fade-right)`} /></svg>
      )}
      <rect className="closure closure-strip" x={frame.across(x0)} y={y} width={frame.across(Math.max(x1 - x0, 0))} height={STRIP_HEIGHT} />
      {bar.endState === 'ongoing' && <line className="closure-cap" x1={frame.across(x1)} x2={frame.across(x1)} y1={y - 3} y2={y + STRIP_HEIGHT + 3} />}
      {placed.rivals.map(({ x, label }) => (
        <svg key={label} className="rival" x={frame.across(x)} y={y} overflow="visible"><path d={`M0 -3V${STRIP_HEIGHT + 3}M-2 -3H2M-2 ${STRIP_HEIGHT + 3}H2`} /></svg>
      ))}
    </g>
  );
}

function Soft({ x0, x1, y, frame, fade }: { x0: number; x1: number; y: number; frame: Frame; fade: 'left' | 'right' }) {
  const box = { x: frame.across(x0), y, width: frame.across(x1 - x0), height: STRIP_HEIGHT };
  return <g mask={`url(#${frame.defs}-fade-${fade})`}><rect className="bar" {...box} /><rect className="hatch" {...box} fill={`url(#${frame.defs}-hatch)`} /></g>;
}
