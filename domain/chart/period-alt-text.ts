// The spoken picture of a chart over periods: span, extremes, last value, then what is missing and what is disputed.

import type { ChosenSeries } from './chosen-series';
import { composeAltText } from './alt-text';
import { nameBreakdown } from './breakdown';
import type { PeriodsDefinition } from './definition';
import type { PeriodMark } from './model';
import type { Band } from './model-parts';
import type { MarkedCell } from './period-table';
import { capitalise, joinWords, listSome } from './wording';

const KIND_NAMES = { day: 'day', month: 'month', quarter: 'quarter', half: 'half-year', year: 'year' } as const;

type Valued = PeriodMark & { readonly value: number };
const isValued = (mark: PeriodMark): mark is Valued => mark.value !== null;

function opening(definition: PeriodsDefinition, chosen: readonly ChosenSeries[], bands: readonly Band[]): string {
  const { arrangement, periodKind } = definition.options;
  const units = [...new Set(chosen.map(({ indicator }) => indicator.unit))];
  const split = definition.options.breakdown === undefined ? '' : ` and by ${nameBreakdown(definition.options.breakdown)}`;
  const form = arrangement === 'line' ? 'Lines' : arrangement === 'panels' ? 'Panels of bars' : arrangement === 'stacked' ? 'Stacked bars' : 'Bars';
  const what = `${form} of ${joinWords(units)} by ${KIND_NAMES[periodKind]}${split}`;
  const [first] = bands;
  const last = bands[bands.length - 1];
  if (first === undefined || last === undefined) return `${what}: nothing in this range`;
  const organisations = [...new Set(chosen.map(({ organisation }) => organisation.shortName))];
  return `${what}, ${first.label} to ${last.label}, by ${joinWords(organisations)}`;
}

/** A sentence a series, so that as many as fit are kept. */
function extremes(bands: readonly Band[], chosen: readonly ChosenSeries[], marked: readonly (readonly MarkedCell[])[]): readonly string[] {
  const isOnly = chosen.length === 1;
  return marked.flatMap((row, index) => {
    const valued = row.map(({ mark }) => mark).filter(isValued);
    const [first] = valued;
    const last = valued[valued.length - 1];
    if (first === undefined || last === undefined) return [];
    const highest = valued.reduce((best, mark) => (mark.value > best.value ? mark : best), first);
    const lowest = valued.reduce((best, mark) => (mark.value < best.value ? mark : best), first);
    const at = (mark: Valued): string => `${mark.label} in ${bands[mark.band]?.label ?? ''}`;
    const name = isOnly ? '' : `${chosen[index]?.label ?? ''}: `;
    const range = highest === lowest ? '' : isOnly ? `highest ${at(highest)}, lowest ${at(lowest)}, ` : `highest ${at(highest)}, `;
    return [capitalise(`${name}${range}last ${at(last)}`)];
  });
}

/** The bands of some marks, each once, in order of time. */
function labelsOf(bands: readonly Band[], marks: readonly PeriodMark[]): readonly string[] {
  const held = new Set(marks.map(({ band }) => band));
  return bands.filter((_, index) => held.has(index)).map(({ label }) => label);
}

function missing(bands: readonly Band[], marks: readonly PeriodMark[]): string | null {
  const labels = labelsOf(bands, marks.filter(({ empty }) => empty !== null));
  return labels.length === 0 ? null : `No figure for ${listSome(labels, 2)}`;
}

function disputed(bands: readonly Band[], marks: readonly PeriodMark[]): string | null {
  const groups = [
    ['unconfirmed', marks.filter(({ isUnconfirmed }) => isUnconfirmed)],
    ['disputed', marks.filter(({ rivals }) => rivals.length > 0)],
    ['revised', marks.filter(({ vintages }) => vintages.length > 0)],
    ['derived', marks.filter(({ kind }) => kind === 'derived')],
  ] as const;
  const parts = groups.filter(([, list]) => list.length > 0).map(([word, list]) => `${word}: ${listSome(labelsOf(bands, list), 2)}`);
  return parts.length === 0 ? null : capitalise(parts.join('; '));
}

export function periodsAltText(
  definition: PeriodsDefinition,
  chosen: readonly ChosenSeries[],
  bands: readonly Band[],
  marked: readonly (readonly MarkedCell[])[],
  closures: string | null,
): string {
  const marks = marked.flat().map(({ mark }) => mark);
  return composeAltText(definition.altText, opening(definition, chosen, bands), [
    ...extremes(bands, chosen, marked),
    closures,
    missing(bands, marks),
    disputed(bands, marks),
  ]);
}
