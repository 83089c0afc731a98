import { scaleLinear } from 'd3-scale';
import type { ClosedDaysMark, ClosedDaysModel } from '@/domain/chart/closures-model';
import { placeBandAxis, type PlacedBandAxis } from './band-axis';
import { fitClass, textWidth } from './text-fit';
import { placeValueAxis, type PlacedValueAxis } from './value-axis';

/** Days closed in one period: solid up to the certain days, hatched on to the possible ones. px from the top of the drawing. */
export interface PlacedClosedDays {
  readonly mark: ClosedDaysMark;
  readonly colour: number;
  readonly x0: number;
  readonly x1: number;
  readonly yLow: number;
  readonly yHigh: number;
  readonly base: number;
  readonly fit: string;
}

export interface PlacedClosedDaysPanel {
  readonly id: string;
  readonly title: string;
  readonly height: number;
  readonly axis: PlacedValueAxis;
  readonly marks: readonly PlacedClosedDays[];
  readonly showsBands: boolean;
}

export interface PlacedClosedDaysChart {
  readonly panels: readonly PlacedClosedDaysPanel[];
  readonly bandAxis: PlacedBandAxis;
  readonly gutter: number;
}

const TOP = 22;
const PLOT = 92;
const PADDING = 0.15;

export function placeClosedDays(model: ClosedDaysModel): PlacedClosedDaysChart {
  const bandAxis = placeBandAxis(model.bands);
  const count = Math.max(model.bands.length, 1);
  const across = scaleLinear().domain([0, count]).range([0, 1]);
  const panels = model.panels.map((panel, index): PlacedClosedDaysPanel => {
    const isLast = index === model.panels.length - 1;
    const axis = placeValueAxis(model.yMax, model.yTicks, TOP, TOP + PLOT);
    return {
      id: panel.id, title: panel.title, axis, showsBands: isLast, height: axis.base + (isLast ? bandAxis.height : 12),
      marks: panel.marks.map((mark): PlacedClosedDays => ({
        mark,
        colour: model.legend.find(({ id }) => id === mark.crossingId)?.colour ?? 0,
        x0: across(mark.band + PADDING),
        x1: across(mark.band + 1 - PADDING),
        yLow: axis.y(mark.low),
        yHigh: axis.y(Math.max(mark.high, mark.low)),
        base: axis.base,
        fit: fitClass((textWidth(mark.label, 11) + 4) * count),
      })),
    };
  });
  return { panels, bandAxis, gutter: Math.max(...panels.map(({ axis }) => axis.gutter), 0) };
}
