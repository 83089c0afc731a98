// Bars or lines over periods: each cell one mark, stacked only where the parts are proved to make a whole.

import { bandsOver, edgeDay, placeOnBands, rangeToShow, type DayRange } from './bands';
import { chooseSeries, legendOf, requireNonNegative, type ChosenSeries } from './chosen-series';
import { CitationRegister } from './citation-register';
import type { PeriodsDefinition } from './definition';
import { ChartDefinitionError } from './definition-error';
import type { Band, PeriodMark, PeriodPanel, PeriodsModel } from './model';
import { headOf, latestDay, placeAnnotations } from './model-base';
import { periodsAltText } from './period-alt-text';
import { cellOf, markOf, type ChartCell } from './period-marks';
import { periodNotes } from './period-notes';
import { periodTable, type MarkedCell } from './period-table';
import type { ChartRows } from './rows';
import { requireOneUnit, requireStackable, type StackableSeries } from './stackable-series';
import { valueAxis } from './value-axis';
import { WHOLE_VIEW, type ChartView } from './view';

type Arrangement = PeriodsDefinition['options']['arrangement'];
const isByBand = (arrangement: Arrangement): boolean => arrangement === 'stacked' || arrangement === 'grouped';

/**
 * Refuses before drawing what the arrangement cannot truthfully show, whatever the view leaves out.
 * Answers the proof that the series may be stacked, or null where nothing is stacked.
 */
function requireArrangement(definition: PeriodsDefinition, rows: ChartRows): StackableSeries | null {
  const { arrangement, seriesIds } = definition.options;
  const all = chooseSeries(seriesIds, definition.slug, rows, WHOLE_VIEW);
  if (arrangement === 'single' && all.length !== 1) {
    throw new ChartDefinitionError('too-many-series', definition.slug, `a single arrangement has one series, not ${all.length}.`);
  }
  if (arrangement === 'grouped' || arrangement === 'line') requireOneUnit(all, definition.slug);
  requireNonNegative(all, definition.slug);
  return arrangement === 'stacked' ? requireStackable(all, definition.slug) : null;
}

function extentOf(chosen: readonly ChosenSeries[], kind: string): DayRange | null {
  const periods = chosen.flatMap(({ readings, withdrawn }) => [...readings, ...withdrawn]).map(({ period }) => period).filter((period) => period.kind === kind);
  const starts = periods.map(({ start }) => start).toSorted();
  const last = latestDay(periods.map(({ end }) => end));
  const [first] = starts;
  return first === undefined || last === null ? null : { first, last };
}

/** Marks of all cells in reading order, so that citations are numbered as the eye meets them. */
function markCells(
  cells: readonly (readonly ChartCell[])[],
  arrangement: Arrangement,
  stack: StackableSeries | null,
  register: CitationRegister,
): readonly (readonly MarkedCell[])[] {
  if (!isByBand(arrangement)) {
    return cells.map((row) => row.map((cell) => ({ cell, mark: markOf(cell, 0, register) })));
  }
  const marked: MarkedCell[][] = cells.map(() => []);
  const bandCount = cells[0]?.length ?? 0;
  for (let band = 0; band < bandCount; band += 1) {
    let base = 0;
    cells.forEach((row, series) => {
      const cell = row[band];
      if (cell === undefined) return;
      const mark = markOf(cell, base, register);
      marked[series]?.push({ cell, mark });
      if (stack !== null) base = mark.span[1];
    });
  }
  return marked;
}

function panelOf(id: string, title: string | null, countingRule: string | null, marks: readonly PeriodMark[]): PeriodPanel {
  const drawn = marks.flatMap(({ span, vintages }) => [span[1], ...vintages.map(({ value }) => (value === null ? 0 : span[0] + value))]);
  const axis = valueAxis(drawn);
  return { id, title, yMax: axis.max, yTicks: axis.ticks, marks, countingRule };
}

function panelsOf(definition: PeriodsDefinition, chosen: readonly ChosenSeries[], marked: readonly (readonly MarkedCell[])[]): readonly PeriodPanel[] {
  const { arrangement } = definition.options;
  const marksOf = (row: readonly MarkedCell[] | undefined): readonly PeriodMark[] => row?.map(({ mark }) => mark) ?? [];
  if (arrangement === 'panels') {
    return chosen.map(({ series, label, indicator }, index) => panelOf(series.id, label, series.methodNote ?? indicator.definition, marksOf(marked[index])));
  }
  const marks = marked.flatMap(marksOf);
  return [panelOf(definition.slug, null, null, isByBand(arrangement) ? marks.toSorted((a, b) => a.band - b.band) : marks)];
}

/** The last day that a shown value covers. */
function knownUntil(bands: readonly Band[], marked: readonly (readonly MarkedCell[])[]): string | null {
  return latestDay(marked.flat().map(({ mark }) => (mark.value === null ? null : (bands[mark.band]?.period.end ?? null))));
}

/** Throws a ChartDefinitionError when the definition names series that are missing or cannot stand together. */
export function buildPeriods(definition: PeriodsDefinition, rows: ChartRows, view: ChartView): PeriodsModel {
  const { seriesIds, periodKind, arrangement, from, to, showAnnotations } = definition.options;
  const stack = requireArrangement(definition, rows);
  const chosen = chooseSeries(seriesIds, definition.slug, rows, view);
  const defined = { first: edgeDay(from, 'start', definition.slug), last: edgeDay(to, 'end', definition.slug) };
  const bands = bandsOver(periodKind, rangeToShow(view, defined, extentOf(chosen, periodKind)), rows.asOf);
  const register = new CitationRegister();
  const cells = chosen.map((one) => bands.map((band, index) => cellOf(one, band.period, band.label, index, rows.asOf)));
  const marked = markCells(cells, arrangement, stack, register);
  const panels = panelsOf(definition, chosen, marked);
  const annotations = showAnnotations ? placeAnnotations(rows.annotations, rows.asOf, (day) => placeOnBands(bands, day), register) : [];
  const table = periodTable(definition.title, chosen, bands, marked, register);
  return {
    ...headOf(definition, rows),
    kind: 'periods',
    arrangement,
    unit: [...new Set(chosen.map(({ indicator }) => indicator.unit))].join(', '),
    bands,
    legend: legendOf(chosen),
    panels,
    annotations,
    notes: periodNotes(cells, rows.asOf),
    table,
    altText: periodsAltText(definition, chosen, bands, marked),
    knownUntil: knownUntil(bands, marked),
    citations: register.list(),
  };
}
