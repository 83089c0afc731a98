import { type Feed, FEED_TYPES, type FeedFormat } from './feed';
import { printAtom } from './print-atom';
import { printJsonFeed } from './print-json-feed';
import { printRss } from './print-rss';

const PRINT: Readonly<Record<FeedFormat, (feed: Feed) => string>> = { atom: printAtom, rss: printRss, feed: printJsonFeed };

/** A feed as a file that readers of any origin may fetch. */
export function feedResponse(feed: Feed, format: FeedFormat): Response {
  return new Response(PRINT[format](feed), {
    headers: {
      'Content-Type': `${FEED_TYPES[format]}; charset=utf-8`,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'ETag, Link',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'Link': `<${feed.homeUrl}>; rel="alternate"; type="text/html", <https://creativecommons.org/licenses/by/4.0/>; rel="license"`,
    },
  });
}
