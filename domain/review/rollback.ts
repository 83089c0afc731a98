// Rolling a release back is new work like any other: each row it changed is drafted as it was before, and what it added is withdrawn.

import type { CitationDraft, Change, DraftRow, RowContent } from '../draft';
import type { RowKind } from '../release';

interface Version {
  readonly revision: number;
  readonly change: Change;
  readonly content: RowContent;
  readonly citations: readonly CitationDraft[];
}

/** One row that a release changed. */
export interface RolledRow {
  readonly kind: RowKind;
  readonly id: string;
  /** What stood before the release; null for a row that it added. */
  readonly before: Version | null;
  /** What stands now. */
  readonly current: Version;
  /** The later release that changed the row again, or null. */
  readonly changedSince: number | null;
}

export interface RollbackWords {
  /** Whether readers are told that the release was wrong, or that its matter moved on. */
  readonly change: 'correct' | 'update';
  /** The reason that readers see beside every row. */
  readonly note: string;
}

/** The draft that gives a row back what it was before the release, or null where it is that already. */
export function restoreRow({ kind, id, before, current }: Pick<RolledRow, 'kind' | 'id' | 'before' | 'current'>, { change, note }: RollbackWords): DraftRow | null {
  const wasThere = before !== null && before.change !== 'withdraw';
  if (!wasThere && current.change === 'withdraw') return null;
  if (wasThere && current.change !== 'withdraw' && isSame(before, current)) return null;
  const { content, citations } = wasThere ? before : current;
  const draft = { kind, id, change: wasThere ? change : ('withdraw' as const), changeNote: note, content, citations: citations.map(plain), expectedRevision: current.revision };
  // Kind and content come from one version of one row.
  return draft as DraftRow;
}

function plain({ sourceId, locator, quote, paraphrase, role }: CitationDraft): CitationDraft {
  return { sourceId, locator, quote, paraphrase, role };
}

function isSame(a: Version, b: Version): boolean {
  return JSON.stringify([a.content, a.citations.map(plain)]) === JSON.stringify([b.content, b.citations.map(plain)]);
}
