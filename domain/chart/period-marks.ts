// A mark stands for one cell: its value with qualifier and history, or the kind of empty it is; never a zero for want of a number.

import { formatPeriod, type Day, type Period } from '../period';
import { EMPTY_LABELS, boundsOf, valueAsOf, type Cell, type EmptyKind, type Reading } from '../reading';
import type { ChosenSeries } from './chosen-series';
import type { CitationRegister } from './citation-register';
import type { PeriodMark } from './model';
import type { Vintage } from './model-parts';
import { joinWords, printQuantity, publishersOf, sayQuantity, sayWhen } from './wording';

/** One series over one period, with what was known of it on the vintage day. */
export interface ChartCell {
  readonly chosen: ChosenSeries;
  readonly period: Period;
  readonly periodLabel: string;
  readonly band: number;
  readonly known: Cell | null;
  readonly withdrawn: readonly Reading[];
  /** Set exactly when the cell has no value. */
  readonly empty: EmptyKind | null;
  /** The period was not over when its value became known, or not over on the vintage day. */
  readonly isIncomplete: boolean;
}

const byPeriod = new WeakMap<readonly Reading[], ReadonlyMap<string, readonly Reading[]>>();
const spanOf = ({ start, end }: Period): string => `${start}/${end}`;

function grouped(readings: readonly Reading[]): ReadonlyMap<string, readonly Reading[]> {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const key = spanOf(reading.period);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reading]);
    else group.push(reading);
  }
  return groups;
}

/** Those of a list that are of a period. The list is put in order once: twenty years of days would be asked for it seven thousand times. */
function readingsOf(period: Period, readings: readonly Reading[]): readonly Reading[] {
  const known = byPeriod.get(readings) ?? grouped(readings);
  byPeriod.set(readings, known);
  return known.get(spanOf(period)) ?? [];
}

/** A period after everything the series has told is not yet reported; a gap before that is unknown. */
function emptinessOf(chosen: ChosenSeries, period: Period): EmptyKind {
  const isBehindKnowledge = chosen.readings.some(({ value, period: told }) => value !== null && told.end >= period.end);
  return isBehindKnowledge ? 'unknown' : 'not-yet-reported';
}

export function cellOf(chosen: ChosenSeries, period: Period, periodLabel: string, band: number, asOf: Day | null): ChartCell {
  const known = valueAsOf(readingsOf(period, chosen.readings), asOf);
  const hasValue = known !== null && known.reading.value !== null;
  return {
    chosen,
    period,
    periodLabel,
    band,
    known,
    withdrawn: readingsOf(period, chosen.withdrawn),
    empty: hasValue ? null : (known?.reading.empty ?? emptinessOf(chosen, period)),
    isIncomplete: hasValue ? known.reading.knownFrom < period.end : asOf !== null && asOf < period.end,
  };
}

export function markId(seriesId: string, period: Period): string {
  return `${seriesId}_${formatPeriod(period)}`;
}

export function vintageOf(reading: Reading, unit: string, register: CitationRegister): Vintage {
  const { value, qualifier, empty, knownFrom, reportedOn, kind, citations } = reading;
  const label = value === null ? EMPTY_LABELS[empty ?? 'unknown'].label : printQuantity(value, qualifier, unit);
  return { value, qualifier, label, knownFrom, reportedOn, kind, citations: register.cite(citations) };
}

function sayRival(rival: Reading, unit: string): string {
  const said = rival.value === null ? 'no figure' : sayQuantity(rival.value, rival.qualifier, unit);
  const publishers = joinWords(publishersOf(rival.citations));
  return publishers === '' ? said : `${said} by ${publishers}`;
}

function sayHistory(cell: Cell, unit: string): string | null {
  const first = cell.vintages[0];
  if (first === undefined || first.value === null) return null;
  const when = first.reportedOn === null ? '' : ` ${sayWhen(first.reportedOn, first.reportedPrecision)}`;
  const verb = first.kind === 'derived' ? 'first worked out as' : 'first given as';
  return `${verb} ${sayQuantity(first.value, first.qualifier, unit)}${when}`;
}

