// A definition that would draw something untrue is refused before anything is drawn.

export type DefinitionFault =
  | 'unknown-series'
  | 'unknown-crossing'
  | 'unknown-incident'
  | 'malformed-range'
  | 'incompatible-series'
  | 'too-many-series'
  | 'negative-value';

/** Broken, not refused: the editor's desk checks definitions with the same code before they are published. */
export class ChartDefinitionError extends Error {
  override readonly name = 'ChartDefinitionError';

  constructor(
    readonly fault: DefinitionFault,
    readonly slug: string,
    reason: string,
  ) {
    super(`Chart ${slug}: ${reason}`);
  }
}
