import { problemLine, type CellProblem } from '@/domain/import/sheet';

/** A file that cannot be read on: where and why. Nothing of it is taken in. */
export class UnreadableSheet extends Error {
  override readonly name = 'UnreadableSheet';

  constructor(readonly problem: CellProblem) {
    super(problemLine(problem));
  }
}

/** Rows as they are read, and how far in the file that is. */
export interface RowBatch {
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** From 0 to 1. */
  readonly progress: number;
}
