import type { PeriodsModel } from '@/domain/chart/model';
import { Plot, PlotSvg } from '../plot';
import { fluidFrame } from '../shapes/frame';
import { DensePlot } from './dense-plot';
import { placeDense } from './place-dense';

const NOBODY: ReadonlySet<string> = new Set();

/** Very many periods without JavaScript: one path a series, stretched to the plot. */
export function StaticDense({ model }: { model: PeriodsModel }) {
  const placed = placeDense(model);
  return placed.panels.map((panel, index) => (
    <div key={panel.id} className="panel">
      {panel.title !== null && <p className="panel-title">{panel.title}</p>}
      <Plot gutter={placed.gutter} height={panel.height}>
        <PlotSvg height={panel.height} label={panel.title === null ? model.title : `${model.title}: ${panel.title}`} description={index === 0 ? model.altText : ''}>
          <DensePlot
            model={model} panel={panel} annotations={placed.annotations} axis={panel.axis} gutter={placed.gutter} frame={fluidFrame(`${model.slug}-static-${index}`)}
            width={null} hidden={NOBODY} isFirst={index === 0}
          />
        </PlotSvg>
      </Plot>
    </div>
  ));
}
