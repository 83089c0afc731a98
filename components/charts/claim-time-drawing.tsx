import type { ClaimMark, ClaimsModel } from '@/domain/chart/model';
import { placeClaimTime, type TimeSpan } from './geometry/place-claim-time';
import { Plot, PlotSvg } from './plot';
import { TimedClaimShape, TimeFurniture, TimeRun } from './shapes/claim-time-shape';
import { fluidFrame } from './shapes/frame';
import { LinkedMark } from './shapes/mark-group';
import { sourceHref } from './source-link';

interface ClaimTimeDrawingProps {
  readonly model: ClaimsModel;
  readonly span: TimeSpan;
  /** Who stands behind a mark, so that his figures make one line. */
  readonly claimantOf: (mark: ClaimMark) => string;
}

/** Figures by the day they were said, one plot for each side's losses; nothing where time tells nothing. Complete without JavaScript. */
export function ClaimTimeDrawing({ model, span, claimantOf }: ClaimTimeDrawingProps) {
  const timeline = placeClaimTime(model, span, claimantOf);
  if (timeline === null) return null;
  return (
    <div className="drawing time-drawing" dir="ltr" data-layer="time">
      {timeline.panels.map((panel, index) => {
        const frame = fluidFrame(`${model.slug}-time-${index}`);
        return (
          <div key={panel.id}>
            <p className="panel-title">{panel.title}<span className="panel-measure">{panel.measureLabel}</span></p>
            <Plot gutter={timeline.gutter} tail={8} height={panel.height}>
              <PlotSvg height={panel.height} label={`${panel.title}, ${panel.measureLabel}, by the day it was said`} description="">
                <TimeFurniture timeline={timeline} panel={panel} frame={frame} />
                {panel.runs.map((run) => <TimeRun key={run.id} run={run} frame={frame} />)}
                {panel.claims.map((claim) => (
                  <LinkedMark key={claim.mark.id} id={claim.mark.id} href={sourceHref(model.slug, claim.mark.citations)} title={claim.mark.spoken}>
                    <TimedClaimShape claim={claim} frame={frame} />
                  </LinkedMark>
                ))}
              </PlotSvg>
            </Plot>
          </div>
        );
      })}
    </div>
  );
}
