'use client';

import { Scatter } from 'recharts';
import type { ClosuresModel } from '@/domain/chart/closures-model';
import { closureGutter, placeClosures, type PlacedClosure } from './geometry/place-closures';
import { MeasuredPlot } from './measured-plot';
import { RechartsPlot } from './recharts-plot';
import type { RechartsDrawingProps } from './recharts-drawing';
import { AnnotationRules } from './shapes/annotation-rules';
import { ClosureGrid, ClosureLabels } from './shapes/closure-furniture';
import { ClosureShape } from './shapes/closure-shape';
import { DrawingDefs } from './shapes/drawing-defs';
import { measuredFrame } from './shapes/frame';
import { PlainMark } from './shapes/mark-group';
import { sourceHref } from './source-link';

interface Point { readonly x: number; readonly y: number; readonly placed: PlacedClosure }

export function RechartsClosures({ model, hidden, ...pointer }: RechartsDrawingProps<ClosuresModel>) {
  const placed = placeClosures(model);
  const gutter = closureGutter(placed.rows);
  const { from, to } = model.axis;
  const points = placed.bars
    .filter(({ bar }) => !hidden.has(bar.lane))
    .map((bar): Point => ({ x: Math.min(Math.max(bar.bar.solidFrom, from), to), y: bar.bar.row, placed: bar }));
  return (
    <MeasuredPlot plot={0} gutter={gutter} height={placed.height} className="plot-rows" {...pointer}>
      {(width) => {
        const frame = measuredFrame(`${model.slug}-interactive`, width);
        return (
          <RechartsPlot width={width} height={placed.height} top={placed.top} base={placed.base} data={[]} xDomain={[from, Math.max(to, from + 1)]} yDomain={[model.rows.length, 0]}>
            <DrawingDefs frame={frame} />
            <ClosureGrid placed={placed} frame={frame} />
            <AnnotationRules annotations={placed.annotations} base={placed.base} frame={frame} slug={model.slug} hasHeads isLinked={false} />
            <ClosureLabels placed={placed} gutter={gutter} />
            <Scatter
              name="closures" isAnimationActive={false} data={points}
              shape={({ payload }: { payload?: Point }) => (payload === undefined ? <g /> : (
                <PlainMark id={payload.placed.bar.id} href={sourceHref(model.slug, payload.placed.bar.citations)} title={payload.placed.bar.spoken}>
                  <ClosureShape placed={payload.placed} frame={frame} />
                </PlainMark>
              ))}
            />
          </RechartsPlot>
        );
      }}
    </MeasuredPlot>
  );
}