function sayValue(cell: ChartCell, reading: Reading, value: number, rivals: readonly string[]): string {
  const { organisation, indicator } = cell.chosen;
  const publishers = publishersOf(reading.citations).filter((name) => name !== organisation.shortName && name !== organisation.name);
  const when = reading.reportedOn === null ? ', date of the report not shown' : `, reported ${sayWhen(reading.reportedOn, reading.reportedPrecision)}`;
  const source = `${organisation.shortName}${publishers.length === 0 ? '' : ` as read in ${joinWords(publishers)}`}`;
  const parts = [
    `${cell.periodLabel}: ${sayQuantity(value, reading.qualifier, indicator.unit)}, ${source}${when}`,
    reading.kind === 'derived' ? `derived, not printed by the source${reading.formula === null ? '' : `: ${reading.formula}`}` : null,
    reading.isUnconfirmed ? 'unconfirmed: nobody found the original statement' : null,
    cell.isIncomplete ? 'reported before the period was over' : null,
    cell.known === null ? null : sayHistory(cell.known, indicator.unit),
    rivals.length === 0 ? null : `other reports of it give ${joinWords(rivals)}`,
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

function sayEmpty(cell: ChartCell, empty: EmptyKind): string {
  const { organisation, indicator } = cell.chosen;
  const withdrawn = cell.withdrawn[0];
  const parts = [
    `${cell.periodLabel}: ${indicator.unit} by ${organisation.shortName}, ${EMPTY_LABELS[empty].label}`,
    cell.isIncomplete ? 'the period was not over' : null,
    withdrawn === undefined ? null : `a figure was withdrawn${withdrawn.changeNote === null ? '' : `: ${withdrawn.changeNote}`}`,
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

/** The mark of a cell, standing on `base` (0 unless it is stacked). */
export function markOf(cell: ChartCell, base: number, register: CitationRegister): PeriodMark {
  const { chosen, band, known, isIncomplete } = cell;
  const { unit } = chosen.indicator;
  const common = { id: markId(chosen.series.id, cell.period), seriesId: chosen.series.id, band, status: 'current' as const, isIncomplete };
  const reading = known?.reading;
  if (known === null || reading === undefined || reading.value === null) {
    const empty = cell.empty ?? 'unknown';
    return {
      ...common, empty, value: null, low: null, high: null, qualifier: 'exact', label: EMPTY_LABELS[empty].label, span: [base, base],
      kind: 'reported', formula: null, isUnconfirmed: false, vintages: [], rivals: [], reportedOn: reading?.reportedOn ?? null,
      citations: reading === undefined ? [] : register.cite(reading.citations), spoken: sayEmpty(cell, empty),
    };
  }
  const { value, qualifier, kind, formula, isUnconfirmed, reportedOn } = reading;
  const rivals = known.rivals.map((rival) => sayRival(rival, unit));
  const citations = register.cite([...reading.citations, ...known.rivals.flatMap((rival) => rival.citations)]);
  return {
    ...common, ...boundsOf({ value, qualifier }), value, qualifier, empty: null, label: printQuantity(value, qualifier, unit),
    span: [base, base + value], kind, formula, isUnconfirmed,
    vintages: known.vintages.map((vintage) => vintageOf(vintage, unit, register)), rivals, reportedOn, citations,
    spoken: sayValue(cell, reading, value, rivals),
  };
}

/** What is printed small beside a value in a table: the same facts that its mark shows. */
export function remarksOf(mark: PeriodMark): readonly string[] {
  const revised = mark.vintages.map(({ label }) => label);
  return [
    revised.length > 0 ? `revised from ${joinWords(revised, 'then')}` : null,
    mark.kind === 'derived' ? `derived${mark.formula === null ? '' : `: ${mark.formula}`}` : null,
    mark.isUnconfirmed ? 'unconfirmed' : null,
    mark.isIncomplete === true ? (mark.value === null ? 'period not over' : 'reported before the period was over') : null,
    mark.rivals.length > 0 ? `also given: ${joinWords(mark.rivals)}` : null,
  ].filter((remark): remark is string => remark !== null);
}
