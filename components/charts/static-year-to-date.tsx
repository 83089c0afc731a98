import type { YearToDateModel } from '@/domain/chart/model';
import { placeYearToDate } from './geometry/place-year-to-date';
import { Plot, PlotSvg } from './plot';
import { DrawingDefs } from './shapes/drawing-defs';
import { fluidFrame } from './shapes/frame';
import { AxisUnit, BandAxisLabels, ValueAxisLines } from './shapes/furniture';
import { LinkedMark } from './shapes/mark-group';
import { YearLine, YearPoint } from './shapes/year-shape';
import { sourceHref } from './source-link';

/** Running totals by quarter, this year against earlier ones. */
export function StaticYearToDate({ model }: { model: YearToDateModel }) {
  const placed = placeYearToDate(model);
  const frame = fluidFrame(`${model.slug}-static`);
  return (
    <Plot gutter={placed.gutter} tail={placed.tail} height={placed.height}>
      <PlotSvg height={placed.height} label={model.title} description={model.altText}>
        <DrawingDefs frame={frame} />
        <ValueAxisLines axis={placed.axis} />
        <AxisUnit unit={model.unit} axis={placed.axis} gutter={placed.gutter} />
        <BandAxisLabels axis={placed.bandAxis} base={placed.axis.base} frame={frame} />
        {placed.lines.map((line) => <YearLine key={line.id} line={line} frame={frame} />)}
        {placed.lines.flatMap((line) => line.points.map((point) => (
          <LinkedMark key={point.mark.id} id={point.mark.id} href={sourceHref(model.slug, point.mark.citations)} title={point.mark.spoken}>
            <YearPoint point={point} line={line} frame={frame} />
          </LinkedMark>
        )))}
      </PlotSvg>
    </Plot>
  );
}
