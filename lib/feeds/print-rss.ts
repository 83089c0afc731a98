import { type Feed, FEED_AUTHOR, FEED_RIGHTS, FEED_TYPES } from './feed';
import { xmlText } from './xml-text';

// RSS 2.0, with the Atom link to itself and the content module, as the RSS Advisory Board's best practices have it.

const dateOf = (instant: string): string => new Date(instant).toUTCString();

export function printRss({ title, description, homeUrl, selfUrls, updatedAt, entries }: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    `<title>${xmlText(title)}</title>`,
    `<link>${xmlText(homeUrl)}</link>`,
    `<description>${xmlText(description)}</description>`,
    '<language>en</language>',
    `<copyright>${xmlText(FEED_RIGHTS)}</copyright>`,
    `<lastBuildDate>${dateOf(updatedAt)}</lastBuildDate>`,
    `<atom:link rel="self" type="${FEED_TYPES.rss}" href="${xmlText(selfUrls.rss)}"/>`,
    ...entries.flatMap((entry) => [
      '<item>',
      `<title>${xmlText(entry.title)}</title>`,
      `<link>${xmlText(entry.url)}</link>`,
      `<guid isPermaLink="${entry.id === entry.url}">${xmlText(entry.id)}</guid>`,
      `<pubDate>${dateOf(entry.publishedAt)}</pubDate>`,
      `<dc:creator>${xmlText(FEED_AUTHOR)}</dc:creator>`,
      ...entry.tags.map((tag) => `<category>${xmlText(tag)}</category>`),
      `<description>${xmlText(entry.summary)}</description>`,
      `<content:encoded>${xmlText(entry.html)}</content:encoded>`,
      '</item>',
    ]),
    '</channel>',
    '</rss>',
  ];
  return `${lines.join('\n')}\n`;
}
