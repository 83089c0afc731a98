import { env } from './env';

// What the files of a chart share: names, headers, and where they are described.

interface ChartFile {
  readonly slug: string;
  readonly release: number;
  readonly asOf: string | null;
  readonly extension: 'csv' | 'json' | 'xlsx' | 'svg' | 'png' | 'card.png' | 'bib' | 'ris' | 'csl.json';
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** The page that describes it; the chart's own where left out. */
  readonly page?: string;
}

/** Formats that a browser would show as raw text, or not at all. */
const SAVED: ReadonlySet<ChartFile['extension']> = new Set(['csv', 'xlsx', 'bib', 'ris', 'csl.json']);

/** A download that names its release, may be read by any origin, and says which page describes it. */
export function chartFileResponse({ slug, release, asOf, extension, contentType, body, page: path = `/charts/${slug}` }: ChartFile): Response {
  const name = [`frontier-ledger-${slug}`, `release-${release}`, asOf && `as-of-${asOf}`].filter(Boolean).join('_');
  const page = `${env().siteUrl}${path}`;
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `${SAVED.has(extension) ? 'attachment' : 'inline'}; filename="${name}.${extension}"`,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Content-Disposition, ETag, Link',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Link': `<${page}>; rel="describedby"; type="text/html", <https://creativecommons.org/licenses/by/4.0/>; rel="license"`,
    },
  });
}
