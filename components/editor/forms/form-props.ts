import type { CitationDraft, Change, RowContents } from '@/domain/draft';
import type { KnownSource } from '@/domain/source-entry';
import type { FormKind } from './row-fields';

/** A row that may be chosen, with its point where it has one. */
export interface RowOption {
  readonly id: string;
  readonly label: string;
  readonly at?: { readonly latitude: number; readonly longitude: number };
}

/** What a form starts from. */
export interface FormStart {
  /** '' for a new row. */
  readonly id: string;
  /** What a save names as the version it edited; null for a new row. */
  readonly revision: number | null;
  readonly content: RowContents[FormKind];
  readonly change: Change;
  readonly changeNote: string;
  readonly citations: readonly CitationDraft[];
}

/** What stands published of the row; null where nothing does. */
export interface FormPublished {
  readonly content: RowContents[FormKind];
  readonly citations: readonly CitationDraft[];
  readonly isWithdrawn: boolean;
}

/** What a form offers and checks against. */
export interface FormStock {
  readonly rows: Readonly<Record<string, readonly RowOption[]>>;
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly takenIds: readonly string[];
  /** For the form of sources: what we have already. */
  readonly knownSources: readonly KnownSource[];
  /** For the form of series: what there is already. */
  readonly knownSeries: readonly (RowContents['series'] & { readonly id: string })[];
}
