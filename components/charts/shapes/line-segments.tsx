import type { PlacedSegment } from '../geometry/place-period-marks';
import { paletteSlot } from '../palette';
import type { Frame } from './frame';

/** Straight lines between neighbouring values; nothing is drawn over a gap. */
export function LineSegments({ segments, frame }: { segments: readonly PlacedSegment[]; frame: Frame }) {
  return segments.map(({ seriesId, colour, x0, y0, x1, y1, isProvisional }) => (
    <line
      key={`${seriesId}-${x0}`} className={`line s${paletteSlot(colour)}${isProvisional ? ' line-provisional' : ''}`}
      x1={frame.across(x0)} y1={y0} x2={frame.across(x1)} y2={y1}
    />
  ));
}
