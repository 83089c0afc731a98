// A printed total that its parts no longer meet is published only when somebody has said why.

import type { ChartRows } from '../chart/rows';
import { totalChecks, type TotalCheck } from '../chart/total-checks';
import { containsPeriod, periodOf } from '../period';
import type { ReviewSide } from './side';

export interface TotalBreak {
  readonly chartTitle: string;
  readonly check: TotalCheck;
  /** The readings whose comments settle it: the total and its parts. */
  readonly readingIds: readonly string[];
}

/** Totals that cannot agree with their parts after the changeset and did not differ by as much before it. */
export function totalBreaks(before: ReviewSide, after: ReviewSide): readonly TotalBreak[] {
  const known = new Set(checksOf(before).map(({ check }) => fingerprint(check)));
  const seen = new Set<string>();
  return checksOf(after).filter(({ check }) => {
    if (check.agrees !== 'no' || check.isByConstruction || known.has(fingerprint(check)) || seen.has(check.id)) return false;
    seen.add(check.id);
    return true;
  });
}

const fingerprint = ({ id, total, sum }: TotalCheck): string => `${id} ${total} ${sum}`;

function checksOf({ charts, rows }: ReviewSide): TotalBreak[] {
  return charts.flatMap(({ definition, model }) => (model?.kind === 'periods'
    ? totalChecks(model, rows).map((check) => ({ chartTitle: definition.title, check, readingIds: readingsOf(check, rows) }))
    : []));
}

function readingsOf({ cellId }: TotalCheck, rows: ChartRows): string[] {
  const [seriesId = '', days = ''] = cellId.split('|');
  const [start = '', end = ''] = days.split('..');
  const total = periodOf(start, end);
  return rows.readings.filter((reading) => reading.seriesId === seriesId && containsPeriod(total, reading.period)).map(({ id }) => id);
}
