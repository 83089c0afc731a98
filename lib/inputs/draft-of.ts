import type { Change, CitationDraft, DraftRow, RowContent } from '@/domain/draft';
import type { RowKind } from '@/domain/release';

/** A version of a row as the desk reads it, published or drafted. */
interface Version {
  readonly kind: RowKind;
  readonly id: string;
  readonly revision: number;
  readonly publishedIn: number | null;
  readonly change: Change;
  readonly changeNote: string | null;
  readonly content: RowContent;
  readonly citations: readonly CitationDraft[];
}

/** What an editor begins with who changes this version: a draft goes on as it is, a published row becomes an update of itself. */
export function draftOf({ kind, id, revision, publishedIn, change, changeNote, content, citations }: Version): DraftRow {
  const own = publishedIn === null ? { change, changeNote } : { change: 'update' as const, changeNote: null };
  const cited = citations.map(({ sourceId, locator, quote, paraphrase, role }) => ({ sourceId, locator, quote, paraphrase, role }));
  // Kind and content belong together in every version of the ledger.
  return { kind, id, ...own, content, citations: cited, expectedRevision: revision } as DraftRow;
}
