// A sentence is tried on everything at once: now, in earlier releases and at vintages.

import type { Day } from './period';
import type { RefusedComparison } from './sentence-offers';

/** How the sentence reads somewhere: its pieces, of which numbers name their binding, or why it is not shown. */
export type Read =
  | { readonly isShown: true; readonly parts: readonly { readonly text: string; readonly binding: string | null }[] }
  | { readonly isShown: false; readonly reason: string };

export interface TriedBinding {
  readonly name: string;
  /** The number as the sentence prints it; null where it has none, and then `reason` says why. */
  readonly text: string | null;
  readonly reason: string | null;
  /** Where it comes from, one line a source. */
  readonly sources: readonly string[];
}

export interface TriedCell {
  readonly period: string;
  readonly label: string;
  /** The value or what stands in its place. */
  readonly text: string;
  readonly hasValue: boolean;
  readonly sources: readonly string[];
}

/** How it would have read in one release. */
export interface ReleaseRead {
  readonly release: number;
  readonly title: string;
  readonly read: Read;
}

/** The sentence on one state of the ledger. */
export interface Trial {
  readonly release: number;
  readonly bindings: readonly TriedBinding[];
  readonly now: Read;
  readonly coverage: string | null;
  readonly cautions: readonly string[];
  readonly refused: readonly RefusedComparison[];
  readonly vintages: readonly { readonly day: Day; readonly read: Read }[];
  readonly cells: readonly TriedCell[];
}

/** What the form is answered with. `hidden`: the changeset's drafts bear on it but cannot be laid over what stands yet. */
export interface TrialAnswer extends Trial {
  readonly ground: 'drafts' | 'release' | 'hidden';
  readonly releases: readonly ReleaseRead[];
}
