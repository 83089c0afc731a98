// The table of a chart over periods: a row a band, a column a series; withdrawn figures keep a struck-through row of their own.

import type { Reading } from '../reading';
import type { ChosenSeries } from './chosen-series';
import type { CitationRegister } from './citation-register';
import type { PeriodMark } from './model';
import type { Band, ModelTable, TableCell } from './model-parts';
import { remarksOf, type ChartCell } from './period-marks';
import { endColumn, markCell, startColumn, textCell, type TableRow } from './table';
import { capitalise, joinWords, printQuantity, publishersOf, sayDate } from './wording';

/** The cell and mark of each series and band: `marked[series][band]`. */
export interface MarkedCell {
  readonly cell: ChartCell;
  readonly mark: PeriodMark;
}

const NOT_SHOWN = 'date not shown';

function reportedOn(reading: Reading | undefined): string {
  if (reading === undefined) return '';
  return reading.reportedOn === null ? NOT_SHOWN : sayDate(reading.reportedOn, reading.reportedPrecision);
}

function readingCells(reading: Reading | undefined, citations: readonly number[]): readonly TableCell[] {
  const publishers = reading === undefined ? '' : joinWords(publishersOf(reading.citations));
  return [textCell(reportedOn(reading)), textCell(publishers, citations)];
}

export function withdrawnCell(reading: Reading, unit: string, citations: readonly number[]): TableCell {
  const text = reading.value === null ? '' : printQuantity(reading.value, reading.qualifier, unit);
  return { text, markId: null, citations, empty: null, remarks: [`withdrawn${reading.changeNote === null ? '' : `: ${reading.changeNote}`}`] };
}

function singleRows(band: Band, marked: MarkedCell, register: CitationRegister): readonly TableRow[] {
  const { cell, mark } = marked;
  const current: TableRow = {
    id: band.key,
    status: 'current',
    cells: [textCell(band.label), markCell(mark, remarksOf(mark)), ...readingCells(cell.known?.reading, mark.citations)],
  };
  const withdrawn = cell.withdrawn.map((reading): TableRow => {
    const citations = register.cite(reading.citations);
    const cells = [textCell(band.label), withdrawnCell(reading, cell.chosen.indicator.unit, citations), ...readingCells(reading, citations)];
    return { id: `${band.key}-withdrawn-${reading.id}`, status: 'withdrawn', cells };
  });
  return [current, ...withdrawn];
}

function manyRows(band: Band, marked: readonly MarkedCell[], register: CitationRegister): readonly TableRow[] {
  const current: TableRow = { id: band.key, status: 'current', cells: [textCell(band.label), ...marked.map(({ mark }) => markCell(mark, remarksOf(mark)))] };
  const withdrawn = marked.flatMap(({ cell }, column) => cell.withdrawn.map((reading): TableRow => ({
    id: `${band.key}-withdrawn-${reading.id}`,
    status: 'withdrawn',
    cells: [
      textCell(band.label),
      ...marked.map((_, index) => (index === column ? withdrawnCell(reading, cell.chosen.indicator.unit, register.cite(reading.citations)) : textCell(''))),
    ],
  })));
  return [current, ...withdrawn];
}

/** `marked[series][band]`; one series gets its value, date and source as columns, several get a column each. */
export function periodTable(
  caption: string,
  chosen: readonly ChosenSeries[],
  bands: readonly Band[],
  marked: readonly (readonly MarkedCell[])[],
  register: CitationRegister,
): ModelTable {
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const columns = only === undefined
    ? [startColumn('period', 'Period'), ...chosen.map(({ series, label, indicator }) => endColumn(series.id, `${label} (${indicator.unit})`))]
    : [startColumn('period', 'Period'), endColumn('value', capitalise(only.indicator.unit)), startColumn('reported', 'Reported'), startColumn('source', 'Source')];
  const rows = bands.flatMap((band, index) => {
    const inBand = marked.flatMap((row) => row[index] ?? []);
    const [first] = inBand;
    if (first === undefined) return [];
    return only === undefined ? manyRows(band, inBand, register) : singleRows(band, first, register);
  });
  return { caption, columns, rows };
}
