import { type Kept, writeAddress } from './address';
import type { View } from './view';

// The links that stand on every page. A reader of a pinned release stays in it.

const PAGES = [
  { label: 'Overview', path: '/' },
  { label: 'Charts', path: '/charts' },
  { label: 'Closures', path: '/closures' },
  { label: 'Incidents', path: '/incidents' },
  { label: 'Corrections', path: '/corrections' },
  { label: 'Releases', path: '/releases' },
  { label: 'Sources', path: '/sources' },
  { label: 'Methods', path: '/methods' },
  { label: 'Data', path: '/data' },
  { label: 'About', path: '/about' },
] as const;

/** What links keep: the release shown when the reader pinned it, and the language. */
export function pinOf(view: Pick<View, 'pinned' | 'language' | 'digits'>, release: number): Kept {
  return { release: view.pinned ? release : null, language: view.language, digits: view.digits };
}

/** The main navigation. */
export function siteLinks(view: View, release: number): { label: string; href: string }[] {
  return PAGES.map(({ label, path }) => ({ label, href: writeAddress(path, { theme: view.theme }, pinOf(view, release)) }));
}
