// A release is a published changeset; what it answers never changes.

import type { Alone } from './review/alone';

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
  /** Only where the approver wrote in it himself. */
  readonly alone?: Alone;
}

/** Every kind of row the ledger publishes. The names are also the table names in the singular. */
export const ROW_KINDS = [
  'organisation', 'source', 'indicator', 'series', 'reading', 'crossing', 'closure', 'incident', 'claim', 'place', 'annotation', 'chart', 'sentence',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** One row as a release changed it, for /releases/[n]. */
export interface PublishedChange {
  readonly release: number;
  readonly publishedAt: string;
  readonly kind: RowKind;
  readonly id: string;
  readonly change: 'add' | 'update' | 'correct' | 'withdraw';
  readonly note: string;
  /** Only the fields that differ from what stood before, as printed text; empty for a new row. */
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly title: string;
  /** What the row belongs to, with the title it has inside that: a reading to its series, a claim to its incident. */
  readonly within: { readonly group: string; readonly title: string } | null;
  /** Slugs of the charts whose marks the row feeds. */
  readonly charts: readonly string[];
  readonly citations: readonly import('./citation').Citation[];
  /** The first source of the version that it replaced, null where that had none or the row is new. */
  readonly sourceBefore: string | null;
}

/** A change that says an earlier release was wrong, for /corrections. */
export interface Correction extends PublishedChange {
  readonly change: 'correct' | 'withdraw';
}
