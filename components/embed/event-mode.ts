import type { ChartModel } from '@/domain/chart/model';
import { placeAnnotations, type PlacedAnnotations } from '@/components/charts/geometry/annotations';

/** How a chart's events are drawn. Many are drawn as bare ticks, whose words a frame tells behind a button. */
export function eventMode(model: ChartModel): PlacedAnnotations['mode'] {
  if (model.kind === 'closures') {
    const { from, to } = model.axis;
    return placeAnnotations(model.annotations, (at) => (at - from) / Math.max(to - from, 1)).mode;
  }
  return model.kind === 'periods' ? placeAnnotations(model.annotations, (at) => at / Math.max(model.bands.length, 1)).mode : 'none';
}
