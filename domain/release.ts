// A release is a published changeset; what it answers never changes.

export type ChangesetState = 'draft' | 'in-review' | 'approved' | 'published' | 'abandoned';

export interface Release {
  readonly number: number;
  /** ISO instant. */
  readonly publishedAt: string;
  readonly title: string;
  readonly note: string;
  readonly authors: readonly string[];
  readonly approvedBy: string;
  readonly counts: { readonly added: number; readonly updated: number; readonly corrected: number; readonly withdrawn: number };
}

/** Every kind of row the ledger publishes. The names are also the table names in the singular. */
export const ROW_KINDS = [
  'organisation', 'source', 'indicator', 'series', 'reading', 'crossing', 'closure', 'incident', 'claim', 'place', 'annotation', 'chart', 'sentence',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** One row as a release changed it, for /corrections and /releases/[n]. */
export interface Correction {
  readonly release: number;
  readonly publishedAt: string;
  readonly kind: RowKind;
  readonly id: string;
  readonly change: 'correct' | 'withdraw';
  readonly note: string;
  /** Only the fields that differ, as printed text. */
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly title: string;
  /** Slugs of the charts whose marks the row feeds. */
  readonly charts: readonly string[];
  readonly citations: readonly import('./citation').Citation[];
}
