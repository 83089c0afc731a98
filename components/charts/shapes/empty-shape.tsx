import type { EmptyKind } from '@/domain/reading';
import { fitClass, unfitClass } from '../geometry/text-fit';
import type { Frame } from './frame';

interface Props {
  readonly kind: EmptyKind;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Plot width in px from which on the sign has room; below, a smaller one of the same meaning stands. */
  readonly needs?: number;
  readonly frame: Frame;
}

/**
 * Four reasons for having no number, four looks: a dotted slot that waits (not yet reported), a dash (nobody counts it),
 * a blacked-out line (withheld), a question mark (unknown). None of them can be taken for zero.
 */
export function EmptyShape({ kind, x0, x1, y0, y1, needs = 0, frame }: Props) {
  const x = frame.across(x0);
  const width = frame.across(x1 - x0);
  const centre = frame.across((x0 + x1) / 2);
  const fit = fitClass(needs);
  const unfit = unfitClass(needs);
  return (
    <g className={`empty empty-${kind}`}>
      <rect className="hit" x={x} y={y0} width={width} height={y1 - y0} />
      {kind === 'not-yet-reported' && (
        <>
          <rect className="empty-slot" x={x} y={y0} width={width} height={y1 - y0} />
          <svg className={fit} x={centre} y={(y0 + y1) / 2} overflow="visible">
            <circle cx="-4.5" r="1.3" /><circle r="1.3" /><circle cx="4.5" r="1.3" />
          </svg>
        </>
      )}
      {kind === 'not-collected' && (
        <>
          <svg className={fit} x={centre} y={y1 - 9} overflow="visible"><path d="M-6 0H6" /></svg>
          {unfit !== '' && <line className={unfit} x1={x} x2={frame.across(x1)} y1={y1 - 9} y2={y1 - 9} />}
        </>
      )}
      {kind === 'withheld' && <rect className="empty-block" x={x} y={y1 - 14} width={width} height="9" />}
      {kind === 'unknown' && (
        <>
          <text className={fit} x={centre} y={y1 - 6} textAnchor="middle">?</text>
          {unfit !== '' && <circle className={unfit} cx={centre} cy={y1 - 6} r="1.1" />}
        </>
      )}
    </g>
  );
}
