import type { Digits, Language } from '@/domain/words';

// The page one is on, in another language or with other digits. A layout does not know the address below it; the segments of its routes do.

/** One language a page can be had in. */
export interface LanguageChoice {
  readonly language: Language;
  /** In the language itself. */
  readonly name: string;
  /** The view and what is kept, `?theme=dark`, or empty. */
  readonly query: string;
}

/** The public path of the page with these segments below the layout, without its language; null for a page of no address. */
export function pathOfSegments(segments: readonly string[]): string | null {
  const [first] = segments;
  if (first === 'missing') return null;
  return first === 'search' ? '/search' : `/${segments.filter((segment) => !segment.startsWith('(')).join('/')}`;
}

/** Other digits to choose where a language is printed with both. */
export interface DigitsChoice {
  readonly digits: Digits;
  readonly sample: string;
  readonly query: string;
  readonly isCurrent: boolean;
}

/** `?theme=dark` and `q=boldak` in one query. */
export function addToQuery(query: string, name: string, value: string): string {
  return value === '' ? query : `${query === '' ? '?' : `${query}&`}${name}=${encodeURIComponent(value)}`;
}
