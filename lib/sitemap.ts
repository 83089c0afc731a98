import { LANGUAGES } from '@/domain/words';
import { xmlText } from './feeds/xml-text';
import { joinLanguage } from './inputs/language-path';

/** A page of the site and the day on which the data it shows last changed. */
export interface SitemapPage {
  readonly path: string;
  /** ISO instant of a release. */
  readonly changedAt: string;
}

/** The protocol allows 50,000 addresses a file; a ledger with more names its newest. */
const AT_MOST = 50_000;

/** A site map as sitemaps.org has it: every page in every language, each with the others, as search engines ask for them. */
export function printSitemap(pages: readonly SitemapPage[], siteUrl: string): string {
  const urls = pages.slice(0, AT_MOST / LANGUAGES.length).flatMap(({ path, changedAt }) => {
    const addresses = LANGUAGES.map((language) => ({ language, url: xmlText(`${siteUrl}${joinLanguage(language, path)}`) }));
    const others = addresses.map(({ language, url }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${url}"/>`).join('');
    return addresses.map(({ url }) => `<url><loc>${url}</loc><lastmod>${changedAt.slice(0, 19)}Z</lastmod>${others}</url>`);
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}
