import { type Language, LANGUAGES } from '@/domain/words';

// Which language a reader asked for, remembered in the browser alone: no answer depends on it, and no cookie is set.

const KEY = 'language';
/** Persian of any country is nearer to Dari than English is. */
const KNOWN_AS: ReadonlyMap<string, Language> = new Map([['en', 'en'], ['ur', 'ur'], ['ps', 'ps'], ['fa', 'fa-AF'], ['prs', 'fa-AF']]);

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be forbidden; the reader is then asked again.
  }
}

/** The language a reader chose before, or else the first of his browser's that we have; null where neither is known. */
export function wantedLanguage(): Language | null {
  try {
    const chosen = localStorage.getItem(KEY);
    const known = LANGUAGES.find((language) => language === chosen);
    if (known) return known;
  } catch {
    // The browser's own languages still say something.
  }
  return firstOfOurs(navigator.languages);
}

/** `['de', 'ur-PK', 'en']` -> `ur` */
export function firstOfOurs(tags: readonly string[]): Language | null {
  return tags.map((tag) => KNOWN_AS.get(tag.toLowerCase().split('-', 1)[0] ?? '')).find((language) => language !== undefined) ?? null;
}
