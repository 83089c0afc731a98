import { fc, test as property } from '@fast-check/vitest';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Correction, Release } from '@/domain/release';
import { chartEntry, correctionEntry, releaseEntry } from '@/lib/feeds/entries';
import type { Feed, FeedEntry } from '@/lib/feeds/feed';
import { feedResponse } from '@/lib/feeds/feed-response';
import { printAtom } from '@/lib/feeds/print-atom';
import { printJsonFeed } from '@/lib/feeds/print-json-feed';
import { printRss } from '@/lib/feeds/print-rss';
import { CITATIONS } from '../../fixtures/models';

// What is printed is read back by a feed parser that knows nothing of this code.

const SITE = 'https://figures.example.org';

function feedOf(entries: readonly FeedEntry[]): Feed {
  return {
    title: 'Ledger: “releases” & more', description: 'What <changed>', homeUrl: `${SITE}/releases`, updatedAt: '2026-11-22T10:00:00.000Z', entries,
    selfUrls: { atom: `${SITE}/releases.atom`, rss: `${SITE}/releases.rss`, feed: `${SITE}/releases.feed.json` },
  };
}

/** Text that XML can hold. Readers of feeds trim it. */
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((raw) => raw.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu, '').trim()).filter((raw) => raw !== '' && !/^\s|\s$/.test(raw));
const entries = fc.array(fc.record({
  id: fc.webUrl(), url: fc.webUrl(), title: text, summary: text, html: text.map((inner) => `<p>${inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`),
  publishedAt: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString()), tags: fc.constantFrom([], ['correction', 'reading']),
}), { maxLength: 4 });

property.prop([entries])('Atom, RSS and JSON Feed say the same, whatever stands in the entries', (given) => {
  const feed = feedOf(given);
  const atom = parseAtomFeed(printAtom(feed));
  const rss = parseRssFeed(printRss(feed));
  const json = parseJsonFeed(printJsonFeed(feed));
  const told = given.map(({ id, title, html, summary }) => ({ id, title, html, summary }));
  expect((atom.entries ?? []).map((entry) => ({ id: entry.id, title: textOf(entry.title), html: textOf(entry.content), summary: textOf(entry.summary) }))).toEqual(told);
  expect((rss.items ?? []).map((item) => ({ id: item.guid?.value, title: item.title, html: item.content?.encoded, summary: item.description }))).toEqual(told);
  expect((json.items ?? []).map((item) => ({ id: item.id, title: item.title, html: item.content_html, summary: item.summary }))).toEqual(told);
  expect((rss.items ?? []).map(({ pubDate }) => new Date(String(pubDate)).toISOString())).toEqual(given.map(({ publishedAt }) => publishedAt));
});

function textOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

const release: Release = {
  number: 2, publishedAt: '2026-11-22T10:00:00.000Z', title: 'Right <years> & data', note: 'Why', authors: ['A'], approvedBy: 'B', counts: { added: 3, updated: 0, corrected: 1, withdrawn: 0 },
};
const correction: Correction = {
  release: 2, publishedAt: release.publishedAt, kind: 'reading', id: 'crss-2025q2', change: 'correct', note: 'CRSS gave 616.', title: 'CRSS, deaths, Q2 2025: 616', within: null,
  fields: [{ name: 'value', before: '615', after: '616' }], charts: ['fatalities-by-quarter'], citations: CITATIONS.slice(0, 1), sourceBefore: null,
};
const SOURCE = CITATIONS[0]?.source.id;

describe('what entries say', () => {
  it('a release lists the corrections it made, each at its place on the page of corrections', () => {
    const entry = releaseEntry(release, [correction, { ...correction, release: 1, id: 'older' }], SITE);
    expect(entry).toMatchObject({ id: `${SITE}/releases/2`, title: 'Release 2: Right <years> & data', summary: 'Rows: 3 added, 1 corrected.', tags: ['release', 'correction'] });
    expect(entry.html).toContain(`href="${SITE}/corrections#r2-reading-crss-2025q2"`);
    expect(entry.html).not.toContain('older');
  });

  it('a correction has the wrong number, the right one, why, the charts and who says so', () => {
    const { html, summary } = correctionEntry(correction, new Map([['fatalities-by-quarter', 'Deaths by quarter']]), SITE);
    expect(summary).toBe('CRSS gave 616.');
    for (const part of [`<del>615</del> → <ins><a href="${SITE}/sources/${SOURCE}?release=2#reading-crss-2025q2">616</a></ins>`, `<a href="${SITE}/charts/fatalities-by-quarter">Deaths by quarter</a>`, 'PTI, 2 Oct 2025', `${SITE}/releases/2`]) expect(html).toContain(part);
  });

  it('a correction leads to what it replaced, as the release before had it', () => {
    const { html } = correctionEntry({ ...correction, sourceBefore: 'older' }, new Map(), SITE);
    expect(html).toContain(`<del><a href="${SITE}/sources/older?release=1#reading-crss-2025q2">615</a></del>`);
  });

  it('a chart tells its changes one by one, corrections counted apart', () => {
    const changes = [{ id: 'a', name: 'Q2 2025', before: '615', after: '616', nature: 'correction' as const }, { id: 'b', name: 'Q3 2025', before: null, after: '901', nature: 'update' as const }];
    const entry = chartEntry({ release, chart: { slug: 'x', title: 'Deaths' }, isFirst: false, changes }, SITE);
    expect(entry.title).toBe('Deaths: 1 correction, 1 update in release 2');
    expect(entry.html).toContain('Q2 2025 615 → 616 (correction)');
    expect(entry.id).toBe(`${SITE}/charts/x?release=2`);
  });
});

it('the same feed has the same bytes, in the type its format asks for', async () => {
  const feed = feedOf([releaseEntry(release, [correction], SITE)]);
  for (const [format, type] of [['atom', 'application/atom+xml'], ['rss', 'application/rss+xml'], ['feed', 'application/feed+json']] as const) {
    const [one, two] = [feedResponse(feed, format), feedResponse(feed, format)];
    expect(one.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(await one.text()).toBe(await two.text());
  }
  expect(JSON.parse(printJsonFeed(feed))).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', feed_url: `${SITE}/releases.feed.json`, items: [{ id: `${SITE}/releases/2` }] });
});
