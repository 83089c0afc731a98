'use client';

import { Bar, Scatter } from 'recharts';
import type { PeriodsModel } from '@/domain/chart/model';
import type { PlacedPeriodMark } from './geometry/place-period-marks';
import { placePeriods, type PlacedPanel } from './geometry/place-periods';
import { MeasuredPlot } from './measured-plot';
import { RechartsPlot } from './recharts-plot';
import type { RechartsDrawingProps } from './recharts-drawing';
import { AnnotationRules } from './shapes/annotation-rules';
import { ClosureShades, ClosureStripNames } from './shapes/closure-shades';
import { ClosureSpanShape } from './shapes/closure-span-shape';
import { DrawingDefs } from './shapes/drawing-defs';
import { measuredFrame, type Frame } from './shapes/frame';
import { AxisUnit, BandAxisLabels, ValueAxisLines } from './shapes/furniture';
import { LineSegments } from './shapes/line-segments';
import { PlainMark } from './shapes/mark-group';
import { PanelHead } from './shapes/panel-head';
import { PeriodShape } from './shapes/period-shape';
import { sourceHref } from './source-link';

interface Row { readonly x: number; readonly y: number; readonly placed: ReadonlyMap<string, PlacedPeriodMark> }

function rowsOf(panel: PlacedPanel, bands: number): readonly Row[] {
  return Array.from({ length: bands }, (_, band): Row => ({
    x: band + 0.5, y: 0, placed: new Map(panel.marks.filter(({ mark }) => mark.band === band).map((placed) => [placed.mark.seriesId, placed])),
  }));
}

/** Recharts puts the bars in order and hands over the row; size and place come from the geometry, which keeps fractions of a pixel. */
export function RechartsPeriods({ model, hidden, ...pointer }: RechartsDrawingProps<PeriodsModel>) {
  const placed = placePeriods(model, hidden);
  const series = model.legend.filter(({ id }) => !hidden.has(id));
  const draw = (mark: PlacedPeriodMark | undefined, frame: Frame) => (mark === undefined ? <g /> : (
    <PlainMark id={mark.mark.id} href={sourceHref(model.slug, mark.mark.citations)} title={mark.mark.spoken}><PeriodShape placed={mark} frame={frame} /></PlainMark>
  ));
  const panels = placed.panels.map((panel, index) => (
    <div key={panel.id} className="panel">
      <PanelHead panel={panel} />
      <MeasuredPlot plot={index} gutter={placed.gutter} height={panel.height} {...pointer}>
        {(width) => {
          const frame = measuredFrame(`${model.slug}-interactive-${index}`, width);
          const { axis } = panel;
          const strips = index === 0 ? placed.closures : null;
          return (
            <RechartsPlot
              width={width} height={panel.height} top={axis.top} base={axis.base} data={rowsOf(panel, model.bands.length)}
              xDomain={[0, Math.max(model.bands.length, 1)]} yDomain={[0, model.panels[index]?.yMax ?? 1]}
            >
              <DrawingDefs frame={frame} />
              <ValueAxisLines axis={axis} />
              {panel.title === null && <AxisUnit unit={model.unit} axis={axis} gutter={placed.gutter} />}
              <AnnotationRules annotations={placed.annotations} base={axis.base} frame={frame} slug={model.slug} hasHeads={index === 0} isLinked={false} />
              <LineSegments segments={panel.segments} frame={frame} />
              <ClosureShades strips={strips} base={axis.base} frame={frame} />
              <ClosureStripNames strips={strips} />
              {model.arrangement === 'line'
                ? series.map(({ id }) => (
                  <Scatter
                    key={id} name={id} isAnimationActive={false}
                    data={panel.marks.filter(({ mark }) => mark.seriesId === id).map((mark) => ({ x: mark.mark.band + 0.5, y: mark.mark.value ?? 0, placed: mark }))}
                    shape={({ payload }: { payload?: { placed: PlacedPeriodMark } }) => draw(payload?.placed, frame)}
                  />
                ))
                : series.map(({ id }) => (
                  <Bar
                    key={id} name={id} isAnimationActive={false} dataKey={(row: Row) => row.placed.get(id)?.mark.value ?? 0}
                    shape={({ payload }: { payload?: Row }) => draw(payload?.placed.get(id), frame)}
                  />
                ))}
              {strips?.spans.map((span) => (
                <PlainMark key={span.bar.id} id={span.bar.id} href={sourceHref(model.slug, span.bar.citations)} title={span.bar.spoken}><ClosureSpanShape placed={span} frame={frame} /></PlainMark>
              ))}
              {panel.showsBands && <BandAxisLabels axis={placed.bandAxis} base={axis.base} frame={frame} />}
            </RechartsPlot>
          );
        }}
      </MeasuredPlot>
    </div>
  ));
  return placed.isGrid ? <div className="panel-grid">{panels}</div> : panels;
}
