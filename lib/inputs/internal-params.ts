import { isLanguage, type Language } from '@/domain/words';
import type { FullWords } from '@/lib/make-words';
import { wordsOf } from '@/lib/words';
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
  readonly lang: Language;
  readonly view: View;
  /** In the language and the digits that were asked for. */
  readonly words: FullWords;
}

/** Only proxy.ts writes internal addresses, so a malformed one is a defect of ours: throws. */
export function readInternalParams(params: InternalParams): PageQuestion {
  const { lang } = params;
  const release = Number(params.release);
  const view = isLanguage(lang) ? parseViewSegment(params.view, lang) : null;
  if (!isLanguage(lang) || !Number.isSafeInteger(release) || release < 0 || view === null) {
    throw new Error(`Malformed internal address: ${params.release}, ${lang}, ${params.view}`);
  }
  return { release, lang, view, words: wordsOf(lang, view.digits ?? undefined) };
}
