import { type PackedEntry, unpackEntry } from '@/lib/search/entry';
import { type Finder, makeFinder } from '@/lib/search/finder';

const loaded = new Map<number, Promise<Finder>>();

/** The search over a release, once a page. A failed load is tried again at the next focus. */
export function loadFinder(release: number): Promise<Finder> {
  const known = loaded.get(release);
  if (known) return known;
  const made = load(release);
  loaded.set(release, made);
  made.catch(() => loaded.delete(release));
  return made;
}

async function load(release: number): Promise<Finder> {
  const answer = await fetch(`/search.index.json?release=${release}`);
  if (!answer.ok) throw new Error(`The search index answered ${answer.status}.`);
  return makeFinder(((await answer.json()) as PackedEntry[]).map(unpackEntry));
}
