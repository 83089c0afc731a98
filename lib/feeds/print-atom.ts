import { type Feed, FEED_AUTHOR, FEED_RIGHTS, FEED_TYPES } from './feed';
import { xmlText } from './xml-text';

// Atom 1.0 (RFC 4287).

export function printAtom({ title, description, homeUrl, selfUrls, updatedAt, entries }: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${xmlText(selfUrls.atom)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<subtitle>${xmlText(description)}</subtitle>`,
    `<updated>${updatedAt}</updated>`,
    `<link rel="self" type="${FEED_TYPES.atom}" href="${xmlText(selfUrls.atom)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(homeUrl)}"/>`,
    `<author><name>${xmlText(FEED_AUTHOR)}</name></author>`,
    `<rights>${xmlText(FEED_RIGHTS)}</rights>`,
    ...entries.flatMap((entry) => [
      '<entry>',
      `<id>${xmlText(entry.id)}</id>`,
      `<title>${xmlText(entry.title)}</title>`,
      `<published>${entry.publishedAt}</published>`,
      `<updated>${entry.publishedAt}</updated>`,
      `<link rel="alternate" type="text/html" href="${xmlText(entry.url)}"/>`,
      ...entry.tags.map((tag) => `<category term="${xmlText(tag)}"/>`),
      `<summary>${xmlText(entry.summary)}</summary>`,
      `<content type="html">${xmlText(entry.html)}</content>`,
      '</entry>',
    ]),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}
