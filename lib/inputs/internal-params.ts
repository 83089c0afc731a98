import { parseViewSegment } from './view-segment';
import type { View } from './view';

// What the internal address hands to every page: release, language, view.

export interface InternalParams {
  readonly release: string;
  readonly lang: string;
  readonly view: string;
}

export interface PageQuestion {
  readonly release: number;
  readonly lang: string;
  readonly view: View;
}

/** Only proxy.ts writes internal addresses, so a malformed one is a defect of ours: throws. */
export function readInternalParams(params: InternalParams): PageQuestion {
  const release = Number(params.release);
  const view = parseViewSegment(params.view);
  if (!Number.isSafeInteger(release) || release < 0 || view === null) throw new Error(`Malformed internal address: ${params.release}, ${params.view}`);
  return { release, lang: params.lang, view };
}
