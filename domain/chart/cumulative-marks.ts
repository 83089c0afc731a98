// A cumulative point is the sum of the quarters so far with their qualifiers; one missing quarter makes it and all later ones empty.

import { periodOf, shortLabelPeriod, type Day, type Period } from '../period';
import { EMPTY_LABELS, boundsOf, sumReadings, valueAsOf, type EmptyKind, type Reading } from '../reading';
import type { CitationRegister } from './citation-register';
import type { PeriodMark } from './model';
import type { Vintage } from './model-parts';
import { markId, markOf, type ChartCell } from './period-marks';
import { joinWords, printQuantity, sayQuantity, sayWhen } from './wording';

/** What the quarters so far were worth on a day, or null while one of them had no value. */
function readingsOn(cells: readonly ChartCell[], day: Day | null): readonly Reading[] | null {
  const readings = cells.flatMap(({ chosen, period }) => {
    const known = valueAsOf(chosen.readings.filter((reading) => reading.period.start === period.start && reading.period.end === period.end), day);
    return known === null || known.reading.value === null ? [] : [known.reading];
  });
  return readings.length === cells.length ? readings : null;
}

interface Sum {
  readonly value: number;
  readonly qualifier: Reading['qualifier'];
  readonly readings: readonly Reading[];
}

function sumOf(readings: readonly Reading[]): Sum | null {
  const sum = sumReadings(readings);
  return sum.ok ? { value: sum.value.value, qualifier: sum.value.qualifier, readings } : null;
}

/** The sums that a reader would have seen on each day on which one of the quarters was told anew; oldest first, without the last. */
function vintagesOf(cells: readonly ChartCell[], current: Sum, unit: string, register: CitationRegister): readonly Vintage[] {
  const days = cells.flatMap(({ chosen, period }) =>
    chosen.readings.filter((reading) => reading.period.start === period.start && reading.period.end === period.end).map(({ knownFrom }) => knownFrom));
  const seen: Vintage[] = [];
  for (const day of [...new Set(days)].toSorted()) {
    const readings = readingsOn(cells, day);
    const sum = readings === null ? null : sumOf(readings);
    if (sum === null) continue;
    const label = printQuantity(sum.value, sum.qualifier, unit);
    if (seen[seen.length - 1]?.label === label) continue;
    seen.push({ value: sum.value, qualifier: sum.qualifier, label, knownFrom: day, reportedOn: null, kind: 'derived', citations: register.cite(sum.readings.flatMap(({ citations }) => citations)) });
  }
  return seen.filter(({ value }) => value !== current.value);
}

const latestOf = (readings: readonly Reading[]): Reading | undefined =>
  readings.reduce<Reading | undefined>((latest, reading) => (latest === undefined || reading.knownFrom >= latest.knownFrom ? reading : latest), undefined);

function sumMark(cells: readonly ChartCell[], current: Sum, span: Period, register: CitationRegister): PeriodMark {
  const last = cells[cells.length - 1];
  const { chosen } = last ?? { chosen: undefined };
  if (last === undefined || chosen === undefined) throw new RangeError('a cumulative point has at least one quarter');
  const { unit } = chosen.indicator;
  const { value, qualifier, readings } = current;
  const formula = readings.map((reading) => printQuantity(reading.value ?? 0, reading.qualifier, unit)).join(' + ');
  const derived = cells.filter(({ known }) => known?.reading.kind === 'derived').map(({ periodLabel }) => periodLabel);
  const citations = register.cite(readings.flatMap((reading) => reading.citations));
  const vintages = vintagesOf(cells, current, unit, register);
  const latest = latestOf(readings);
  const spoken = [
    `${last.period.start.slice(0, 4)} to the end of ${shortLabelPeriod(last.period)}: ${sayQuantity(value, qualifier, unit)}, ${chosen.organisation.shortName}`,
    `the sum of ${formula}`,
    derived.length === 0 ? null : `${joinWords(derived)} worked out, not printed by the source`,
    latest === undefined || latest.reportedOn === null ? null : `latest part reported ${sayWhen(latest.reportedOn, latest.reportedPrecision)}`,
    vintages.length === 0 ? null : `before revisions ${joinWords(vintages.map(({ label }) => label), 'then')}`,
  ];
  return {
    id: markId(chosen.series.id, span), seriesId: chosen.series.id, band: last.band, ...boundsOf({ value, qualifier }), value, qualifier,
    empty: null, label: printQuantity(value, qualifier, unit), span: [0, value], kind: 'derived', formula, status: 'current',
    isUnconfirmed: readings.some(({ isUnconfirmed }) => isUnconfirmed), isIncomplete: cells.some(({ isIncomplete }) => isIncomplete),
    vintages, rivals: [], reportedOn: latest?.reportedOn ?? null, citations, spoken: `${spoken.filter((part) => part !== null).join('; ')}.`,
  };
}

function emptyMark(cells: readonly ChartCell[], last: ChartCell, span: Period): PeriodMark {
  const missing = cells.filter(({ empty }) => empty !== null);
  const empty: EmptyKind = last.empty ?? 'unknown';
  const why = `no figure for ${joinWords(missing.map(({ periodLabel }) => periodLabel))}`;
  return {
    id: markId(last.chosen.series.id, span), seriesId: last.chosen.series.id, band: last.band, value: null, low: null, high: null, qualifier: 'exact',
    empty, label: EMPTY_LABELS[empty].label, span: [0, 0], kind: 'reported', formula: null, status: 'current', isUnconfirmed: false,
    isIncomplete: last.isIncomplete, vintages: [], rivals: [], reportedOn: null, citations: [],
    spoken: `${span.start.slice(0, 4)} to the end of ${shortLabelPeriod(last.period)}: cannot be added up, ${why}; ${EMPTY_LABELS[empty].label}.`,
  };
}

/** One point a quarter, in order; `cells` are the quarters of one year. The first is the quarter's own mark. */
export function cumulativeMarks(cells: readonly ChartCell[], asOf: Day | null, register: CitationRegister): readonly PeriodMark[] {
  const [first] = cells;
  if (first === undefined) return [];
  return cells.map((last, index) => {
    if (index === 0) return markOf(last, 0, register);
    const soFar = cells.slice(0, index + 1);
    const span = periodOf(first.period.start, last.period.end);
    const readings = readingsOn(soFar, asOf);
    const sum = readings === null ? null : sumOf(readings);
    return sum === null ? emptyMark(soFar, last, span) : sumMark(soFar, sum, span, register);
  });
}
