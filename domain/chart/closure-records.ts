// The rows of the files about closures: every edge with its bounds, so that nobody mistakes an unknown end for a date.

import type { Closure } from '../closure';
import type { ClosuresModel, ClosedDaysModel } from './closures-model';
import type { ChartDefinition } from './definition';
import type { ChartRecord, ChartRecords } from './records';
import type { ChartRows } from './rows';
import { closuresAsOf } from './closures-as-of';

export const CLOSURE_COLUMNS = [
  'closure', 'crossing', 'lane', 'start', 'start_precision', 'start_low', 'start_high', 'end', 'end_state', 'end_precision', 'end_low', 'end_high', 'known_on',
  'reason', 'status', 'release',
] as const;

const DAYS_COLUMNS = ['crossing', 'lane', 'period', 'period_start', 'period_end', 'days_low', 'days_high', 'release'] as const;

/** A closure with every edge and its bounds. */
export function closureRecord(closure: Closure, release: number): ChartRecord {
  return {
    fields: {
      closure: closure.id,
      crossing: closure.crossingId,
      lane: closure.lane,
      start: closure.start,
      start_precision: closure.startPrecision,
      start_low: closure.startLow,
      start_high: closure.startHigh,
      end: closure.end,
      end_state: closure.endState,
      end_precision: closure.endPrecision,
      end_low: closure.endLow,
      end_high: closure.endHigh,
      known_on: closure.knownOn,
      reason: closure.reason,
      status: closure.status,
      release,
    },
    citations: closure.citations,
  };
}

/** One row a closure, in the order of the table: bars first, withdrawn ones after them. */
export function closureRecords(rows: ChartRows, model: ClosuresModel): ChartRecords {
  const closures = new Map(closuresAsOf(rows.closures, rows.asOf).map((closure) => [closure.id, closure]));
  const shown = model.table.rows.flatMap(({ id }) => closures.get(id) ?? []);
  return { columns: CLOSURE_COLUMNS, records: shown.map((closure) => closureRecord(closure, rows.release)) };
}

/** One row a crossing and period. */
export function closedDaysRecords(definition: ChartDefinition, rows: ChartRows, model: ClosedDaysModel): ChartRecords {
  const lane = definition.kind === 'closed-days' ? definition.options.lane : null;
  const records = model.panels.flatMap(({ id: crossing, marks }) => marks.flatMap((mark) => {
    const band = model.bands[mark.band];
    if (band === undefined) return [];
    const { key, period } = band;
    const fields = {
      crossing, lane, period: key, period_start: period.start, period_end: period.end, days_low: mark.low, days_high: mark.high, release: rows.release,
    };
    return [{ fields, citations: null }];
  }));
  return { columns: DAYS_COLUMNS, records };
}
