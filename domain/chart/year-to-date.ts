// This year against earlier ones, quarter upon quarter; where a quarter is missing the line ends, and nothing is filled in.

import { periodsBetween, type Day } from '../period';
import { composeAltText } from './alt-text';
import { bandOf } from './bands';
import { chooseSeries, requireNonNegative, type ChosenSeries } from './chosen-series';
import { CitationRegister } from './citation-register';
import { cumulativeMarks } from './cumulative-marks';
import type { YearToDateDefinition } from './definition';
import { ChartDefinitionError } from './definition-error';
import type { PeriodMark, YearToDateModel } from './model';
import type { Band, ModelTable } from './model-parts';
import { headOf, latestDay } from './model-base';
import { cellOf, remarksOf, type ChartCell } from './period-marks';
import { periodNotes } from './period-notes';
import { withdrawnCell } from './period-table';
import type { ChartRows } from './rows';
import { endColumn, markCell, startColumn, textCell, type TableRow } from './table';
import { valueAxis } from './value-axis';
import { WHOLE_VIEW, type ChartView } from './view';
import { joinWords } from './wording';

interface YearLine {
  readonly year: number;
  readonly label: string;
  readonly isIncomplete: boolean;
  readonly cells: readonly ChartCell[];
  readonly points: readonly PeriodMark[];
}

function seriesOf(definition: YearToDateDefinition, rows: ChartRows): ChosenSeries {
  const [chosen] = chooseSeries([definition.options.seriesId], definition.slug, rows, WHOLE_VIEW);
  if (chosen === undefined) throw new ChartDefinitionError('unknown-series', definition.slug, 'it names no series.');
  if (!chosen.indicator.isSummable) {
    throw new ChartDefinitionError('incompatible-series', definition.slug, `${chosen.indicator.name} cannot be added up over quarters.`);
  }
  requireNonNegative([chosen], definition.slug);
  return chosen;
}

const quartersOf = (year: number): readonly Band[] => periodsBetween('quarter', `${year}-01-01`, `${year}-12-31`).map(bandOf);

function isShown(year: number, view: ChartView, asOf: Day | null): boolean {
  const start = `${year}-01-01`;
  const end = `${year}-12-31`;
  return (view.from === null || end >= view.from) && (view.to === null || start <= view.to) && (asOf === null || start <= asOf);
}

function lineOf(year: number, chosen: ChosenSeries, asOf: Day | null, register: CitationRegister): YearLine {
  const cells = quartersOf(year).map((band, index) => cellOf(chosen, band.period, band.label, index, asOf));
  const points = cumulativeMarks(cells, asOf, register);
  const reached = points.findLastIndex(({ value }) => value !== null);
  const isIncomplete = reached < points.length - 1;
  const label = !isIncomplete ? String(year) : reached < 0 ? `${year} (no figures yet)` : `${year} (to Q${reached + 1})`;
  return { year, label, isIncomplete, cells, points };
}

function tableOf(definition: YearToDateDefinition, lines: readonly YearLine[], bands: readonly Band[], register: CitationRegister): ModelTable {
  return {
    caption: `${definition.title}, added up from 1 January`,
    columns: [startColumn('until', 'Until the end of'), ...lines.map(({ year, label }) => endColumn(String(year), label))],
    rows: [...bands.map((band, index): TableRow => ({
      id: band.shortLabel,
      status: 'current',
      cells: [
        textCell(band.shortLabel),
        ...lines.flatMap(({ points }) => {
          const mark = points[index];
          // How each sum is made is the same for all: the words "sum of" say it shorter than a warning would.
          const remarks = mark === undefined ? [] : remarksOf(mark).map((remark) => remark.replace(/^derived: /, 'sum of '));
          return mark === undefined ? [] : [markCell(mark, remarks)];
        }),
      ],
    })), ...withdrawnRows(lines, register)],
  };
}

