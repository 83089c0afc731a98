import { markLetters, OPEN_REACH, type PlacedPeriodMark } from '../geometry/place-period-marks';
import { paletteSlot } from '../palette';
import { EmptyShape } from './empty-shape';
import { roundPx, type Frame } from './frame';

interface Props { readonly placed: PlacedPeriodMark; readonly frame: Frame }

/** Smallest height of a bar in px: zero is a value and must be seen as one. */
const LEAST_HEIGHT = 1.5;

function Bar({ placed, frame }: Props) {
  const { mark, x0, x1, y0, y1 } = placed;
  const x = frame.across(x0);
  const width = frame.across(x1 - x0);
  const height = Math.max(roundPx(y1 - y0), LEAST_HEIGHT);
  const top = roundPx(y1 - height);
  const look = mark.isUnconfirmed ? 'bar bar-unconfirmed' : mark.kind === 'derived' ? 'bar bar-derived' : 'bar';
  const isOpenUp = mark.qualifier === 'at-least' || mark.qualifier === 'more-than';
  return (
    <>
      <rect className="hit" x={x} y={Math.min(top, y1 - 24)} width={width} height={Math.max(height, 24)} />
      <rect className={look} x={x} y={top} width={width} height={height} />
      {mark.isIncomplete === true && <rect className="hatch" x={x} y={top} width={width} height={height} fill={`url(#${frame.defs}-hatch)`} />}
      {placed.shades.map(({ x0: from, x1: to, isSoft }) => (
        <rect key={`${from}-${to}`} className={`closure-shade s-closure${isSoft ? ' closure-shade-soft' : ''}`} x={frame.across(from)} y={top} width={frame.across(to - from)} height={height} />
      ))}
      {isOpenUp && (
        <>
          <rect className="bar" x={x} y={top - OPEN_REACH} width={width} height={OPEN_REACH} mask={`url(#${frame.defs}-fade-up)`} />
          <svg x={frame.across((x0 + x1) / 2)} y={top - OPEN_REACH} overflow="visible"><path className="open-arrow" d="M-4.5 5L0 0L4.5 5M0 0V9" /></svg>
        </>
      )}
      {mark.qualifier === 'nearly' && (
        <svg x={frame.across((x0 + x1) / 2)} y={top + 4} overflow="visible"><path className="open-arrow open-arrow-inside" d="M-4.5 4L0 9L4.5 4M0 9V0" /></svg>
      )}
      {mark.qualifier === 'about' && (
        <svg x={x} y={top - 0.5} width={width} height="5.5"><rect width="100%" height="6" fill={`url(#${frame.defs}-torn)`} /></svg>
      )}
      {placed.notches.map((y) => (
        <g key={y} className="notch">
          <line className="notch-halo" x1={x} x2={frame.across(x1)} y1={y} y2={y} />
          <line x1={x} x2={frame.across(x1)} y1={y} y2={y} />
        </g>
      ))}
    </>
  );
}

/** A value on a line: full where reported, a ring where derived, incomplete or unconfirmed. */
function Point({ placed, frame }: Props) {
  const { mark, x0, x1, y0 } = placed;
  const centre = frame.across((x0 + x1) / 2);
  const isRing = mark.kind === 'derived' || mark.isUnconfirmed || mark.isIncomplete === true;
  return (
    <>
      <circle className="hit" cx={centre} cy={y0} r="10" />
      {placed.notches.map((y) => <line key={y} className="point-notch" x1={centre} x2={centre} y1={y} y2={y0} />)}
      {(mark.qualifier === 'at-least' || mark.qualifier === 'more-than') && <svg x={centre} y={y0} overflow="visible"><path className="point-arrow" d="M0 -4V-17M-4 -13L0 -17.5L4 -13" /></svg>}
      {mark.qualifier === 'nearly' && <svg x={centre} y={y0} overflow="visible"><path className="point-arrow" d="M0 4V15M-4 11L0 15.5L4 11" /></svg>}
      <circle className={mark.qualifier === 'about' ? 'point point-ring point-about' : isRing ? 'point point-ring' : 'point'} cx={centre} cy={y0} r="4" />
    </>
  );
}

/** One period mark with its printed value. Shared by both drawings, so that they cannot disagree. */
export function PeriodShape({ placed, frame }: Props) {
  const { mark, label, remark, shape, x0, x1, y0, y1 } = placed;
  const letters = markLetters(mark);
  const isTinted = mark.kind === 'derived' || mark.isUnconfirmed;
  return (
    <g className={`s${paletteSlot(placed.colour)}`}>
      {shape === 'empty' && mark.empty !== null && <EmptyShape kind={mark.empty} x0={x0} x1={x1} y0={y0} y1={y1} needs={placed.signNeeds} frame={frame} />}
      {shape === 'bar' && <Bar placed={placed} frame={frame} />}
      {shape === 'point' && <Point placed={placed} frame={frame} />}
      {label !== null && (
        <text className={`value value-${label.place}${isTinted ? ' value-tinted' : ''}${shape === 'point' ? ' value-line' : ''} ${label.fit}`} x={frame.across((x0 + x1) / 2)} y={label.y} textAnchor="middle">
          {label.text}
          {letters !== '' && <tspan className="letters" dy="-4">{letters}</tspan>}
        </text>
      )}
      {remark !== null && <text className={`mark-remark ${remark.fit}`} x={frame.across((x0 + x1) / 2)} y={remark.y} textAnchor="middle">{remark.text}</text>}
    </g>
  );
}
