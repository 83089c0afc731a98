// Every chart is built here and nowhere else: one kind, one builder, and the same rows always give the same model.

import { buildClaims } from './claims';
import { buildClosedDays } from './closed-days';
import { buildClosures } from './closures';
import type { ChartDefinition } from './definition';
import { buildMap } from './map';
import type { ChartModel } from './model';
import { buildPeriods } from './periods';
import type { ChartRows } from './rows';
import { WHOLE_VIEW, type ChartView } from './view';
import { buildYearToDate } from './year-to-date';

export type { ChartView } from './view';

/**
 * The model of a chart: everything it says, in numbers and words. A pure function of its arguments; rows of other charts are passed over.
 * Throws a ChartDefinitionError when the definition names rows that are missing or would draw something untrue.
 */
export function buildChart<D extends ChartDefinition>(definition: D, rows: ChartRows, view?: ChartView): Extract<ChartModel, { kind: D['kind'] }>;
export function buildChart(definition: ChartDefinition, rows: ChartRows, view: ChartView = WHOLE_VIEW): ChartModel {
  switch (definition.kind) {
    case 'periods':
      return buildPeriods(definition, rows, view);
    case 'year-to-date':
      return buildYearToDate(definition, rows, view);
    case 'closures':
      return buildClosures(definition, rows, view);
    case 'closed-days':
      return buildClosedDays(definition, rows, view);
    case 'claims':
      return buildClaims(definition, rows, view);
    case 'map':
      return buildMap(definition, rows, view);
  }
}
