import type { PeriodPanel, PeriodsModel } from '@/domain/chart/model';
import { placeAnnotations, type PlacedAnnotations } from '../geometry/annotations';
import { placeValueAxis, type PlacedValueAxis } from '../geometry/value-axis';

export interface PlacedDensePanel {
  readonly id: string;
  readonly title: string | null;
  readonly marks: PeriodPanel['marks'];
  readonly axis: PlacedValueAxis;
  readonly height: number;
  readonly showsBands: boolean;
}

export interface PlacedDense {
  readonly panels: readonly PlacedDensePanel[];
  readonly annotations: PlacedAnnotations;
  readonly gutter: number;
}

const HEADROOM = 26;
const PLOT = 250;
const PANEL_PLOT = 104;
const AXIS = 26;

/** Lays a chart of very many periods out: axes only, since its marks are drawn column by column. */
export function placeDense(model: PeriodsModel): PlacedDense {
  const count = Math.max(model.bands.length, 1);
  const { dayAxis } = model;
  const annotations = placeAnnotations(model.annotations, (at) => (dayAxis === undefined ? at / count : (at - dayAxis.from) / Math.max(dayAxis.to - dayAxis.from, 1)));
  const isPanels = model.arrangement === 'panels';
  const panels = model.panels.map((panel, index): PlacedDensePanel => {
    const top = (index === 0 ? annotations.height : 0) + HEADROOM;
    const base = top + (isPanels ? PANEL_PLOT : PLOT);
    const showsBands = index === model.panels.length - 1;
    return { id: panel.id, title: panel.title, marks: panel.marks, axis: placeValueAxis(panel.yMax, panel.yTicks, top, base), height: base + (showsBands ? AXIS : 10), showsBands };
  });
  return { panels, annotations, gutter: Math.max(...panels.map(({ axis }) => axis.gutter), 0) };
}
