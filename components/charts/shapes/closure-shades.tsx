import { STRIP_HEIGHT, type PlacedClosureStrips } from '../geometry/place-period-closures';
import type { Frame } from './frame';

interface Props { readonly strips: PlacedClosureStrips | null; readonly base: number; readonly frame: Frame }

/** The shades that closures throw on the plot below their strips, as wide as their days; bars show them on themselves. Two crossings shut are darker than one. */
export function ClosureShades({ strips, base, frame }: Props) {
  if (strips === null) return null;
  return (
    <g className="closure-shades s-closure" aria-hidden="true">
      {strips.spans.map(({ bar, softX0, softX1, x0, x1, y }) => (
        <g key={bar.id}>
          {(softX0 < x0 || x1 < softX1) && (
            <rect className="closure-shade closure-shade-soft" x={frame.across(softX0)} y={y + STRIP_HEIGHT} width={frame.across(softX1 - softX0)} height={base - y - STRIP_HEIGHT} />
          )}
          <rect className="closure-shade" x={frame.across(x0)} y={y + STRIP_HEIGHT} width={frame.across(Math.max(x1 - x0, 0))} height={base - y - STRIP_HEIGHT} />
        </g>
      ))}
    </g>
  );
}

/** Lines and names of the strips, which stand under the closures. */
export function ClosureStripNames({ strips }: { strips: PlacedClosureStrips | null }) {
  if (strips === null) return null;
  return (
    <g className="axis" aria-hidden="true">
      {strips.rows.map(({ id, crossing, nameY, y }) => (
        <g key={id}>
          <line className="row-line" x1="0" x2="100%" y1={y + STRIP_HEIGHT / 2} y2={y + STRIP_HEIGHT / 2} />
          <text className="strip-name" x="0" y={nameY}>{crossing}: <tspan className="row-detail">shut to trade</tspan></text>
        </g>
      ))}
    </g>
  );
}
