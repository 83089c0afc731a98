// A package holds every row of the ledger that stands in one release and was known by one day; what may not be passed on is left out and named.

import type { Annotation, Claim, Incident, Place } from '../claim';
import type { Citation, Recorded, Source } from '../citation';
import type { Closure, Crossing } from '../closure';
import { closuresAsOf } from '../chart/closures-as-of';
import type { ChartDefinition } from '../chart/definition';
import type { Day } from '../day';
import type { Reading } from '../reading';
import type { Correction, Release, RowKind } from '../release';
import type { Sentence } from '../sentence';
import type { Indicator, Organisation, Series } from '../series';

export type LedgerSource = Source & Omit<Recorded, 'citations'>;

/** Everything that stands in a release, withdrawn rows too. */
export interface LedgerRows {
  readonly release: Release;
  /** The releases up to this one, newest first. */
  readonly releases: readonly Release[];
  readonly corrections: readonly Correction[];
  readonly organisations: readonly Organisation[];
  readonly sources: readonly LedgerSource[];
  readonly indicators: readonly Indicator[];
  readonly series: readonly Series[];
  readonly readings: readonly Reading[];
  readonly crossings: readonly Crossing[];
  readonly closures: readonly Closure[];
  readonly incidents: readonly Incident[];
  readonly claims: readonly Claim[];
  readonly places: readonly Place[];
  readonly annotations: readonly Annotation[];
  readonly charts: readonly ChartDefinition[];
  readonly sentences: readonly Sentence[];
}

/** A citation with the row it belongs to. */
export interface CitationRow {
  readonly kind: RowKind;
  readonly rowId: string;
  /** From 1, in reading order. */
  readonly position: number;
  readonly citation: Citation;
}

export interface PackageRows extends LedgerRows {
  readonly asOf: Day | null;
  readonly citations: readonly CitationRow[];
  /** Series whose licence does not let their figures be passed on, with how many readings were left out. */
  readonly leftOut: readonly { readonly series: Series; readonly readings: number }[];
}

/** What the tables of a package are laid out from. */
export type TabledRows = Omit<PackageRows, 'release' | 'asOf' | 'leftOut'>;

export const NO_ROWS: TabledRows = {
  releases: [], corrections: [], organisations: [], sources: [], indicators: [], series: [], readings: [], crossings: [], closures: [], incidents: [], claims: [],
  places: [], annotations: [], charts: [], sentences: [], citations: [],
};

/** The rows of a package: known by `asOf` (null: all), without the readings that may not be passed on, with the citations of what is left. */
export function packageRows(all: LedgerRows, asOf: Day | null): PackageRows {
  const by = (day: Day | null): boolean => asOf === null || day === null || day <= asOf;
  const barred = new Set(all.series.filter(({ isRedistributable }) => !isRedistributable).map(({ id }) => id));
  const known = all.readings.filter(({ knownFrom }) => by(knownFrom));
  const incidents = all.incidents.filter(({ start }) => by(start));
  const incidentIds = new Set(incidents.map(({ id }) => id));
  const kept = {
    ...all,
    readings: known.filter(({ seriesId }) => !barred.has(seriesId)),
    closures: closuresAsOf(all.closures, asOf),
    incidents,
    claims: all.claims.filter(({ incidentId, saidOn }) => by(saidOn) && incidentIds.has(incidentId)),
    annotations: all.annotations.filter(({ day }) => by(day)),
  };
  const citations = citationRows(kept);
  const cited = new Set([...citations.map(({ citation }) => citation.source.id), ...kept.closures.flatMap(({ rivals }) => rivals.map(({ sourceId }) => sourceId))]);
  return {
    ...kept, asOf, citations,
    // A document that nothing leans on yet was not known then, as far as this package can say.
    sources: asOf === null ? all.sources : all.sources.filter(({ id }) => cited.has(id)),
    corrections: all.corrections.filter(isOf(kept)),
    leftOut: all.series.filter(({ id }) => barred.has(id)).map((series) => ({ series, readings: known.filter(({ seriesId }) => seriesId === series.id).length })),
  };
}

const SHELVES: readonly (readonly [kind: RowKind, shelf: Exclude<keyof LedgerRows, 'release' | 'releases' | 'corrections'>])[] = [
  ['organisation', 'organisations'], ['source', 'sources'], ['indicator', 'indicators'], ['series', 'series'], ['reading', 'readings'], ['crossing', 'crossings'],
  ['closure', 'closures'], ['incident', 'incidents'], ['claim', 'claims'], ['place', 'places'], ['annotation', 'annotations'], ['chart', 'charts'], ['sentence', 'sentences'],
];

function citationRows(rows: LedgerRows): CitationRow[] {
  return SHELVES.flatMap(([kind, shelf]) => (rows[shelf] as readonly { readonly id: string; readonly citations?: readonly Citation[] }[]).flatMap(({ id, citations = [] }) =>
    citations.map((citation, index) => ({ kind, rowId: id, position: index + 1, citation }))));
}

/** Corrections of rows that the package holds: those of others would tell figures that it leaves out. */
function isOf(rows: LedgerRows): (correction: Correction) => boolean {
  const ids = new Set(SHELVES.flatMap(([kind, shelf]) => rows[shelf].map(({ id }) => `${kind}:${id}`)));
  return ({ kind, id }) => ids.has(`${kind}:${id}`);
}