/** A withdrawn quarter stands in the column of its year, in a struck-through row of its own. */
function withdrawnRows(lines: readonly YearLine[], register: CitationRegister): readonly TableRow[] {
  return lines.flatMap(({ cells }, column) => cells.flatMap((cell) => cell.withdrawn.map((reading): TableRow => ({
    id: `withdrawn-${reading.id}`,
    status: 'withdrawn',
    cells: [
      textCell(`${cell.periodLabel} alone`),
      ...lines.map((_, index) => (index === column ? withdrawnCell(reading, cell.chosen.indicator.unit, register.cite(reading.citations)) : textCell(''))),
    ],
  }))));
}

function altTextOf(definition: YearToDateDefinition, chosen: ChosenSeries, lines: readonly YearLine[]): string {
  const years = lines.map(({ year }) => year);
  const ends = lines.toReversed().flatMap(({ year, points }) => {
    const last = points.findLast(({ value }) => value !== null);
    return last === undefined ? [] : [`${year} reached ${last.label} by the end of Q${last.band + 1}`];
  });
  const incomplete = lines.filter(({ isIncomplete }) => isIncomplete).map(({ year }) => String(year));
  const revised = lines.filter(({ points }) => points.some(({ vintages }) => vintages.length > 0)).map(({ year }) => String(year));
  return composeAltText(
    definition.altText,
    `Lines of ${chosen.indicator.unit} added up quarter by quarter, one line a year: ${joinWords(years.map(String))}, by ${chosen.organisation.shortName}`,
    [
      ends.length === 0 ? 'No figures in this range' : ends.join('; '),
      incomplete.length === 0 ? null : `Incomplete: ${joinWords(incomplete)}`,
      revised.length === 0 ? null : `Revised since first given: ${joinWords(revised)}`,
    ],
  );
}

/** Throws a ChartDefinitionError when the series is missing or cannot be summed. */
export function buildYearToDate(definition: YearToDateDefinition, rows: ChartRows, view: ChartView): YearToDateModel {
  const chosen = seriesOf(definition, rows);
  const register = new CitationRegister();
  const years = [...new Set(definition.options.years)].toSorted((a, b) => a - b);
  const shown = years.filter((year) => isShown(year, view, rows.asOf));
  const lines = shown.map((year) => lineOf(year, chosen, rows.asOf, register));
  // Any year serves for the names of the quarters.
  const bands = quartersOf(shown[shown.length - 1] ?? years[years.length - 1] ?? 2000).map((band) => ({ ...band, label: band.shortLabel, groupLabel: '' }));
  const marks = lines.flatMap(({ points }) => points);
  const axis = valueAxis(marks.flatMap(({ value, vintages }) => [value, ...vintages.map((vintage) => vintage.value)]));
  const incomplete = lines.filter(({ isIncomplete }) => isIncomplete).map(({ label }) => label);
  // The latest year keeps the first colour whichever years stand beside it.
  const colourOf = (year: number): number => years.length - 1 - years.indexOf(year);
  return {
    ...headOf(definition, rows),
    kind: 'year-to-date',
    unit: chosen.indicator.unit,
    bands,
    legend: lines.map(({ year, label }) => ({ id: String(year), label, colour: colourOf(year), description: chosen.indicator.definition })),
    lines: lines.map(({ year, label, isIncomplete, points }) => ({ id: String(year), label, colour: colourOf(year), isIncomplete, points })),
    yMax: axis.max,
    yTicks: axis.ticks,
    annotations: [],
    notes: [
      ...(incomplete.length === 0 ? [] : [`Incomplete, not to be compared with whole years: ${joinWords(incomplete)}.`]),
      ...periodNotes([lines.flatMap(({ cells }) => cells)], rows.asOf),
    ],
    table: tableOf(definition, lines, bands, register),
    altText: altTextOf(definition, chosen, lines),
    knownUntil: latestDay(lines.flatMap(({ cells }) => cells.map(({ empty, period }) => (empty === null ? period.end : null)))),
    citations: register.list(),
  };
}
