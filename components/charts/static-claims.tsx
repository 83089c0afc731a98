import type { ClaimsModel } from '@/domain/chart/model';
import { ClaimGroupTitle } from './claim-group-title';
import { placeClaims } from './geometry/place-claims';
import { Plot, PlotSvg } from './plot';
import { ClaimFurniture } from './shapes/claim-furniture';
import { ClaimShape } from './shapes/claim-shape';
import { DrawingDefs } from './shapes/drawing-defs';
import { fluidFrame } from './shapes/frame';
import { LinkedMark } from './shapes/mark-group';
import { sourceHref } from './source-link';

/** Claims side by side, one plot for each side's losses and measure; nothing is added up. */
export function StaticClaims({ model }: { model: ClaimsModel }) {
  const placed = placeClaims(model);
  return placed.groups.map((group, index) => {
    const frame = fluidFrame(`${model.slug}-static-${index}`);
    return (
      <div key={group.id} className="panel">
        <ClaimGroupTitle group={group} />
        <Plot gutter={placed.gutter} tail={placed.tail} height={group.height} className="plot-rows plot-claims">
          <PlotSvg height={group.height} label={`${model.title}: ${group.label}, ${group.measureLabel}`} description={index === 0 ? model.altText : ''}>
            <DrawingDefs frame={frame} />
            <ClaimFurniture group={group} frame={frame} gutter={placed.gutter} />
            {group.claims.map((claim) => (
              <LinkedMark key={claim.mark.id} id={claim.mark.id} href={sourceHref(model.slug, claim.mark.citations)} title={claim.mark.spoken}>
                <ClaimShape placed={claim} frame={frame} />
              </LinkedMark>
            ))}
          </PlotSvg>
        </Plot>
      </div>
    );
  });
}
