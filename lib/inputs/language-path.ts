import { type Language, LANGUAGES } from '@/domain/words';

// Every public address stands below its language, `/ur/charts/x`; English, the language of all texts, has none before it.

/** The language an address begins with, and the address without it: `/ur` is `/` in Urdu. */
export function splitLanguage(pathname: string): { readonly language: Language; readonly path: string } {
  const language = LANGUAGES.find((one) => one !== 'en' && (pathname === `/${one}` || pathname.startsWith(`/${one}/`))) ?? 'en';
  const path = language === 'en' ? pathname : pathname.slice(language.length + 1);
  // `/ur/` is no second address of `/ur`.
  return { language, path: language === 'en' ? path : path === '' ? '/' : path === '/' ? '//' : path };
}

/** An address in a language. An empty one is a query for the page it stands on, and stays empty. */
export function joinLanguage(language: Language, path: string): string {
  if (language === 'en' || path === '') return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
}
