import type { ClosedDaysModel } from '@/domain/chart/closures-model';
import { placeClosedDays } from './geometry/place-closed-days';
import { Plot, PlotSvg } from './plot';
import { ClosedDaysShape } from './shapes/closed-days-shape';
import { DrawingDefs } from './shapes/drawing-defs';
import { fluidFrame } from './shapes/frame';
import { BandAxisLabels, ValueAxisLines } from './shapes/furniture';
import { LinkedMark } from './shapes/mark-group';
import { sourceHref } from './source-link';

/** Days closed per period, one panel a crossing, as at least and at most. */
export function StaticClosedDays({ model }: { model: ClosedDaysModel }) {
  const placed = placeClosedDays(model);
  return placed.panels.map((panel, index) => {
    const frame = fluidFrame(`${model.slug}-static-${index}`);
    return (
      <div key={panel.id} className="panel">
        <p className="panel-title">{panel.title}{index === 0 && <span className="panel-measure">{model.unit}</span>}</p>
        <Plot gutter={placed.gutter} height={panel.height}>
          <PlotSvg height={panel.height} label={`${model.title}: ${panel.title}`} description={index === 0 ? model.altText : ''}>
            <DrawingDefs frame={frame} />
            <ValueAxisLines axis={panel.axis} />
            {panel.marks.map((mark) => (
              <LinkedMark key={mark.mark.id} id={mark.mark.id} href={sourceHref(model.slug, mark.mark.citations)} title={mark.mark.spoken}>
                <ClosedDaysShape placed={mark} frame={frame} />
              </LinkedMark>
            ))}
            {panel.showsBands && <BandAxisLabels axis={placed.bandAxis} base={panel.axis.base} frame={frame} />}
          </PlotSvg>
        </Plot>
      </div>
    );
  });
}
