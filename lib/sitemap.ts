import { xmlText } from './feeds/xml-text';

/** A page of the site and the day on which the data it shows last changed. */
export interface SitemapPage {
  readonly path: string;
  /** ISO instant of a release. */
  readonly changedAt: string;
}

/** The protocol allows 50,000 addresses a file; a ledger with more names its newest. */
const AT_MOST = 50_000;

/** A site map as sitemaps.org has it. */
export function printSitemap(pages: readonly SitemapPage[], siteUrl: string): string {
  const urls = pages.slice(0, AT_MOST).map(({ path, changedAt }) => `<url><loc>${xmlText(`${siteUrl}${path}`)}</loc><lastmod>${changedAt.slice(0, 19)}Z</lastmod></url>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}
