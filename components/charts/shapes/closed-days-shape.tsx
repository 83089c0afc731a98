import type { PlacedClosedDays } from '../geometry/place-closed-days';
import { paletteSlot } from '../palette';
import type { Frame } from './frame';

/** At least so many days (solid), at most so many (hatched on top). No days leave a thin line on the base: zero is a value. */
export function ClosedDaysShape({ placed, frame }: { placed: PlacedClosedDays; frame: Frame }) {
  const { mark, x0, x1, yLow, yHigh, base } = placed;
  const x = frame.across(x0);
  const width = frame.across(x1 - x0);
  const lowHeight = Math.max(base - yLow, 1.5);
  return (
    <g className={`s${paletteSlot(placed.colour)}`}>
      <rect className="hit" x={x} y={Math.min(yHigh, base - 24)} width={width} height={Math.max(base - yHigh, 24)} />
      {yHigh < yLow && (
        <>
          <rect className="bar bar-possible" x={x} y={yHigh} width={width} height={yLow - yHigh} />
          <rect className="hatch" x={x} y={yHigh} width={width} height={yLow - yHigh} fill={`url(#${frame.defs}-hatch)`} />
        </>
      )}
      <rect className="bar" x={x} y={base - lowHeight} width={width} height={lowHeight} />
      {mark.high > 0 && (
        <text className={`value ${placed.fit}`} x={frame.across((x0 + x1) / 2)} y={yHigh - 6} textAnchor="middle">{mark.label}</text>
      )}
    </g>
  );
}
