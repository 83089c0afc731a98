import type { ClosuresModel } from '@/domain/chart/closures-model';
import { closureGutter, placeClosures } from './geometry/place-closures';
import { Plot, PlotSvg } from './plot';
import { AnnotationRules } from './shapes/annotation-rules';
import { ClosureGrid, ClosureLabels } from './shapes/closure-furniture';
import { ClosureShape } from './shapes/closure-shape';
import { DrawingDefs } from './shapes/drawing-defs';
import { fluidFrame } from './shapes/frame';
import { LinkedMark } from './shapes/mark-group';
import { sourceHref } from './source-link';

/** Closures of crossings and lanes on an axis of days. */
export function StaticClosures({ model }: { model: ClosuresModel }) {
  const placed = placeClosures(model);
  const gutter = closureGutter(placed.rows);
  const frame = fluidFrame(`${model.slug}-static`);
  return (
    <Plot gutter={gutter} height={placed.height} className="plot-rows">
      <PlotSvg height={placed.height} label={model.title} description={model.altText}>
        <DrawingDefs frame={frame} />
        <ClosureGrid placed={placed} frame={frame} />
        <ClosureLabels placed={placed} gutter={gutter} />
        <AnnotationRules annotations={placed.annotations} base={placed.base} frame={frame} slug={model.slug} hasHeads isLinked />
        {placed.bars.map((bar) => (
          <LinkedMark key={bar.bar.id} id={bar.bar.id} href={sourceHref(model.slug, bar.bar.citations)} title={bar.bar.spoken}>
            <ClosureShape placed={bar} frame={frame} />
          </LinkedMark>
        ))}
      </PlotSvg>
    </Plot>
  );
}
