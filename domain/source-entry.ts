// What a pasted address, DOI or citation line says by itself about a document; nothing is fetched.

import { hostOf } from './citation';
import { isDay, type Day } from './day';
import { parseTypedDay, type TypedDay } from './typed-day';

/** Fields that the paste gives away; absent where it does not. */
export interface ReadSource {
  readonly url?: string;
  readonly doi?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: TypedDay;
  readonly archiveUrl?: string;
}

/** A document we have, as far as telling two apart needs. */
export interface KnownSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly archiveUrl: string | null;
}

const DOI = /\b10\.\d{4,9}\/[^\s"<>“”]+/i;
const WEB = /\bhttps?:\/\/[^\s"<>“”]+/i;
/** Parts of an address that say how somebody came there, not what lies there. */
const TRACKING = /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|cmpid|ocid|smid|amp)$/i;
const DOI_HOSTS = ['doi.org', 'dx.doi.org'];

/** Reads a paste. `knownPublishers` gives the publisher of a host as earlier documents have it. */
export function readPaste(text: string, known: readonly KnownSource[] = []): ReadSource {
  const pasted = text.trim().replace(/\s+/g, ' ');
  const web = WEB.exec(pasted)?.[0].replace(/[),.;\]]+$/, '');
  const doi = doiOf(pasted);
  const archived = web === undefined ? null : originalOf(web);
  const url = archived ?? (doi !== null ? `https://doi.org/${doi}` : web);
  const words = wordsOf(pasted, web, doi);
  const published = (url === undefined ? null : dateInAddress(url)) ?? words.published;
  const publisher = words.publisher ?? (url === undefined ? undefined : publisherOf(url, known));
  return {
    ...(url !== undefined && URL.canParse(url) && { url }),
    ...(doi !== null && { doi }),
    ...(words.title !== undefined && { title: words.title }),
    ...(publisher !== undefined && { publisher }),
    ...(published != null && { published }),
    ...(archived !== null && web !== undefined && { archiveUrl: web }),
  };
}

/** The DOI in a text or an address, lower case, without what follows it; null where there is none. */
export function doiOf(text: string): string | null {
  const found = DOI.exec(decodeSafely(text))?.[0];
  return found === undefined ? null : found.replace(/[),.;\]]+$/, '').toLowerCase();
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address that an archived copy at the Wayback Machine is a copy of, or null. */
export function originalOf(url: string): string | null {
  return /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/\/.+)$/i.exec(url)?.[1] ?? null;
}

/** The day that stands in the path of an address: `/2025/10/12/`, `/2025-10-12`, `/20251012`; a month where only that is there. */
function dateInAddress(url: string): TypedDay | null {
  if (!URL.canParse(url)) return null;
  const path = decodeSafely(new URL(url).pathname);
  const day = /(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=$|[/_.-])/.exec(path) ?? /(?:^|[/_-])((?:19|20)\d{2})(\d{2})(\d{2})(?=$|[/_.-])/.exec(path);
  if (day) {
    const read = `${day[1]}-${day[2]?.padStart(2, '0')}-${day[3]?.padStart(2, '0')}`;
    if (isDay(read)) return { day: read, precision: 'day' };
  }
  const month = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])(?=\/|$)/.exec(path);
  return month ? { day: `${month[1]}-${month[2]}-01` as Day, precision: 'month' } : null;
}

/** The publisher that most of our documents of this host have. */
function publisherOf(url: string, known: readonly KnownSource[]): string | undefined {
  const host = hostOf(url);
  if (host === null || DOI_HOSTS.includes(host)) return undefined;
  const counts = new Map<string, number>();
  for (const one of known) if (one.url !== null && hostOf(one.url) === host) counts.set(one.publisher, (counts.get(one.publisher) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** A line such as `Dawn, 12 Oct 2025: "Torkham closed"` or `Name (2025). Title. Publisher.` in its parts. */
function wordsOf(pasted: string, web: string | undefined, doi: string | null): { title?: string; publisher?: string; published?: TypedDay } {
  const text = pasted.replace(web ?? '', '').replace(/\b(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '').replace(doi === null ? '' : new RegExp(doi.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i'), '').trim();
  const quoted = /[“"«]([^“”"«»]{4,})[”"»]/.exec(text)?.[1]?.trim().replace(/[,.]$/, '');
  const date = /\b\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}\b|\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b[A-Z][a-z]{2,8} \d{4}\b/.exec(text)?.[0];
  const read = date === undefined ? null : parseTypedDay(date);
  const before = date === undefined ? undefined : /^([^,:;“"«]{2,60}),/.exec(text)?.[1]?.trim();
  return {
    ...(quoted !== undefined && { title: quoted }),
    ...(quoted !== undefined && before !== undefined && { publisher: before }),
    ...(read?.ok && { published: read.value }),
  };
}

/** What an address comes down to: no scheme, no `www.`, no `amp` or mobile host, no tracking, no closing slash, no anchor. Null for no address. */
export function sameAddress(url: string): string | null {
  if (!URL.canParse(url.trim())) return null;
  const address = new URL(originalOf(url.trim()) ?? url.trim());
  const host = address.hostname.toLowerCase().replace(/^(www\d?|m|amp|mobile)\./, '');
  const doi = DOI_HOSTS.includes(host) ? doiOf(address.pathname) : null;
  if (doi !== null) return `doi:${doi}`;
  const pairs = [...address.searchParams].filter(([name]) => !TRACKING.test(name)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const path = decodeSafely(address.pathname).replace(/\/(amp\/?)?$/, '');
  return `${host}${path}${pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`}`;
}

/** Documents we have that are this one: the same address but for such differences, the same DOI, or the same title of the same publisher. */
export function findDuplicates<T extends KnownSource>(one: { readonly id?: string; readonly url: string | null; readonly title: string; readonly publisher: string }, known: readonly T[]): T[] {
  const address = one.url === null ? null : sameAddress(one.url);
  const doi = one.url === null ? null : doiOf(one.url);
  const title = fold(one.title);
  return known.filter((other) => {
    if (other.id === one.id) return false;
    const isSameAddress = address !== null && other.url !== null && sameAddress(other.url) === address;
    const isSameDoi = doi !== null && other.url !== null && doiOf(other.url) === doi;
    const isSameTitle = title.length > 12 && fold(other.title) === title && fold(other.publisher) === fold(one.publisher);
    return isSameAddress || isSameDoi || isSameTitle;
  });
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** What is wrong with an archive link, or null: it is a copy of the document, at an archive. */
export function archiveProblem(archiveUrl: string, url: string | null): string | null {
  if (!URL.canParse(archiveUrl)) return 'This is no address. Paste the whole address of the copy, beginning with https://.';
  const host = hostOf(archiveUrl);
  if (host === 'web.archive.org' && /\/web\/(?:\*|\d{4,14}\*)\//.test(archiveUrl)) return 'This is the calendar of all copies. Open one of them and paste its address.';
  if (host === 'web.archive.org' && originalOf(archiveUrl) === null) return 'An address at web.archive.org looks like https://web.archive.org/web/20251012083000/https://… .';
  const original = originalOf(archiveUrl);
  if (original !== null && url !== null && sameAddress(original) !== sameAddress(url)) return `This is a copy of another page: ${original}`;
  return null;
}
