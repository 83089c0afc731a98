import { EMBED_CACHE, embedHeaders } from './embed-headers';
import { EMBED_ALLOWED, type EmbedProblem } from './inputs/embed';
import { escapeText } from './escape-text';

// Frames without a chart: a small readable document that says why, so that nobody's page ever shows an empty box.

const STYLE = ':root{color-scheme:light dark;--p:#fbf8f1;--i:#1d1b18;--a:#a3261b}@media(prefers-color-scheme:dark){:root{--p:#14161a;--i:#ece7dd;--a:#ff8f78}}'
  + ':root[data-theme=light]{color-scheme:light;--p:#fbf8f1;--i:#1d1b18;--a:#a3261b}:root[data-theme=dark]{color-scheme:dark;--p:#14161a;--i:#ece7dd;--a:#ff8f78}'
  + 'body{margin:0;padding:14px 16px;border-top:2px solid var(--a);background:var(--p);color:var(--i);font:14px/1.45 Arial,system-ui,sans-serif}'
  + 'h1{margin:0 0 6px;font:600 18px/1.2 Georgia,serif}p,ul{margin:0 0 6px}a{color:inherit;text-underline-offset:.18em}';

interface Message {
  readonly status: number;
  readonly slug: string | null;
  readonly title: string;
  /** Paragraphs, plain text. */
  readonly lines: readonly string[];
  readonly theme?: 'light' | 'dark' | null;
  /** Where readers may go on; the chart index by default. */
  readonly link?: { readonly label: string; readonly href: string };
}

/** A frame's document in words alone. */
export function embedMessage({ status, slug, title, lines, theme = null, link = { label: 'All charts of Frontier Ledger', href: '/charts' } }: Message): Response {
  const text = lines.map((line) => `<p>${escapeText(line)}</p>`).join('');
  const body = `<!doctype html><html lang="en"${theme === null ? '' : ` data-theme="${theme}"`}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`
    + `<link rel="icon" href="data:,"><title>${escapeText(title)}</title><style>${STYLE}</style></head><body><h1>${escapeText(title)}</h1>${text}`
    + `<p><a href="${escapeText(link.href)}" target="_blank" rel="noopener">${escapeText(link.label)}</a></p></body></html>`;
  const headers = { ...embedHeaders({ slug, style: STYLE, script: null }), 'Cache-Control': status === 200 || status === 404 ? EMBED_CACHE : 'no-store' };
  return new Response(body, { status, headers });
}

/** 404: no release ever had such a chart. */
export function missingEmbed(slug: string): Response {
  return embedMessage({ status: 404, slug: null, title: 'No such chart', lines: [slug === '' ? 'Frontier Ledger has no chart at this address.' : `Frontier Ledger has no chart named ${slug}.`] });
}

/** 400: which parameters were refused and what they may be. */
export function refusedEmbed(slug: string, problems: readonly EmbedProblem[]): Response {
  const lines = problems.map(({ parameter, allowed }) => (parameter === 'unknown' ? `A parameter that does not exist: it can be ${allowed}.` : `${parameter} can be ${allowed}.`));
  return embedMessage({ status: 400, slug, title: 'Part of this address is not allowed', lines });
}

/** 400 for a split that the chart does not have. */
export function refusedEmbedBreakdown(slug: string, allowed: readonly string[]): Response {
  return refusedEmbed(slug, [{ parameter: 'breakdown', allowed: allowed.length > 0 ? allowed.join(', ') : 'left out: this chart cannot be split' }]);
}

/** 400 for series that the chart does not have. */
export function refusedEmbedSeries(slug: string, allowed: readonly string[]): Response {
  const names = allowed.length > 0 ? `one or more of ${allowed.join(', ')}` : 'left out: this chart has no series to choose';
  return refusedEmbed(slug, [{ parameter: 'series', allowed: allowed.length > 0 ? names : EMBED_ALLOWED.series }]);
}
