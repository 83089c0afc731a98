import { NO_FACTS, type Choice, type EntryFacts } from '@/domain/entry/plan-rows';

// What somebody has typed into the grid and not saved yet, by cell; plain data, so that it can be kept in the browser.

export interface TypedCell {
  readonly text: string;
  /** What is said of this cell alone. */
  readonly own: Partial<EntryFacts>;
  readonly choice: Choice | null;
}

export interface Entry {
  readonly cells: Readonly<Record<string, TypedCell>>;
  /** What is said of everything typed. */
  readonly sitting: EntryFacts;
  readonly recordsRepeats: boolean;
}

export const NO_ENTRY: Entry = { cells: {}, sitting: NO_FACTS, recordsRepeats: false };

/** Cells as they shall be; null for nothing typed. */
export type Patch = ReadonlyMap<string, TypedCell | null>;

/** The cells after a step, and the step that takes it back. */
export function applyPatch(cells: Entry['cells'], patch: Patch): { readonly cells: Entry['cells']; readonly inverse: Patch } {
  const next: Record<string, TypedCell> = { ...cells };
  const inverse = new Map<string, TypedCell | null>();
  for (const [key, cell] of patch) {
    inverse.set(key, cells[key] ?? null);
    if (cell === null) delete next[key];
    else next[key] = cell;
  }
  return { cells: next, inverse };
}

/** The cell with another text; a blank text is nothing typed. What was said of the cell stays with it. */
export function withText(before: TypedCell | undefined, text: string): TypedCell | null {
  return text.trim() === '' ? null : { own: before?.own ?? {}, choice: before?.choice ?? null, text: text.trim() };
}
