import { sourceHref } from './source-link';

/** Goes to a mark's first source: unfolds what hides it, makes it the page's target and gives it the focus. */
export function openSource(slug: string, citations: readonly number[]): void {
  const hash = sourceHref(slug, citations);
  const target = document.getElementById(hash.slice(1));
  if (target === null) return;
  for (let fold = target.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  if (window.location.hash === hash) target.scrollIntoView();
  else window.location.hash = hash;
  target.focus({ preventScroll: true });
}
