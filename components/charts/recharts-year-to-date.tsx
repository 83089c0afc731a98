'use client';

import { Scatter } from 'recharts';
import type { YearToDateModel } from '@/domain/chart/model';
import { placeYearToDate, type PlacedPoint, type PlacedYearLine } from './geometry/place-year-to-date';
import { MeasuredPlot } from './measured-plot';
import { RechartsPlot } from './recharts-plot';
import type { RechartsDrawingProps } from './recharts-drawing';
import { DrawingDefs } from './shapes/drawing-defs';
import { measuredFrame } from './shapes/frame';
import { AxisUnit, BandAxisLabels, ValueAxisLines } from './shapes/furniture';
import { PlainMark } from './shapes/mark-group';
import { YearLine, YearPoint } from './shapes/year-shape';
import { sourceHref } from './source-link';

interface Point { readonly x: number; readonly y: number; readonly point: PlacedPoint; readonly line: PlacedYearLine }

export function RechartsYearToDate({ model, ...pointer }: RechartsDrawingProps<YearToDateModel>) {
  const placed = placeYearToDate(model);
  const { axis } = placed;
  return (
    <MeasuredPlot plot={0} gutter={placed.gutter} tail={placed.tail} height={placed.height} onPoint={pointer.onPoint} onPress={pointer.onPress}>
      {(width) => {
        const frame = measuredFrame(`${model.slug}-interactive`, width);
        return (
          <RechartsPlot width={width} height={placed.height} top={axis.top} base={axis.base} data={[]} xDomain={[0, Math.max(model.bands.length, 1)]} yDomain={[0, model.yMax]}>
            <DrawingDefs frame={frame} />
            <ValueAxisLines axis={axis} />
            <AxisUnit unit={model.unit} axis={axis} gutter={placed.gutter} />
            <BandAxisLabels axis={placed.bandAxis} base={axis.base} frame={frame} />
            {placed.lines.map((line) => <YearLine key={line.id} line={line} frame={frame} />)}
            {placed.lines.map((line) => (
              <Scatter
                key={line.id} name={line.label} isAnimationActive={false}
                data={line.points.map((point): Point => ({ x: point.mark.band + 1, y: point.mark.value ?? 0, point, line }))}
                shape={({ payload }: { payload?: Point }) => (payload === undefined ? <g /> : (
                  <PlainMark id={payload.point.mark.id} href={sourceHref(model.slug, payload.point.mark.citations)} title={payload.point.mark.spoken}>
                    <YearPoint point={payload.point} line={payload.line} frame={frame} />
                  </PlainMark>
                ))}
              />
            ))}
          </RechartsPlot>
        );
      }}
    </MeasuredPlot>
  );
}
