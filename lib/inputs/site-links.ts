import { type Kept, writeAddress } from './address';
import type { Words } from '@/domain/words';
import type { View } from './view';

// The links that stand on every page. A reader of a pinned release stays in it.

const PAGES = [
  { name: 'overview', path: '/' },
  { name: 'charts', path: '/charts' },
  { name: 'closures', path: '/closures' },
  { name: 'incidents', path: '/incidents' },
  { name: 'corrections', path: '/corrections' },
  { name: 'releases', path: '/releases' },
  { name: 'sources', path: '/sources' },
  { name: 'methods', path: '/methods' },
  { name: 'data', path: '/data' },
  { name: 'about', path: '/about' },
] as const;

/** What links keep: the release shown when the reader pinned it, and the language. */
export function pinOf(view: Pick<View, 'pinned' | 'language' | 'digits'>, release: number): Kept {
  return { release: view.pinned ? release : null, language: view.language, digits: view.digits };
}

/** The main navigation. */
export function siteLinks(view: View, release: number, words: Words): { label: string; href: string }[] {
  return PAGES.map(({ name, path }) => ({ label: words.say(`layout.pages.${name}`), href: writeAddress(path, { theme: view.theme }, pinOf(view, release)) }));
}
