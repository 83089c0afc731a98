import type { PeriodsModel } from '@/domain/chart/model';
import { placePeriods } from './geometry/place-periods';
import { Plot, PlotSvg } from './plot';
import { AnnotationRules } from './shapes/annotation-rules';
import { ClosureShades, ClosureStripNames } from './shapes/closure-shades';
import { ClosureSpanShape } from './shapes/closure-span-shape';
import { DrawingDefs } from './shapes/drawing-defs';
import { fluidFrame } from './shapes/frame';
import { AxisUnit, BandAxisLabels, ValueAxisLines } from './shapes/furniture';
import { LineSegments } from './shapes/line-segments';
import { LinkedMark } from './shapes/mark-group';
import { PanelHead } from './shapes/panel-head';
import { PeriodShape } from './shapes/period-shape';
import { sourceHref } from './source-link';

/** Bars, stacks, groups, lines or panels over periods, complete without JavaScript. */
export function StaticPeriods({ model }: { model: PeriodsModel }) {
  const placed = placePeriods(model);
  const panels = placed.panels.map((panel, index) => {
    const frame = fluidFrame(`${model.slug}-static-${index}`);
    const strips = index === 0 ? placed.closures : null;
    return (
      <div key={panel.id} className="panel">
        <PanelHead panel={panel} />
        <Plot gutter={placed.gutter} height={panel.height}>
          <PlotSvg height={panel.height} label={panel.title === null ? model.title : `${model.title}: ${panel.title}`} description={index === 0 ? model.altText : ''}>
            <DrawingDefs frame={frame} />
            <ValueAxisLines axis={panel.axis} />
            {panel.title === null && <AxisUnit unit={model.unit} axis={panel.axis} gutter={placed.gutter} />}
            <AnnotationRules annotations={placed.annotations} base={panel.axis.base} frame={frame} slug={model.slug} hasHeads={index === 0} isLinked />
            <LineSegments segments={panel.segments} frame={frame} />
            <ClosureShades strips={strips} base={panel.axis.base} frame={frame} />
            <ClosureStripNames strips={strips} />
            {panel.marks.map((mark) => (
              <LinkedMark key={mark.mark.id} id={mark.mark.id} href={sourceHref(model.slug, mark.mark.citations)} title={mark.mark.spoken}>
                <PeriodShape placed={mark} frame={frame} />
              </LinkedMark>
            ))}
            {strips?.spans.map((span) => (
              <LinkedMark key={span.bar.id} id={span.bar.id} href={sourceHref(model.slug, span.bar.citations)} title={span.bar.spoken}>
                <ClosureSpanShape placed={span} frame={frame} />
              </LinkedMark>
            ))}
            {panel.showsBands && <BandAxisLabels axis={placed.bandAxis} base={panel.axis.base} frame={frame} />}
          </PlotSvg>
        </Plot>
      </div>
    );
  });
  return placed.isGrid ? <div className="panel-grid">{panels}</div> : panels;
}
