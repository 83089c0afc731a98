import type { ClaimLens } from '@/domain/claim';
import type { PlacedClaim } from '../geometry/place-claims';
import { paletteSlot } from '../palette';
import type { Frame } from './frame';

/** Each side has a form as well as a colour; neither is taken from a flag. Drawn around (0, 0), in px. */
export const LENS_FORMS: Record<ClaimLens, string> = {
  pakistan: 'M0 -6A6 6 0 1 1 0 6A6 6 0 1 1 0 -6Z',
  taliban: 'M0 -7.2L7.2 0L0 7.2L-7.2 0Z',
  independent: 'M-5.4 -5.4H5.4V5.4H-5.4Z',
  other: 'M0 -6.6L6.4 5H-6.4Z',
};

const OPEN_ARROW = 30;

interface Props { readonly placed: PlacedClaim; readonly frame: Frame }

function Figure({ placed, frame }: Props) {
  const { mark, x0, x1, y } = placed;
  const form = LENS_FORMS[mark.lens];
  const isRange = x1 > x0;
  return (
    <>
      <line className="claim-stem" x1="0" x2={frame.across(x0)} y1={y} y2={y} />
      {isRange && (
        <>
          <rect className="claim-range" x={frame.across(x0)} y={y - 3.5} width={frame.across(x1 - x0)} height="7" />
          {[x0, x1].map((x) => <line key={x} className="claim-cap" x1={frame.across(x)} x2={frame.across(x)} y1={y - 7} y2={y + 7} />)}
        </>
      )}
      {placed.isOpenUp && (
        <svg x={frame.across(x1)} y={y} overflow="visible"><path className="claim-arrow" d={`M6 0H${OPEN_ARROW}M${OPEN_ARROW - 6} -5L${OPEN_ARROW} 0L${OPEN_ARROW - 6} 5`} /></svg>
      )}
      {placed.isOpenDown && (
        <svg x={frame.across(x0)} y={y} overflow="visible"><path className="claim-arrow" d={`M-6 0H-${OPEN_ARROW}M-${OPEN_ARROW - 6} -5L-${OPEN_ARROW} 0L-${OPEN_ARROW - 6} 5`} /></svg>
      )}
      {!isRange && <svg x={frame.across(x0)} y={y} overflow="visible"><path className={mark.qualifier === 'about' ? 'claim-dot claim-dot-about' : 'claim-dot'} d={form} /></svg>}
    </>
  );
}

/** One claim: its figure, a hollow cross for a denial, words where no figure was given; withdrawn ones stay as struck-through words. */
export function ClaimShape({ placed, frame }: Props) {
  const { mark, shape, x0, x1, y, labelAnchor } = placed;
  const after = placed.isOpenUp && shape === 'figure' ? OPEN_ARROW + 8 : 13;
  const isBefore = labelAnchor === 'end' && shape === 'figure' && !placed.isOpenDown;
  const at = shape === 'figure' ? (isBefore ? x0 : x1) : 0;
  const offset = shape === 'no-figure' || shape === 'withdrawn' ? 8 : isBefore ? -13 : after;
  return (
    <g className={`s${paletteSlot(placed.colour)}`}>
      <rect className="hit" x="0" y={y - 13} width="100%" height="26" />
      {shape === 'figure' && <Figure placed={placed} frame={frame} />}
      {shape === 'denial' && <svg x="0" y={y} overflow="visible"><path className="claim-denial" d="M-5.5 -5.5L5.5 5.5M5.5 -5.5L-5.5 5.5" /></svg>}
      <text className={`claim-label claim-label-${shape}`} x={frame.across(at)} dx={offset} y={y + 4.5} textAnchor={isBefore ? 'end' : 'start'}>
        {mark.label}
      </text>
    </g>
  );
}
