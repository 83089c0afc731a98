'use client';

import type { PeriodsModel } from '@/domain/chart/model';
import { MeasuredPlot } from '../measured-plot';
import type { RechartsDrawingProps } from '../recharts-drawing';
import { measuredFrame } from '../shapes/frame';
import { DensePlot } from './dense-plot';
import { placeDense } from './place-dense';

/** Very many periods at the measured width: as many columns as there are pixels, one path a series, quick enough to follow a hand. */
export function MeasuredDense({ model, hidden, ...pointer }: RechartsDrawingProps<PeriodsModel>) {
  const placed = placeDense(model);
  return placed.panels.map((panel, index) => (
    <div key={panel.id} className="panel">
      {panel.title !== null && <p className="panel-title">{panel.title}</p>}
      <MeasuredPlot plot={index} gutter={placed.gutter} height={panel.height} {...pointer}>
        {(width) => (
          <svg className="plot-svg" width={width} height={panel.height}>
            <DensePlot
              model={model} panel={panel} annotations={placed.annotations} axis={panel.axis} gutter={placed.gutter}
              frame={measuredFrame(`${model.slug}-interactive-${index}`, width)} width={width} hidden={hidden} isFirst={index === 0}
            />
          </svg>
        )}
      </MeasuredPlot>
    </div>
  ));
}
