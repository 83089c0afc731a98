// The rows of a file over periods: each mark with its bounds, its qualifier or its empty, and the value before it.

import type { Citation } from '../citation';
import { CLOSURE_COLUMNS, closureRecord } from './closure-records';
import { closuresAsOf } from './closures-as-of';
import { formatPeriod, periodOf, type Period } from '../period';
import { boundsOf, valueAsOf, type Reading } from '../reading';
import type { PeriodMark, PeriodsModel, YearToDateModel } from './model';
import type { ChartRecord, ChartRecords, RecordOptions, RecordStatus, Value } from './records';
import type { ChartRows } from './rows';

const COLUMNS = [
  'series', 'organisation', 'indicator', 'geography', 'breakdown', 'period', 'period_start', 'period_end', 'value', 'value_low', 'value_high', 'qualifier',
  'empty', 'kind', 'status', 'reported_on', 'revised', 'release',
] as const;

function seriesFields(seriesId: string, rows: ChartRows): Record<string, Value> {
  const series = rows.series.find(({ id }) => id === seriesId);
  return {
    series: seriesId,
    organisation: series?.organisationId ?? null,
    indicator: series?.indicatorId ?? null,
    geography: series?.geography ?? null,
    breakdown: series?.breakdown ?? null,
  };
}

const periodFields = (period: Period): Record<string, Value> => ({ period: formatPeriod(period), period_start: period.start, period_end: period.end });

/** `qualifier` is left empty where there is no value to qualify. */
function markRecord(mark: PeriodMark, period: Period, rows: ChartRows, citations: readonly Citation[]): ChartRecord {
  const before = mark.vintages[mark.vintages.length - 1];
  return {
    fields: {
      ...seriesFields(mark.seriesId, rows),
      ...periodFields(period),
      value: mark.value,
      value_low: mark.low,
      value_high: mark.high,
      qualifier: mark.value === null ? null : mark.qualifier,
      empty: mark.empty,
      kind: mark.value === null ? null : mark.kind,
      status: mark.status,
      reported_on: mark.reportedOn,
      revised: before?.value ?? null,
      release: rows.release,
    },
    citations,
  };
}

function readingRecord(reading: Reading, status: RecordStatus, revised: number | null, rows: ChartRows): ChartRecord {
  const { value, qualifier, empty, kind, reportedOn, period, seriesId, citations } = reading;
  const { low, high } = boundsOf({ value, qualifier });
  return {
    fields: {
      ...seriesFields(seriesId, rows),
      ...periodFields(period),
      value,
      value_low: low,
      value_high: high,
      qualifier: value === null ? null : qualifier,
      empty,
      kind,
      status,
      reported_on: reportedOn,
      revised,
      release: rows.release,
    },
    citations,
  };
}

/** Rows beside the current one of a cell: withdrawn ones always, superseded and rival ones where the history is asked for. */
function besides(seriesId: string, period: Period, rows: ChartRows, { history }: RecordOptions): readonly ChartRecord[] {
  const ofCell = rows.readings.filter((reading) => reading.seriesId === seriesId && reading.period.start === period.start && reading.period.end === period.end
    && (rows.asOf === null || reading.knownFrom <= rows.asOf));
  const withdrawn = ofCell.filter(({ status }) => status === 'withdrawn').map((reading) => readingRecord(reading, 'withdrawn', null, rows));
  if (!history) return withdrawn;
  const cell = valueAsOf(ofCell, rows.asOf);
  if (cell === null) return withdrawn;
  const superseded = cell.vintages.map((reading, index) => readingRecord(reading, 'superseded', cell.vintages[index - 1]?.value ?? null, rows));
  // A rival is neither older nor withdrawn: it stays current beside the value shown.
  const rivals = cell.rivals.map((reading) => readingRecord(reading, 'current', null, rows));
  return [...rivals, ...superseded.toReversed(), ...withdrawn];
}

export function periodRecords(rows: ChartRows, model: PeriodsModel | YearToDateModel, options: RecordOptions): ChartRecords {
  const cite = (mark: PeriodMark): readonly Citation[] => mark.citations.flatMap((index) => model.citations[index] ?? []);
  if (model.kind === 'periods') {
    const records = model.panels.flatMap(({ marks }) => marks.flatMap((mark) => {
      const band = model.bands[mark.band];
      return band === undefined ? [] : [markRecord(mark, band.period, rows, cite(mark)), ...besides(mark.seriesId, band.period, rows, options)];
    }));
    const closures = closuresOf(model, rows);
    return closures === null ? { columns: COLUMNS, records } : { columns: [...new Set([...COLUMNS, ...CLOSURE_COLUMNS])], records: [...records, ...closures] };
  }
  return { columns: COLUMNS, records: model.lines.flatMap((line) => lineRecords(line, rows, model, cite, options)) };
}

/** The closures that the chart shows, one row each after the figures; null where it shows none. */
function closuresOf(model: PeriodsModel, rows: ChartRows): readonly ChartRecord[] | null {
  if (model.closures === undefined) return null;
  const known = new Map(closuresAsOf(rows.closures, rows.asOf).map((closure) => [closure.id, closure]));
  return model.closures.bars.flatMap(({ id }) => known.get(id) ?? []).map((closure) => closureRecord(closure, rows.release));
}

/** Sums so far; withdrawn quarters of the year stay in the file under their own period. */
function lineRecords(
  line: YearToDateModel['lines'][number],
  rows: ChartRows,
  model: YearToDateModel,
  cite: (mark: PeriodMark) => readonly Citation[],
  { history }: RecordOptions,
): readonly ChartRecord[] {
  return line.points.flatMap((mark) => {
    const quarter = model.bands[mark.band]?.period;
    if (quarter === undefined) return [];
    const inYear = (day: string): string => `${line.id}${day.slice(4)}`;
    const current = markRecord(mark, periodOf(`${line.id}-01-01`, inYear(quarter.end)), rows, cite(mark));
    const superseded = mark.vintages.toReversed().map((vintage, index, all): ChartRecord => {
      const { low, high } = boundsOf({ value: vintage.value, qualifier: vintage.qualifier ?? 'exact' });
      const changed = { value: vintage.value, value_low: low, value_high: high, qualifier: vintage.qualifier ?? null, reported_on: vintage.reportedOn };
      return {
        fields: { ...current.fields, ...changed, kind: vintage.kind, status: 'superseded', revised: all[index + 1]?.value ?? null },
        citations: vintage.citations.flatMap((at) => model.citations[at] ?? []),
      };
    });
    const withdrawn = besides(mark.seriesId, periodOf(inYear(quarter.start), inYear(quarter.end)), rows, { history: false });
    return [current, ...(history ? superseded : []), ...withdrawn];
  });
}
