// Everything that was ever published about a chart's rows, cell by cell: what replaced what, in which release, and why.

import { changedFields } from '../correction';
import type { Citation } from '../citation';
import { closureLabel } from '../closure';
import type { Change, RowContent, RowContents } from '../draft';
import { labelPeriod, type Day, type Period } from '../period';
import { valueAsOf, EMPTY_LABELS, type Reading } from '../reading';
import type { Correction, RowKind } from '../release';
import { titleOf, type Named } from '../row-title';
import type { CitationRegister } from './citation-register';
import { LANE_LABELS } from './closure-bars';
import { groupInOrder } from './grouping';
import { compareText } from './model-base';
import { cellIdOf } from './total-checks';
import { printQuantity } from './wording';

/** One published version of a row, as it stood in the release that is read. */
export interface RecordedVersion {
  readonly kind: RowKind;
  readonly id: string;
  readonly revision: number;
  readonly change: Change;
  readonly changeNote: string | null;
  readonly publishedIn: number;
  /** Null where it stands in the release that is read. */
  readonly supersededIn: number | null;
  readonly content: RowContent;
  readonly citations: readonly Citation[];
}

/** How a version ended: what a later release did to it, and why. */
export interface VersionEnd {
  readonly how: 'superseded' | 'withdrawn';
  readonly release: number;
  readonly isCorrection: boolean;
  readonly reason: string | null;
  /** Fields that its successor changed, as printed text. */
  readonly fields: Correction['fields'];
}

interface VersionBase {
  readonly key: string;
  readonly publishedIn: number;
  readonly end: VersionEnd | null;
  readonly citations: readonly number[];
}

/** A reading in the history of its cell. */
export interface CellVersion extends VersionBase {
  readonly label: string;
  readonly reportedOn: Day | null;
  readonly reportedPrecision: Reading['reportedPrecision'];
  readonly knownFrom: Day;
  readonly kind: Reading['kind'];
  readonly formula: string | null;
  readonly isUnconfirmed: boolean;
  readonly note: string | null;
  /** It is the value of the cell now. */
  readonly isShown: boolean;
}

export interface HistoryCell {
  readonly id: string;
  readonly label: string;
  readonly versions: readonly CellVersion[];
}

/** The cells of one series, oldest period first. */
export interface HistoryGroup {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly HistoryCell[];
}

/** A row that is no reading: a closure, a claim, an incident, an annotation. */
export interface HistoryRow {
  readonly id: string;
  readonly kind: RowKind;
  readonly title: string;
  readonly versions: readonly (VersionBase & { readonly title: string })[];
}

export interface ChartHistory {
  readonly groups: readonly HistoryGroup[];
  readonly rows: readonly HistoryRow[];
}

type ReadingVersion = RecordedVersion & { readonly content: RowContents['reading'] };

const isReading = (version: RecordedVersion): version is ReadingVersion => version.kind === 'reading';
const keyOf = ({ id, revision }: Pick<RecordedVersion, 'id' | 'revision'>): string => `${id}@${revision}`;

/** A withdrawing version repeats what it withdraws: the withdrawn one is told, with its reason. */
function toldVersions(versions: readonly RecordedVersion[]): readonly RecordedVersion[] {
  return versions.filter(({ change }) => change !== 'withdraw');
}

function endOf(version: RecordedVersion, all: readonly RecordedVersion[]): VersionEnd | null {
  if (version.supersededIn === null) return null;
  const next = all.find((one) => one.kind === version.kind && one.id === version.id && one.publishedIn === version.supersededIn);
  if (next === undefined) return { how: 'superseded', release: version.supersededIn, isCorrection: false, reason: null, fields: [] };
  const isWithdrawn = next.change === 'withdraw';
  return {
    how: isWithdrawn ? 'withdrawn' : 'superseded', release: version.supersededIn, isCorrection: next.change !== 'update', reason: next.changeNote,
    fields: isWithdrawn ? [] : changedFields({ change: version.change, content: version.content as never }, { change: next.change, content: next.content as never }),
  };
}

/** The readings that stand, as the chart sees them, to find the one each cell shows. */
function standing(versions: readonly ReadingVersion[]): Reading[] {
  return versions.filter(({ supersededIn, change }) => supersededIn === null && change !== 'withdraw').map(({ content, id, revision, publishedIn, change, changeNote, citations }) => (
    { ...content, id, revision, publishedIn, change, changeNote, citations, status: 'current' as const }
  ));
}

