import { writeAddress } from './address';
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

/** The release to write into links: the one shown when the reader pinned it, else null. */
export function pinOf(view: View, release: number): number | null {
  return view.pinned ? release : null;
}

/** The main navigation. */
export function siteLinks(view: View, release: number): { label: string; href: string }[] {
  return PAGES.map(({ label, path }) => ({ label, href: writeAddress(path, { theme: view.theme }, pinOf(view, release)) }));
}
