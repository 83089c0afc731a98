// Where a source prints a total and its parts, the difference is said in words; it is never fixed in silence.

import { containsPeriod, daysIn, labelPeriod, type Day, type Period } from '../period';
import { printNumber, reconcile, sumReadings, valueAsOf, type Cell, type Reading } from '../reading';
import { groupInOrder } from './grouping';
import { compareText } from './model-base';
import type { ChartCell } from './period-marks';
import { joinWords, printQuantity, sayQuantity } from './wording';

/** More combinations of vintages than this are not searched for the one that adds up. */
const COMBINATION_LIMIT = 256;

type Part = ChartCell & { readonly known: Cell };

function partsOf(period: Period, cells: readonly ChartCell[]): readonly Part[] | null {
  const inside = cells.filter((cell) => containsPeriod(period, cell.period));
  const days = inside.reduce((sum, cell) => sum + daysIn(cell.period), 0);
  const isWhole = inside.length >= 2 && days === daysIn(period);
  const known = inside.filter((cell): cell is Part => cell.known !== null && cell.known.reading.value !== null);
  return isWhole && known.length === inside.length ? known : null;
}

/** Ways to choose one value for each part, of all that were ever given; null when there are too many. */
function combinations(choices: readonly (readonly Reading[])[]): readonly (readonly Reading[])[] | null {
  if (choices.reduce((product, list) => product * list.length, 1) > COMBINATION_LIMIT) return null;
  return choices.reduce<readonly (readonly Reading[])[]>((made, list) => made.flatMap((some) => list.map((one) => [...some, one])), [[]]);
}

const plainSum = (readings: readonly Reading[]): number => readings.reduce((sum, { value }) => sum + (value ?? 0), 0);
const printTerms = (readings: readonly Reading[], unit: string): string =>
  readings.map(({ value, qualifier }) => printQuantity(value ?? 0, qualifier, unit)).join(' + ');

/** The sum with the qualifier it has, or bare where no qualifier is true of it. */
function printSum(sum: number, readings: readonly Reading[], unit: string): string {
  const quantity = sumReadings(readings);
  return quantity.ok ? printQuantity(quantity.value.value, quantity.value.qualifier, unit) : printQuantity(sum, 'exact', unit);
}

const firstOf = (parts: readonly Part[]): readonly Reading[] => parts.map(({ known }) => known.vintages[0] ?? known.reading);

function sayFirstPublished(parts: readonly Part[], total: number, unit: string): string | null {
  const first = firstOf(parts);
  if (first.every((reading, index) => reading === parts[index]?.known.reading)) return null;
  const sum = plainSum(first);
  return `As first published they add up to ${printSum(sum, first, unit)} (${printTerms(first, unit)})${sum === total ? ', the printed total' : ''}.`;
}

function sayOnlyMatch(parts: readonly Part[], total: number): string | null {
  const all = combinations(parts.map(({ known }) => [known.reading, ...known.vintages].filter(({ value }) => value !== null)));
  const matches = all?.filter((readings) => plainSum(readings) === total) ?? [];
  const match = matches[0];
  if (match === undefined || matches.length > 1) return null;
  const isFirstPublished = match.every((reading, index) => reading === firstOf(parts)[index]);
  if (isFirstPublished) return null;
  return `The total is met only by ${match.map(({ value }) => printNumber(value ?? 0)).join(' + ')}, a mix of first and revised values.`;
}

function sayTotalHistory(total: Cell, unit: string): string | null {
  const first = total.vintages[0];
  if (first === undefined || first.value === null) return null;
  return `The total was first printed as ${printQuantity(first.value, first.qualifier, unit)}.`;
}

function sayTotal(total: Cell, parts: readonly Part[]): string | null {
  const { value, qualifier, period, kind } = total.reading;
  const chosen = parts[0]?.chosen;
  if (value === null || chosen === undefined) return null;
  const { unit } = chosen.indicator;
  const readings = parts.map(({ known }) => known.reading);
  const terms = parts.map(({ periodLabel, known }) => ({ label: periodLabel, value: known.reading.value ?? 0, qualifier: known.reading.qualifier }));
  const { sum, difference, agrees } = reconcile(terms, { value, qualifier });
  const isByConstruction = kind === 'derived' || readings.some((reading) => reading.kind === 'derived');
  const who = chosen.series.breakdown === 'all' ? chosen.organisation.shortName : `${chosen.organisation.shortName} (${chosen.series.breakdownName})`;
  const printed = printQuantity(value, qualifier, unit);
  const added = `${printSum(sum, readings, unit)} (${printTerms(readings, unit)})`;
  if (difference === 0) {
    return isByConstruction ? null : `${who} prints ${printed} for ${labelPeriod(period)}; its parts shown here add up to the same (${printTerms(readings, unit)}).`;
  }
  const gap = `${sayQuantity(Math.abs(difference), 'exact', unit)} ${difference < 0 ? 'more' : 'fewer'}`;
  const sentences = [
    `${who} prints ${printed} for ${labelPeriod(period)}; its parts shown here add up to ${added}, ${gap}`
      + `${agrees === 'within-qualifiers' ? ', which the open-ended values allow' : ''}.`,
    readings.some((reading) => reading.kind === 'derived')
      ? `Of these parts ${joinWords(parts.filter(({ known }) => known.reading.kind === 'derived').map(({ periodLabel }) => periodLabel))} was not printed but worked out.`
      : null,
    sayFirstPublished(parts, value, unit),
    isByConstruction ? null : sayOnlyMatch(parts, value),
    sayTotalHistory(total, unit),
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

/**
 * One note for each printed total of a longer period whose parts are all shown, in order of period.
 * `cells` are the cells of one series; readings of other periods are its totals.
 */
export function reconciliationNotes(cells: readonly ChartCell[], asOf: Day | null): readonly string[] {
  const chosen = cells[0]?.chosen;
  if (chosen === undefined || !chosen.indicator.isSummable) return [];
  const byPeriod = groupInOrder(chosen.readings, ({ period }) => `${period.start}..${period.end}`);
  return [...byPeriod.entries()]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, readings]) => {
      const period = readings[0]?.period;
      const parts = period === undefined ? null : partsOf(period, cells);
      const total = parts === null ? null : valueAsOf(readings, asOf);
      const note = parts === null || total === null ? null : sayTotal(total, parts);
      return note === null ? [] : [note];
    });
}