function cellVersion(version: ReadingVersion, all: readonly RecordedVersion[], shown: Reading | null, unit: string, register: CitationRegister): CellVersion {
  const { content } = version;
  return {
    key: keyOf(version), publishedIn: version.publishedIn, end: endOf(version, all), citations: register.cite(version.citations),
    label: content.value === null ? EMPTY_LABELS[content.empty ?? 'unknown'].label : printQuantity(content.value, content.qualifier, unit),
    reportedOn: content.reportedOn, reportedPrecision: content.reportedPrecision, knownFrom: content.knownFrom, kind: content.kind, formula: content.formula,
    isUnconfirmed: content.isUnconfirmed, note: content.note, isShown: shown !== null && shown.id === version.id && shown.revision === version.revision,
  };
}

function groupsOf(all: readonly RecordedVersion[], asOf: Day | null, named: Named, register: CitationRegister): HistoryGroup[] {
  const readings = all.filter(isReading).filter(({ content }) => asOf === null || content.knownFrom <= asOf);
  const bySeries = groupInOrder(readings, ({ content }) => content.seriesId);
  return [...bySeries.entries()].map(([seriesId, ofSeries]): HistoryGroup => {
    const series = named('series', seriesId);
    const unit = (series && named('indicator', series.indicatorId)?.unit) ?? '';
    const byCell = groupInOrder(ofSeries, ({ content }) => cellIdOf(seriesId, content.period));
    const cells = [...byCell.entries()].flatMap(([id, versions]): (HistoryCell & { readonly period: Period })[] => {
      const told = toldVersions(versions) as readonly ReadingVersion[];
      const period = told[0]?.content.period;
      if (period === undefined) return [];
      const shown = valueAsOf(standing(versions), asOf)?.reading ?? null;
      const inOrder = told.toSorted((a, b) => compareText(a.content.knownFrom, b.content.knownFrom) || a.publishedIn - b.publishedIn || compareText(keyOf(a), keyOf(b)));
      return [{ id, period, label: labelPeriod(period), versions: inOrder.map((version) => cellVersion(version, all, shown, unit, register)) }];
    });
    return {
      id: seriesId, title: series === null ? seriesId : titleOf('series', series, named),
      cells: cells.toSorted((a, b) => compareText(a.period.start, b.period.start) || compareText(a.period.end, b.period.end)),
    };
  });
}

/** The day from which a row was known to the sources, as vintages of a chart see it; null where nothing dates it. */
function dayOf({ kind, content }: RecordedVersion): Day | null {
  if (kind === 'closure' || kind === 'incident') return (content as RowContents['closure']).start;
  if (kind === 'claim') return (content as RowContents['claim']).saidOn;
  return kind === 'annotation' ? (content as RowContents['annotation']).day : null;
}

/** A closure is told from shutting to reopening; other rows by their titles. */
function titleOfRow({ kind, id, content }: RecordedVersion, named: Named): string {
  if (kind !== 'closure') return titleOf(kind, content as never, named);
  const closure = content as RowContents['closure'];
  const recorded = { id, revision: 0, publishedIn: 0, change: 'add', changeNote: null, status: 'current', citations: [] } as const;
  return `${named('crossing', closure.crossingId)?.name ?? closure.crossingId} (${LANE_LABELS[closure.lane].toLowerCase()}): ${closureLabel({ ...closure, ...recorded })}`;
}

function rowsOf(all: readonly RecordedVersion[], asOf: Day | null, named: Named, register: CitationRegister): HistoryRow[] {
  const others = all.filter((version) => !isReading(version)).filter((version) => asOf === null || (dayOf(version) ?? asOf) <= asOf);
  return [...groupInOrder(others, ({ kind, id }) => `${kind}:${id}`).entries()].flatMap(([id, versions]): HistoryRow[] => {
    const told = toldVersions(versions);
    const newest = told.at(-1);
    if (newest === undefined) return [];
    const title = (version: RecordedVersion): string => titleOfRow(version, named);
    return [{
      id, kind: newest.kind, title: title(newest),
      versions: told.map((version) => ({
        key: keyOf(version), title: title(version), publishedIn: version.publishedIn, end: endOf(version, all), citations: register.cite(version.citations),
      })),
    }];
  });
}

/** The whole history behind a chart: readings by series and cell, other rows one by one. Superseded and withdrawn versions stay in it. */
export function chartHistory(versions: readonly RecordedVersion[], asOf: Day | null, named: Named, register: CitationRegister): ChartHistory {
  return { groups: groupsOf(versions, asOf, named, register), rows: rowsOf(versions, asOf, named, register) };
}
