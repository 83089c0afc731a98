import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StyleTexts {
  /** Of the drawings. */
  readonly drawing: string;
  /** Colours of both themes. */
  readonly tokens: string;
}

let read: StyleTexts | null = null;

/** The style sheets that pages are drawn with, as text; pictures are drawn from the same. */
export function styleTexts(): StyleTexts {
  const text = (path: string): string => readFileSync(join(/* turbopackIgnore: true */ process.cwd(), path), 'utf8');
  return (read ??= { drawing: text('components/charts/drawing.css'), tokens: text('components/charts/tokens.css') });
}
