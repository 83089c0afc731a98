import type { Lens } from '@/domain/claim';
import { writeAddress } from '@/lib/inputs/address';
import { pinOf } from '@/lib/inputs/site-links';
import type { View } from '@/lib/inputs/view';

const LENSES: readonly Lens[] = ['all', 'pakistan', 'taliban', 'independent'];

/** The addresses of a page through each lens, all else in the view kept. */
export function lensHrefs(path: string, view: View, release: number): Record<Lens, string> {
  const kept = { asOf: view.asOf, theme: view.theme };
  const entries = LENSES.map((lens) => [lens, writeAddress(path, { ...kept, lens }, pinOf(view, release))] as const);
  // Every lens has its entry, which fromEntries cannot tell.
  return Object.fromEntries(entries) as Record<Lens, string>;
}

/** The same view of another page of claims. */
export function claimsHref(path: string, view: View, release: number): string {
  return writeAddress(path, { asOf: view.asOf, lens: view.lens, theme: view.theme }, pinOf(view, release));
}

/** Where a figure stands when the reader asks what led to it: the sources under the incident's chart, in the same view. */
export function figureSource(slug: string, citations: readonly number[]): string {
  const [first] = citations;
  return first === undefined ? `#${slug}-table` : `#${slug}-source-${first + 1}`;
}
