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
