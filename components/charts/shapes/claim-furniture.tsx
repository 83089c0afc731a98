import type { PlacedClaim, PlacedClaimGroup } from '../geometry/place-claims';
import { weightClass } from '../geometry/text-fit';
import type { Frame } from './frame';

interface Props { readonly group: PlacedClaimGroup; readonly frame: Frame; readonly gutter: number }

/** The group's own axis, and the claimants: over their marks on narrow drawings, left of them on wide ones. */
export function ClaimFurniture({ group, frame, gutter }: Props) {
  return (
    <g className="axis" aria-hidden="true">
      {group.ticks.map(({ x, label, weight }) => (
        <g key={label} className={weightClass(weight)}>
          <line className={x === 0 ? 'base-line' : 'grid-line'} x1={frame.across(x)} x2={frame.across(x)} y1="4" y2={group.base} />
          {group.hasScale && <text className="tick" x={frame.across(x)} y={group.base + 17} textAnchor={x > 0.97 ? 'end' : 'middle'}>{label}</text>}
        </g>
      ))}
      {group.claims.map((claim) => <Claimant key={claim.mark.id} claim={claim} gutter={gutter} />)}
    </g>
  );
}

/** Line height of claimants' names in px. */
const LINE = 15;

function Claimant({ claim, gutter }: { claim: PlacedClaim; gutter: number }) {
  const { mark, lines, detail, isDetailBelow, y } = claim;
  const below = isDetailBelow ? LINE : 0;
  const narrowTop = y - 13 - below - (lines.length - 1) * LINE;
  const wideTop = y + 4.5 - ((lines.length - 1) * LINE + (detail === '' ? 0 : 13)) / 2;
  return (
    <g className={mark.status === 'withdrawn' ? 'is-withdrawn' : undefined}>
      {lines.map((line, index) => (
        <text key={line} className="row-label row-name narrow-only" x="8" y={narrowTop + index * LINE}>
          {line}
          {index === lines.length - 1 && detail !== '' && !isDetailBelow && <tspan className="row-detail" dx="7">{detail}</tspan>}
        </text>
      ))}
      {isDetailBelow && <text className="row-label row-detail narrow-only" x="8" y={y - 13}>{detail}</text>}
      {lines.map((line, index) => <text key={line} className="row-label row-name wide-only" x={-gutter} y={wideTop + index * LINE}>{line}</text>)}
      {detail !== '' && <text className="row-label row-detail wide-only" x={-gutter} y={wideTop + lines.length * LINE - 1}>{detail}</text>}
    </g>
  );
}
