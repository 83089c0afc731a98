// What somebody typed and has not saved lies in the browser under his own id: the text of now, and beside it those of earlier visits
// that nobody has taken or thrown away yet.

const PREFIX = 'frontier-ledger-desk:';
const EARLIER = ':earlier';
/** Older texts are forgotten: what they were typed against has long moved on. */
const KEEP_MS = 30 * 24 * 3_600_000;
/** More earlier texts of one thing than anybody would look through. */
const EARLIER_KEPT = 3;

export interface KeptText<T> {
  /** Milliseconds since 1970; names the text among those of its place. */
  readonly at: number;
  readonly value: T;
}

/** Writes the text of now. */
export function keepText(place: string, value: unknown): void {
  const { pathname, search } = window.location;
  const [title = ''] = document.title.split(' · ');
  write(place, { at: Date.now(), value, page: pathname + search, title } satisfies Stored);
}

/** Sets the text of now aside among the earlier ones and answers these, newest first. */
export function parkText<T>(place: string): KeptText<T>[] {
  const now = read<KeptText<T>>(place);
  const earlier = read<KeptText<T>[]>(place + EARLIER) ?? [];
  const all = [...(now === null ? [] : [now]), ...earlier].filter(isFresh).slice(0, EARLIER_KEPT);
  if (now !== null) {
    // First written, then erased: a crash between the two leaves it twice, never not at all.
    write(place + EARLIER, all);
    erase(place);
  }
  return all;
}

/** Throws away one earlier text by its time, or everything of a place. */
export function dropTexts(place: string, which: number | 'all'): void {
  if (which === 'all') {
    erase(place);
    erase(place + EARLIER);
    return;
  }
  const left = (read<KeptText<unknown>[]>(place + EARLIER) ?? []).filter(({ at }) => at !== which);
  if (left.length === 0) erase(place + EARLIER);
  else write(place + EARLIER, left);
}

/** Every page on which a person left a text, newest first; `title` is the page's own, without the desk's name. */
export function keptPages(person: string): { readonly page: string; readonly title: string; readonly at: number }[] {
  const newest = new Map<string, { title: string; at: number }>();
  for (const place of places()) {
    if (!place.startsWith(`${person}:`)) continue;
    const texts = place.endsWith(EARLIER) ? (read<Stored[]>(place) ?? []) : [read<Stored>(place)];
    for (const text of texts) {
      if (text === null || !isFresh(text) || text.at < (newest.get(text.page)?.at ?? 0)) continue;
      newest.set(text.page, { title: text.title, at: text.at });
    }
  }
  return [...newest].map(([page, { title, at }]) => ({ page, title, at })).sort((a, b) => b.at - a.at);
}

/** With where it was typed, so that the overview can lead back there. */
interface Stored extends KeptText<unknown> {
  readonly page: string;
  readonly title: string;
}

const isFresh = ({ at }: KeptText<unknown>) => Date.now() - at < KEEP_MS;

function places(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}

function read<T>(place: string): T | null {
  try {
    // Only `write` below writes under this prefix.
    return JSON.parse(localStorage.getItem(PREFIX + place) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

function write(place: string, stored: unknown): void {
  try {
    localStorage.setItem(PREFIX + place, JSON.stringify(stored));
  } catch {
    // A full or forbidden storage must not stop the typing; saving still works.
  }
}

function erase(place: string): void {
  try {
    localStorage.removeItem(PREFIX + place);
  } catch {
    // As above.
  }
}
