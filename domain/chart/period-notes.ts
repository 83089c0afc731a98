// Notes say what a reader must know before comparing two marks: what was revised, worked out, unconfirmed, missing or counted otherwise.

import type { ChosenSeries } from './chosen-series';
import type { ChartCell } from './period-marks';
import type { EmptyKind } from '../reading';
import { reconciliationNotes } from './reconciliation-notes';
import { joinWords, listSome, printQuantity, sayQuantity } from './wording';

const LISTED = 6;

type Valued = ChartCell & { readonly known: NonNullable<ChartCell['known']> };
const hasValue = (cell: ChartCell): cell is Valued => cell.known !== null && cell.known.reading.value !== null;

/** `Q1 2025`, with the series where the chart has several. */
function nameCell(cell: ChartCell, isOnly: boolean): string {
  return isOnly ? cell.periodLabel : `${cell.periodLabel} (${cell.chosen.label})`;
}

function sayRevised(cells: readonly Valued[], isOnly: boolean): string | null {
  const revised = cells.flatMap((cell) => {
    const { reading, vintages } = cell.known;
    const first = vintages[0];
    if (first === undefined || first.value === null || reading.value === null) return [];
    const { unit } = cell.chosen.indicator;
    return [`${nameCell(cell, isOnly)} from ${printQuantity(first.value, first.qualifier, unit)} to ${printQuantity(reading.value, reading.qualifier, unit)}`];
  });
  return revised.length === 0 ? null : `Revised since first given: ${listSome(revised, LISTED)}.`;
}

function sayDerived(cells: readonly Valued[], isOnly: boolean): string | null {
  const derived = cells
    .filter(({ known }) => known.reading.kind === 'derived')
    .map((cell) => `${nameCell(cell, isOnly)}${cell.known.reading.formula === null ? '' : ` = ${cell.known.reading.formula}`}`);
  return derived.length === 0 ? null : `Worked out from other figures, not printed by the source: ${listSome(derived, LISTED)}.`;
}

function sayUnconfirmed(cells: readonly Valued[], isOnly: boolean): string | null {
  const unconfirmed = cells.filter(({ known }) => known.reading.isUnconfirmed).map((cell) => nameCell(cell, isOnly));
  return unconfirmed.length === 0 ? null : `Unconfirmed, the original statement was not found: ${listSome(unconfirmed, LISTED)}.`;
}

function sayIncomplete(cells: readonly ChartCell[], isOnly: boolean): string | null {
  const early = cells.filter((cell) => cell.isIncomplete && hasValue(cell)).map((cell) => nameCell(cell, isOnly));
  const running = [...new Set(cells.filter((cell) => cell.isIncomplete && !hasValue(cell)).map(({ periodLabel }) => periodLabel))];
  const sentences = [
    early.length === 0 ? null : `Reported before the period was over, so days at its end may be missing: ${listSome(early, LISTED)}.`,
    running.length === 0 ? null : `Not over on the day of this vintage: ${listSome(running, LISTED)}.`,
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(' ');
}

function sayRivals(cells: readonly Valued[], isOnly: boolean): string | null {
  const rivals = cells.flatMap((cell) => {
    const { unit } = cell.chosen.indicator;
    const others = cell.known.rivals.map(({ value, qualifier }) => (value === null ? 'no figure' : sayQuantity(value, qualifier, unit)));
    return others.length === 0 ? [] : [`${nameCell(cell, isOnly)}, also given as ${joinWords(others)}`];
  });
  return rivals.length === 0 ? null : `Reports of the same day differ: ${listSome(rivals, LISTED)}.`;
}

function sayWithdrawn(cells: readonly ChartCell[], isOnly: boolean): string | null {
  const withdrawn = cells.flatMap((cell) => cell.withdrawn.map((reading) => `${nameCell(cell, isOnly)}${reading.changeNote === null ? '' : ` (${reading.changeNote})`}`));
  return withdrawn.length === 0 ? null : `Withdrawn, struck through in the table: ${listSome(withdrawn, LISTED)}.`;
}

/** Empties by kind and series: an `unknown` gap and a figure still to come are different things. */
function sayMissing(rows: readonly (readonly ChartCell[])[]): string | null {
  const named = (empty: EmptyKind): string => rows
    .flatMap((row) => {
      const periods = row.filter((cell) => cell.empty === empty).map(({ periodLabel }) => periodLabel);
      const name = rows.length <= 1 ? '' : ` (${row[0]?.chosen.label ?? ''})`;
      return periods.length === 0 ? [] : [`${listSome(periods, LISTED)}${name}`];
    })
    .join('; ');
  const groups = [
    ['No figure found for', named('unknown')],
    ['Not yet reported:', named('not-yet-reported')],
    ['Not collected:', named('not-collected')],
    ['Withheld by the source:', named('withheld')],
  ] as const;
  const sentences = groups.filter(([, names]) => names !== '').map(([opening, names]) => `${opening} ${names}.`);
  return sentences.length === 0 ? null : `${sentences.join(' ')} An empty place is not a zero.`;
}

function sayOpenEnded(cells: readonly Valued[]): string | null {
  const open = cells.filter(({ known }) => ['at-least', 'more-than', 'nearly'].includes(known.reading.qualifier));
  return open.length === 0 ? null : 'A mark with an open end is a bound, not a count: ≥ at least, > more than, nearly up to.';
}

/** Series side by side that do not count the same things must not be added; the chart itself says what each counts. */
export function definitionNote(chosen: readonly ChosenSeries[]): string | null {
  const definitions = new Set(chosen.map(({ indicator, organisation }) => `${organisation.id}|${indicator.id}`));
  return definitions.size < 2 ? null : 'These series do not count the same things and must not be added.';
}

/** Notes of a chart over periods; `rows` holds the cells of each series in order of band. */
export function periodNotes(rows: readonly (readonly ChartCell[])[], asOf: string | null): readonly string[] {
  const isOnly = rows.length <= 1;
  const cells = rows.flat();
  const valued = cells.filter(hasValue);
  return [
    definitionNote(rows.flatMap((row) => row[0]?.chosen ?? [])),
    sayIncomplete(cells, isOnly),
    sayUnconfirmed(valued, isOnly),
    sayRevised(valued, isOnly),
    sayDerived(valued, isOnly),
    ...rows.flatMap((row) => reconciliationNotes(row, asOf)),
    sayRivals(valued, isOnly),
    sayOpenEnded(valued),
    sayMissing(rows),
    sayWithdrawn(cells, isOnly),
  ].filter((note) => note !== null);
}
