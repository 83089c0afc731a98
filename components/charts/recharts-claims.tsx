'use client';

import { Scatter } from 'recharts';
import type { ClaimsModel } from '@/domain/chart/model';
import { ClaimGroupTitle } from './claim-group-title';
import { placeClaims, type PlacedClaim } from './geometry/place-claims';
import { MeasuredPlot } from './measured-plot';
import { RechartsPlot } from './recharts-plot';
import type { RechartsDrawingProps } from './recharts-drawing';
import { ClaimFurniture } from './shapes/claim-furniture';
import { ClaimShape } from './shapes/claim-shape';
import { DrawingDefs } from './shapes/drawing-defs';
import { measuredFrame } from './shapes/frame';
import { PlainMark } from './shapes/mark-group';
import { sourceHref } from './source-link';

interface Point { readonly x: number; readonly y: number; readonly placed: PlacedClaim }

export function RechartsClaims({ model, hidden, ...pointer }: RechartsDrawingProps<ClaimsModel>) {
  const placed = placeClaims(model);
  return placed.groups.map((group, index) => {
    const points = group.claims
      .map((claim, row): Point => ({ x: claim.mark.low ?? claim.mark.high ?? 0, y: row, placed: claim }))
      .filter(({ placed: { mark } }) => !hidden.has(mark.lens));
    return (
      <div key={group.id} className="panel">
        <ClaimGroupTitle group={group} />
        <MeasuredPlot plot={index} gutter={placed.gutter} tail={placed.tail} height={group.height} className="plot-rows plot-claims" {...pointer}>
          {(width) => {
            const frame = measuredFrame(`${model.slug}-interactive-${index}`, width);
            return (
              <RechartsPlot
                width={width} height={group.height} top={4} base={group.base} data={[]}
                xDomain={[0, Math.max(model.groups[index]?.xMax ?? 1, 1)]} yDomain={[Math.max(group.claims.length, 1), 0]}
              >
                <DrawingDefs frame={frame} />
                <ClaimFurniture group={group} frame={frame} gutter={placed.gutter} />
                <Scatter
                  name={group.label} isAnimationActive={false} data={points}
                  shape={({ payload }: { payload?: Point }) => (payload === undefined ? <g /> : (
                    <PlainMark id={payload.placed.mark.id} href={sourceHref(model.slug, payload.placed.mark.citations)} title={payload.placed.mark.spoken}>
                      <ClaimShape placed={payload.placed} frame={frame} />
                    </PlainMark>
                  ))}
                />
              </RechartsPlot>
            );
          }}
        </MeasuredPlot>
      </div>
    );
  });
}
