import type { PlacedClaimGroup } from '../geometry/place-claims';
import { weightClass } from '../geometry/text-fit';
import { paletteSlot } from '../palette';
import type { Frame } from './frame';

interface Props { readonly group: PlacedClaimGroup; readonly frame: Frame; readonly gutter: number }

/** The group's own axis, and the claimants: over their marks on narrow drawings, left of them on wide ones. */
export function ClaimFurniture({ group, frame, gutter }: Props) {
  return (
    <g className="axis" aria-hidden="true">
      {group.ticks.map(({ x, label, weight }) => (
        <g key={label} className={weightClass(weight)}>
          <line className={x === 0 ? 'base-line' : 'grid-line'} x1={frame.across(x)} x2={frame.across(x)} y1="4" y2={group.base} />
          <text className="tick" x={frame.across(x)} y={group.base + 17} textAnchor={x > 0.97 ? 'end' : 'middle'}>{label}</text>
        </g>
      ))}
      {group.claims.map(({ mark, y, detail, colour }) => (
        <g key={mark.id} className={`s${paletteSlot(colour)}${mark.status === 'withdrawn' ? ' is-withdrawn' : ''}`}>
          <text className="row-label narrow-only" x="10" y={y - 13}>
            <tspan className="row-name">{mark.claimant}</tspan>
            {detail !== '' && <tspan className="row-detail" dx="6">{detail}</tspan>}
          </text>
          <text className="row-label row-name wide-only" x={-gutter} y={detail === '' ? y + 4.5 : y - 2}>{mark.claimant}</text>
          {detail !== '' && <text className="row-label row-detail wide-only" x={-gutter} y={y + 13}>{detail}</text>}
        </g>
      ))}
    </g>
  );
}
