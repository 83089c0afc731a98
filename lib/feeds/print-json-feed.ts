import { type Feed, FEED_AUTHOR } from './feed';

// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

export function printJsonFeed({ title, description, homeUrl, selfUrls, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: homeUrl,
    feed_url: selfUrls.feed,
    language: 'en',
    authors: [{ name: FEED_AUTHOR }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: entry.publishedAt,
      ...(entry.tags.length > 0 && { tags: entry.tags }),
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
