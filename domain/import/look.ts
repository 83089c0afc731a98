// The first look into a sheet: its header, its first rows, and what its columns would mean.

import type { ImportMapping } from './mapping';

/** A file that waits on the server. */
export interface WaitingFile {
  readonly upload: string;
  readonly name: string;
  readonly bytes: number;
  readonly format: 'text' | 'workbook';
  /** Empty for text files, which have one sheet without a name. */
  readonly sheets: readonly string[];
}

export interface Look {
  readonly header: readonly string[];
  /** The first rows, cells cut short, with their row in the file. */
  readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly mapping: ImportMapping;
  /** Who said so for a file of the same header, and when (ISO instant), or null where it is our proposal. */
  readonly kept: { readonly by: string; readonly at: string } | null;
}
