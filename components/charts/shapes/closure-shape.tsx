import { CLOSURE_HEIGHT, type PlacedClosure } from '../geometry/place-closures';
import { paletteSlot } from '../palette';
import type { Frame } from './frame';

/** How far in px a closure fades out whose end nobody gave and nothing bounds. */
const UNKNOWN_TAIL = 16;

/**
 * A closure: solid while certainly shut, hatched and fading where an edge is unknown, a blunt cap where it still went on when
 * last heard of, small ticks where another source gives another day. Very short ones keep a stroke, so that a day stays visible.
 */
export function ClosureShape({ placed, frame }: { placed: PlacedClosure; frame: Frame }) {
  const { bar, softX0, x0, x1, softX1, y } = placed;
  const hasUnknownEnd = bar.endState === 'unknown';
  const isUnbounded = hasUnknownEnd && softX1 <= x1;
  const middle = y + CLOSURE_HEIGHT / 2;
  return (
    <g className={`s${paletteSlot(placed.colour)}`}>
      <rect className="hit" x={frame.across(softX0)} y={y - 5} width={frame.across(Math.max(softX1 - softX0, 0))} height={CLOSURE_HEIGHT + 10} />
      {softX0 < x0 && <Soft x0={softX0} x1={x0} y={y} frame={frame} fade="left" />}
      {x1 < softX1 && <Soft x0={x1} x1={softX1} y={y} frame={frame} fade="right" />}
      {isUnbounded && (
        <svg x={frame.across(x1)} y={y} overflow="visible">
          <rect className="bar" width={UNKNOWN_TAIL} height={CLOSURE_HEIGHT} mask={`url(#${frame.defs}-fade-right)`} />
        </svg>
      )}
      <rect className="closure" x={frame.across(x0)} y={y} width={frame.across(Math.max(x1 - x0, 0))} height={CLOSURE_HEIGHT} />
      {hasUnknownEnd && <text className="closure-mark" x={frame.across(x1)} dx="4" y={middle + 4}>?</text>}
      {bar.endState === 'ongoing' && <line className="closure-cap" x1={frame.across(x1)} x2={frame.across(x1)} y1={y - 3.5} y2={y + CLOSURE_HEIGHT + 3.5} />}
      {placed.rivals.map(({ x, label }) => (
        <svg key={label} className="rival" x={frame.across(x)} y={y} overflow="visible">
          <path d={`M0 -4V${CLOSURE_HEIGHT + 4}M-2.5 -4H2.5M-2.5 ${CLOSURE_HEIGHT + 4}H2.5`} />
        </svg>
      ))}
      {placed.endWords !== null && (
        <text className="closure-words" x={frame.across(x1)} y={y - 6} textAnchor="end">{placed.endWords}</text>
      )}
    </g>
  );
}

function Soft({ x0, x1, y, frame, fade }: { x0: number; x1: number; y: number; frame: Frame; fade: 'left' | 'right' }) {
  const box = { x: frame.across(x0), y, width: frame.across(x1 - x0), height: CLOSURE_HEIGHT };
  return (
    <g mask={`url(#${frame.defs}-fade-${fade})`}>
      <rect className="bar" {...box} />
      <rect className="hatch" {...box} fill={`url(#${frame.defs}-hatch)`} />
    </g>
  );
}
