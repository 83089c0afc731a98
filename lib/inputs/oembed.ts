import { matchAddress } from './address';
import { splitLanguage } from './language-path';
import { type EmbedMode, type Hideable, matchEmbed, parseEmbed } from './embed';
import { parseView, type View, type ViewLimits } from './view';

// What an oEmbed consumer may ask: an address of ours, the room it has, and a format.

export interface OembedRequest {
  readonly slug: string;
  readonly view: View;
  readonly mode: EmbedMode;
  readonly hide: readonly Hideable[];
  readonly maxWidth: number | null;
  readonly maxHeight: number | null;
  readonly format: 'json' | 'xml';
}

/** As the specification has them: 400 malformed, 404 no answer for this address, 501 a format that is not offered. */
export interface OembedRefusal {
  readonly status: 400 | 404 | 501;
  readonly detail: string;
}

const PIXELS = /^[1-9][0-9]{0,4}$/;
const LONGEST = 4096;

export function parseOembed(query: URLSearchParams, siteUrl: string, limits: ViewLimits): OembedRequest | OembedRefusal {
  const format = query.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') return { status: 501, detail: 'The format is json or xml.' };
  const urls = query.getAll('url');
  const [url] = urls;
  if (url === undefined || url === '' || urls.length > 1 || url.length > LONGEST) return { status: 400, detail: 'Give one address of a chart as url.' };
  const sizes = (['maxwidth', 'maxheight'] as const).map((name) => query.getAll(name));
  if (sizes.some((given) => given.length > 1 || given.some((text) => !PIXELS.test(text)))) return { status: 400, detail: 'maxwidth and maxheight are whole numbers of pixels from 1 to 99999.' };
  const [maxWidth, maxHeight] = sizes.map(([text]) => (text === undefined ? null : Number(text)));
  const target = targetOf(url, siteUrl, limits);
  if (target === null) return { status: 404, detail: 'There is no chart at this address, or not in such a view.' };
  return { ...target, format, maxWidth: maxWidth ?? null, maxHeight: maxHeight ?? null };
}

function targetOf(url: string, siteUrl: string, limits: ViewLimits): Pick<OembedRequest, 'slug' | 'view' | 'mode' | 'hide'> | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, username, pathname, searchParams } = new URL(url);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  if (!isWeb || host !== new URL(siteUrl).host || username !== '') return null;
  const { language, path } = splitLanguage(pathname);
  const framed = matchEmbed(path);
  if (framed !== null) {
    const { embed, problems } = parseEmbed(searchParams, { ...limits, language });
    return problems.length > 0 ? null : { slug: framed, ...embed };
  }
  const address = matchAddress(path.replace(/(?<=.)\/$/, ''));
  if (address?.kind !== 'page' || address.subject?.kind !== 'chart') return null;
  const { view, release, problems } = parseView(searchParams, { ...limits, language });
  return problems.length > 0 ? null : { slug: address.subject.id, view, mode: view.pinned ? { kind: 'pinned', release } : { kind: 'live' }, hide: [] };
}
