// A draft row is what an editor proposes for one id: a kind, how it changes, the whole content and its citations.

import type { Annotation, Claim, Incident, Place } from './claim';
import type { ChartDefinition } from './chart/definition';
import type { Citation, Recorded, Source } from './citation';
import type { Closure, Crossing } from './closure';
import type { Reading } from './reading';
import type { RowKind } from './release';
import type { Sentence } from './sentence';
import type { Indicator, Organisation, Series } from './series';

/** The fields of a row without what the ledger adds; distributes over unions such as the chart definitions. */
export type Content<T> = T extends unknown ? Omit<T, keyof Recorded> : never;

/** Every kind's own fields. */
export interface RowContents {
  readonly organisation: Content<Organisation>;
  readonly source: Content<Source>;
  readonly indicator: Content<Indicator>;
  readonly series: Content<Series>;
  readonly reading: Content<Reading>;
  readonly crossing: Content<Crossing>;
  readonly closure: Content<Closure>;
  readonly incident: Content<Incident>;
  readonly claim: Content<Claim>;
  readonly place: Content<Place>;
  readonly annotation: Content<Annotation>;
  readonly chart: Content<ChartDefinition>;
  readonly sentence: Content<Sentence>;
}

export type RowContent = RowContents[RowKind];
export type Change = Recorded['change'];

/** A citation as an editor gives it; who recorded it and when is added on saving. */
export interface CitationDraft {
  readonly sourceId: string;
  readonly locator: string | null;
  /** At most 25 words, verbatim. */
  readonly quote: string | null;
  readonly paraphrase: string | null;
  readonly role: Citation['role'];
}

export interface DraftRowOf<K extends RowKind> {
  readonly kind: K;
  readonly id: string;
  readonly change: Change;
  /** Needed for `correct` and `withdraw`: the reason that readers see. */
  readonly changeNote: string | null;
  readonly content: RowContents[K];
  /** In the order in which readers see them. Source rows carry none. */
  readonly citations: readonly CitationDraft[];
  /** The revision the editor saw. Absent for an id that does not exist yet. */
  readonly expectedRevision?: number | null;
}

export type DraftRow = { [K in RowKind]: DraftRowOf<K> }[RowKind];

/** Kinds that are never published without at least one citation. */
export const CITED_KINDS: readonly RowKind[] = ['reading', 'closure', 'incident', 'claim', 'annotation'];

/** What the ledger holds for an id when a draft arrives. */
export interface KnownVersions {
  readonly current: { readonly revision: number; readonly change: Change } | null;
  readonly draft: { readonly revision: number; readonly changesetId: string } | null;
}

export type DraftRefusalCode =
  | 'held-by-changeset' | 'already-exists' | 'no-such-row' | 'version-missing' | 'version-stale' | 'already-withdrawn' | 'reason-missing';

/**
 * Why `row` may not be drafted in `changesetId`, or null if it may. An edit names the version it was made from:
 * the changeset's own open draft of the id where there is one, else the current version.
 */
export function refuseDraft(
  row: Pick<DraftRow, 'id' | 'change' | 'changeNote' | 'expectedRevision'>, known: KnownVersions, changesetId: string,
): DraftRefusalCode | null {
  const { current, draft } = known;
  if (draft !== null && draft.changesetId !== changesetId) return 'held-by-changeset';
  if (row.change === 'add' && current !== null) return 'already-exists';
  if (row.change !== 'add' && current === null) return 'no-such-row';
  const versionRefusal = refuseVersion(row.expectedRevision ?? null, draft ?? current);
  if (versionRefusal !== null) return versionRefusal;
  if (row.change === 'withdraw' && current?.change === 'withdraw') return 'already-withdrawn';
  const needsReason = row.change === 'correct' || row.change === 'withdraw';
  return needsReason && (row.changeNote ?? '').trim() === '' ? 'reason-missing' : null;
}

/** Compare-and-set: the edit must have been made from the version that stands now. */
export function refuseVersion(
  expectedRevision: number | null, standing: { readonly revision: number } | null,
): 'version-missing' | 'version-stale' | null {
  if (standing === null) return expectedRevision === null ? null : 'version-stale';
  if (expectedRevision === null) return 'version-missing';
  return expectedRevision === standing.revision ? null : 'version-stale';
}
