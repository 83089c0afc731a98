'use client';

import { Bar } from 'recharts';
import type { ClosedDaysModel } from '@/domain/chart/closures-model';
import { placeClosedDays, type PlacedClosedDays } from './geometry/place-closed-days';
import { MeasuredPlot } from './measured-plot';
import { RechartsPlot } from './recharts-plot';
import type { RechartsDrawingProps } from './recharts-drawing';
import { ClosedDaysShape } from './shapes/closed-days-shape';
import { DrawingDefs } from './shapes/drawing-defs';
import { measuredFrame } from './shapes/frame';
import { BandAxisLabels, ValueAxisLines } from './shapes/furniture';
import { PlainMark } from './shapes/mark-group';
import { sourceHref } from './source-link';

interface Row { readonly x: number; readonly y: number; readonly placed: PlacedClosedDays }

export function RechartsClosedDays({ model, ...pointer }: RechartsDrawingProps<ClosedDaysModel>) {
  const placed = placeClosedDays(model);
  return placed.panels.map((panel, index) => (
    <div key={panel.id} className="panel">
      <p className="panel-title">{panel.title}{index === 0 && <span className="panel-measure">{model.unit}</span>}</p>
      <MeasuredPlot plot={index} gutter={placed.gutter} height={panel.height} onPoint={pointer.onPoint} onPress={pointer.onPress}>
        {(width) => {
          const frame = measuredFrame(`${model.slug}-interactive-${index}`, width);
          return (
            <RechartsPlot
              width={width} height={panel.height} top={panel.axis.top} base={panel.axis.base} xDomain={[0, Math.max(model.bands.length, 1)]} yDomain={[0, model.yMax]}
              data={panel.marks.map((mark): Row => ({ x: mark.mark.band + 0.5, y: mark.mark.low, placed: mark }))}
            >
              <DrawingDefs frame={frame} />
              <ValueAxisLines axis={panel.axis} />
              <Bar
                name={panel.title} dataKey="y" isAnimationActive={false}
                shape={({ payload }: { payload?: Row }) => (payload === undefined ? <g /> : (
                  <PlainMark id={payload.placed.mark.id} href={sourceHref(model.slug, payload.placed.mark.citations)} title={payload.placed.mark.spoken}>
                    <ClosedDaysShape placed={payload.placed} frame={frame} />
                  </PlainMark>
                ))}
              />
              {panel.showsBands && <BandAxisLabels axis={placed.bandAxis} base={panel.axis.base} frame={frame} />}
            </RechartsPlot>
          );
        }}
      </MeasuredPlot>
    </div>
  ));
}
