// Every row of a file gets one verdict: added, same, update, correction, left out with a reason, or refused with row, column and reason.

import type { CitationDraft, DraftRow, DraftRowOf } from '../draft';
import type { RowKind } from '../release';
import type { RowContents } from '../draft';
import type { CellProblem } from './sheet';

export const VERDICTS = ['added', 'update', 'correction', 'same', 'left-out', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A row as it stands at the desk: published, or drafted, and in whose changeset. */
export interface OpenRow<K extends RowKind> {
  readonly id: string;
  /** The version an edit is made from: the draft where there is one, else the current one. */
  readonly revision: number;
  readonly content: RowContents[K];
  readonly citations: readonly CitationDraft[];
  readonly changeNote: string | null;
  readonly isPublished: boolean;
  readonly isWithdrawn: boolean;
  /** The changeset that holds a draft of it where that is another one than the one imported into. */
  readonly heldBy: string | null;
}

/** How a row that differs from the same row published is drafted. A correction says that an earlier release was wrong, and why. */
export interface DifferingRule {
  readonly change: 'correct' | 'update';
  /** Readers see it. Needed for a correction. */
  readonly reason: string | null;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly row: number;
  /** What the row is about, for people. */
  readonly subject: string;
  /** What stands now and what would stand, where they differ. */
  readonly before: string | null;
  readonly after: string | null;
  /** Why it is left out; for a refused row see `problem`. */
  readonly reason: string | null;
  readonly problem: CellProblem | null;
  readonly draft: DraftRow | null;
}

export const REASON_MISSING = 'This differs from what is published under the same source and day. Say above why the published one was wrong, or that the source has revised it.';

/** The draft that puts `content` in the place of what stands, or null and why not. */
export function replaceRow<K extends RowKind>(
  kind: K, standing: OpenRow<K>, content: RowContents[K], citations: readonly CitationDraft[], rule: DifferingRule,
): { readonly draft: DraftRow; readonly verdict: 'update' | 'correction' } | { readonly draft: null; readonly reason: string } {
  if (standing.heldBy !== null) return { draft: null, reason: `The row is being changed in the changeset “${standing.heldBy}”.` };
  const isCorrection = standing.isPublished && rule.change === 'correct';
  if (isCorrection && (rule.reason ?? '').trim() === '') return { draft: null, reason: REASON_MISSING };
  const draft: DraftRowOf<K> = {
    kind, id: standing.id, change: !standing.isPublished ? 'add' : isCorrection ? 'correct' : 'update',
    changeNote: !standing.isPublished ? standing.changeNote : rule.reason, content, citations, expectedRevision: standing.revision,
  };
  // The union of draft rows has one member a kind; the compiler does not see that K is one of them.
  return { draft: draft as unknown as DraftRow, verdict: isCorrection ? 'correction' : 'update' };
}
