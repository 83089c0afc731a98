import type { MapModel } from '@/domain/chart/model';
import { placeMap } from './geometry/place-map';
import { Plot, PlotSvg } from './plot';
import { fluidFrame } from './shapes/frame';
import { LinkedMark } from './shapes/mark-group';
import { MapGrid, MapShape } from './shapes/map-shape';
import { sourceHref } from './source-link';

/** Crossings and incidents by longitude and latitude. */
export function StaticMap({ model }: { model: MapModel }) {
  const placed = placeMap(model);
  const frame = fluidFrame(`${model.slug}-static`);
  return (
    <>
      <Plot gutter={44} height={placed.height}>
        <PlotSvg height={placed.height} label={model.title} description={model.altText}>
          <MapGrid placed={placed} frame={frame} />
          {placed.points.map((point) => (
            <LinkedMark key={point.point.id} id={point.point.id} href={sourceHref(model.slug, point.point.citations)} title={point.point.spoken}>
              <MapShape placed={point} frame={frame} />
            </LinkedMark>
          ))}
        </PlotSvg>
      </Plot>
      {model.unplaced.length > 0 && <p className="drawing-note">Not on the map, for want of coordinates: {model.unplaced.join('; ')}.</p>}
    </>
  );
}
