import type { PeriodsModel } from '@/domain/chart/model';
import { placePeriods } from './geometry/place-periods';
import { Plot, PlotSvg } from './plot';
import { AnnotationRules } from './shapes/annotation-rules';
import { DrawingDefs } from './shapes/drawing-defs';
import { fluidFrame } from './shapes/frame';
import { AxisUnit, BandAxisLabels, ValueAxisLines } from './shapes/furniture';
import { LineSegments } from './shapes/line-segments';
import { LinkedMark } from './shapes/mark-group';
import { PeriodShape } from './shapes/period-shape';
import { sourceHref } from './source-link';

/** Bars, stacks, groups, lines or panels over periods, complete without JavaScript. */
export function StaticPeriods({ model }: { model: PeriodsModel }) {
  const placed = placePeriods(model);
  return placed.panels.map((panel, index) => {
    const frame = fluidFrame(`${model.slug}-static-${index}`);
    return (
      <div key={panel.id} className="panel">
        {panel.title !== null && <p className="panel-title">{panel.title}</p>}
        <Plot gutter={placed.gutter} height={panel.height}>
          <PlotSvg height={panel.height} label={panel.title === null ? model.title : `${model.title}: ${panel.title}`} description={index === 0 ? model.altText : ''}>
            <DrawingDefs frame={frame} />
            <ValueAxisLines axis={panel.axis} />
            {panel.title === null && <AxisUnit unit={model.unit} axis={panel.axis} gutter={placed.gutter} />}
            <AnnotationRules annotations={placed.annotations} base={panel.axis.base} frame={frame} slug={model.slug} hasHeads={index === 0} isLinked />
            <LineSegments segments={panel.segments} frame={frame} />
            {panel.marks.map((mark) => (
              <LinkedMark key={mark.mark.id} id={mark.mark.id} href={sourceHref(model.slug, mark.mark.citations)} title={mark.mark.spoken}>
                <PeriodShape placed={mark} frame={frame} />
              </LinkedMark>
            ))}
            {panel.showsBands && <BandAxisLabels axis={placed.bandAxis} base={panel.axis.base} frame={frame} />}
          </PlotSvg>
        </Plot>
      </div>
    );
  });
}
