// A document that a file names by address or title is one that the ledger knows, or the row is refused: nothing is cited that nobody recorded.

import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { shorten } from './sheet';

/** Ids of documents by their address and by their title; null where two share one. */
export interface KnownSources {
  readonly byUrl: ReadonlyMap<string, string | null>;
  readonly byTitle: ReadonlyMap<string, string | null>;
}

interface SourceName {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly archiveUrl: string | null;
}

export function knownSources(sources: readonly SourceName[]): KnownSources {
  const [byUrl, byTitle] = [new Map<string, string | null>(), new Map<string, string | null>()];
  const put = (map: Map<string, string | null>, key: string, id: string) => map.set(key, map.has(key) && map.get(key) !== id ? null : id);
  for (const { id, title, url, archiveUrl } of sources) {
    for (const address of [url, archiveUrl]) if (address !== null) put(byUrl, foldUrl(address), id);
    put(byTitle, foldTitle(title), id);
  }
  return { byUrl, byTitle };
}

/**
 * The documents that a row names, several divided by ` | ` as our own files have them: each by its address, else by its title.
 * Empty where the row names none.
 */
export function matchSources(known: KnownSources, urlText: string, titleText: string): Outcome<readonly string[]> {
  const urls = divided(urlText);
  const parts = divided(titleText);
  // A title may hold the bar itself: it is taken apart only where there are as many titles as addresses, or no address at all.
  const whole = known.byTitle.has(foldTitle(titleText)) || (urls.length === 1 && parts.length > 1);
  const titles = whole ? [titleText.trim()] : urls.length > 0 && parts.length !== urls.length ? [] : parts;
  const ids: string[] = [];
  for (let at = 0; at < Math.max(urls.length, titles.length); at += 1) {
    const [url, title] = [urls[at] ?? '', titles[at] ?? ''];
    if (url === '' && title === '') continue;
    const id = (url === '' ? undefined : known.byUrl.get(foldUrl(url))) ?? known.byTitle.get(foldTitle(title));
    if (id === undefined || id === null) {
      const named = shorten(url === '' ? title : url, 80);
      const isAmbiguous = id === null || known.byUrl.get(foldUrl(url)) === null;
      const message = isAmbiguous ? `“${named}” is the address or title of several documents.` : `No document “${named}” is recorded. Add it to this changeset first, or choose one document for all rows.`;
      return refuse({ code: isAmbiguous ? 'ambiguous-source' : 'unknown-source', message });
    }
    if (!ids.includes(id)) ids.push(id);
  }
  return accept(ids);
}

function divided(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.split(/\s\|\s|\s\|$|^\|\s/).map((part) => part.trim());
}

function foldUrl(url: string): string {
  return url.trim().replace(/^https?:\/\/(www\.)?/i, '').replace(/\/+$/, '');
}

function foldTitle(title: string): string {
  return title.toLowerCase().replace(/\s+/g, ' ').trim();
}
