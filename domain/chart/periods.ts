// Bars or lines over periods: each cell one mark, stacked only where the parts are proved to make a whole.

import { bandsOver, edgeDay, placeOnBands, rangeToShow, type DayRange } from './bands';
import { chooseSeries, legendOf, requireNonNegative, type ChosenSeries } from './chosen-series';
import { CitationRegister } from './citation-register';
import type { PeriodsDefinition } from './definition';
import { ChartDefinitionError } from './definition-error';
import { definitionDifferences } from './definition-differences';
import type { PeriodMark, PeriodPanel, PeriodsModel } from './model';
import type { Band } from './model-parts';
import { headOf, latestDay, placeAnnotations } from './model-base';
import { periodsAltText } from './period-alt-text';
import { cellOf, markOf, type ChartCell } from './period-marks';
import { bandDays, closureLayer } from './period-closures';
import { periodNotes } from './period-notes';
import { periodTable, type MarkedCell } from './period-table';
import type { ChartRows } from './rows';
import { requireOneUnit, requireStackable, type StackableSeries } from './stackable-series';
import { toEpochDay, type Day } from '../period';
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
  if (definition.options.closureCrossingIds !== undefined && arrangement === 'panels') {
    throw new ChartDefinitionError('incompatible-series', definition.slug, 'closures lie over one plot, and panels are several.');
  }
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

/** How high the marks of a panel reach, with everything drawn on them. */
function drawnOf(marks: readonly PeriodMark[]): readonly number[] {
  return marks.flatMap(({ span, vintages }) => [span[1], ...vintages.map(({ value }) => (value === null ? 0 : span[0] + value))]);
}

interface PanelHead { readonly id: string; readonly title: string | null; readonly countingRule: string | null; readonly unit?: string }

function panelOf(head: PanelHead, marks: readonly PeriodMark[], scaledBy = marks): PeriodPanel {
  const axis = valueAxis(drawnOf(scaledBy));
  return { ...head, yMax: axis.max, yTicks: axis.ticks, marks };
}

/** Whether panels show parts of one count: then they have one scale, and one rule counts for all of them. */
function areOneCount(chosen: readonly ChosenSeries[]): boolean {
  return chosen.length > 1 && new Set(chosen.map(({ indicator, organisation }) => `${organisation.id}|${indicator.id}`)).size === 1;
}

function panelsOf(definition: PeriodsDefinition, chosen: readonly ChosenSeries[], marked: readonly (readonly MarkedCell[])[]): readonly PeriodPanel[] {
  const { arrangement } = definition.options;
  const marksOf = (row: readonly MarkedCell[] | undefined): readonly PeriodMark[] => row?.map(({ mark }) => mark) ?? [];
  const marks = marked.flatMap(marksOf);
  if (arrangement === 'panels') {
    const isOne = areOneCount(chosen);
    return chosen.map(({ series, label, indicator }, index) => panelOf(
      { id: series.id, title: label, countingRule: isOne ? null : indicator.definition, unit: indicator.unit },
      marksOf(marked[index]), isOne ? marks : marksOf(marked[index]),
    ));
  }
  const head: PanelHead = { id: definition.slug, title: null, countingRule: null };
  return [panelOf(head, isByBand(arrangement) ? marks.toSorted((a, b) => a.band - b.band) : marks)];
}

/** The last day that a shown value covers. */
function knownUntil(bands: readonly Band[], marked: readonly (readonly MarkedCell[])[]): string | null {
  return latestDay(marked.flat().map(({ mark }) => (mark.value === null ? null : (bands[mark.band]?.period.end ?? null))));
}

/** Throws a ChartDefinitionError when the definition names series that are missing or cannot stand together. */
export function buildPeriods(definition: PeriodsDefinition, rows: ChartRows, view: ChartView): PeriodsModel {
  const { seriesIds, periodKind, arrangement, from, to, showAnnotations, closureCrossingIds } = definition.options;
  const stack = requireArrangement(definition, rows);
  const chosen = chooseSeries(seriesIds, definition.slug, rows, view);
  const defined = { first: edgeDay(from, 'start', definition.slug), last: edgeDay(to, 'end', definition.slug) };
  const bands = bandsOver(periodKind, rangeToShow(view, defined, extentOf(chosen, periodKind)), rows.asOf);
  const register = new CitationRegister();
  const cells = chosen.map((one) => bands.map((band, index) => cellOf(one, band.period, band.label, index, rows.asOf)));
  const marked = markCells(cells, arrangement, stack, register);
  const panels = panelsOf(definition, chosen, marked);
  const layer = closureCrossingIds === undefined ? null : closureLayer(closureCrossingIds, definition.slug, rows, bands, register);
  const days = layer === null ? null : bandDays(bands);
  const place = (day: Day): number | null => (days === null ? placeOnBands(bands, day) : days.from <= toEpochDay(day) && toEpochDay(day) < days.to ? toEpochDay(day) : null);
  const annotations = showAnnotations ? placeAnnotations(rows.annotations, rows.asOf, place, register) : [];
  const table = periodTable(definition.title, chosen, bands, marked, register);
  return {
    ...headOf(definition, rows),
    kind: 'periods',
    arrangement,
    unit: [...new Set(chosen.map(({ indicator }) => indicator.unit))].join(', '),
    bands,
    legend: legendOf(chosen),
    panels,
    ...(arrangement === 'panels' && areOneCount(chosen) && { isOneScale: true }),
    ...(layer !== null && days !== null && { dayAxis: days, closures: layer.closures }),
    differences: definitionDifferences(chosen),
    annotations,
    notes: [...(layer?.notes ?? []), ...periodNotes(cells, rows.asOf)],
    table: layer?.table(table) ?? table,
    altText: periodsAltText(definition, chosen, bands, marked, layer?.spoken ?? null),
    knownUntil: knownUntil(bands, marked),
    citations: register.list(),
  };
}
