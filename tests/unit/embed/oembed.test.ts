import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { CodeQuestion, FrameHeights } from '@/domain/embed/code';
import { oembedAnswer, type OembedQuestion, oembedXml } from '@/domain/embed/oembed';
import { parseOembed } from '@/lib/inputs/oembed';

const SITE = 'https://figures.example';
const limits = { currentRelease: 3, today: '2026-11-22' };
const ask = (query: Record<string, string> | [string, string][]) => parseOembed(new URLSearchParams(query), SITE, limits);

const falling = (narrow: number, middle: number, wide: number): FrameHeights => ({ steps: [{ from: 280, height: narrow }, { from: 600, height: middle }, { from: 900, height: wide }], grows: null });

const code: CodeQuestion = {
  title: 'Deaths & <more>', altText: 'Bars.', mode: 'live', release: 3, heights: falling(800, 600, 500), picture: { width: 960, height: 720 },
  addresses: { frame: `${SITE}/embed/x`, page: `${SITE}/charts/x`, picture: `${SITE}/charts/x.png`, sharpPicture: `${SITE}/charts/x.png?scale=2`, script: `${SITE}/embed.js`, oembed: '' },
};
const question: OembedQuestion = {
  siteUrl: SITE,
  offers: [
    { question: code, heights: falling(800, 600, 500) },
    { question: code, heights: falling(700, 550, 460) },
    { question: code, heights: falling(600, 500, 420) },
  ],
  thumbnails: [{ url: `${SITE}/charts/x.png`, width: 960, height: 720 }, { url: `${SITE}/charts/x.png?scale=0.5`, width: 480, height: 360 }],
  maxWidth: null, maxHeight: null, cacheAge: 3600,
};

describe('an oEmbed request', () => {
  it('is for a chart of ours, in the view that its address says', () => {
    expect(ask({ url: `${SITE}/charts/border-closures?release=2&from=2025&theme=dark&utm_source=x` }))
      .toMatchObject({ slug: 'border-closures', mode: { kind: 'pinned', release: 2 }, format: 'json', view: { from: '2025-01-01', theme: 'dark' }, maxWidth: null });
    expect(ask({ url: 'http://figures.example/embed/border-closures?guard=1&hide=legend', format: 'xml', maxwidth: '600', maxheight: '400' }))
      .toMatchObject({ slug: 'border-closures', mode: { kind: 'guarded', release: 1 }, hide: ['legend'], format: 'xml', maxWidth: 600, maxHeight: 400 });
    expect(ask({ url: `${SITE}/charts/x/` })).toMatchObject({ slug: 'x', mode: { kind: 'live' } });
  });

  it.each([
    'https://evil.example/charts/x', 'javascript:alert(1)', 'data:text/html,x', '//figures.example/charts/x', 'ftp://figures.example/charts/x', `${SITE}.evil.example/charts/x`,
    `https://figures.example@evil.example/charts/x`, `https://me@figures.example/charts/x`, `${SITE}:8443/charts/x`, `${SITE}/`, `${SITE}/charts`, `${SITE}/charts/x.png`,
    `${SITE}/admin`, `${SITE}/charts/x?release=9`, `${SITE}/charts/x?asof=nonsense`, `${SITE}/embed/x?release=1&guard=1`, `${SITE}/charts/../admin`, 'x',
  ])('finds nothing at %s', (url) => {
    expect(ask({ url })).toMatchObject({ status: 404 });
  });

  it.each<[string, [string, string][]]>([
    ['no address', []], ['an empty one', [['url', '']]], ['two', [['url', `${SITE}/charts/x`], ['url', `${SITE}/charts/y`]]],
    ['an endless one', [['url', `${SITE}/charts/x?${'a'.repeat(10_000)}`]]],
    ...['-1', '0', '1e3', '600px', ' ', '', '1000000', 'NaN'].map((size): [string, [string, string][]] => [`maxwidth ${size}`, [['url', `${SITE}/charts/x`], ['maxwidth', size]]]),
    ['maxheight twice', [['url', `${SITE}/charts/x`], ['maxheight', '5'], ['maxheight', '6']]],
  ])('is malformed with %s', (_, query) => {
    expect(ask(query)).toMatchObject({ status: 400 });
  });

  it('may ask for json and xml alone', () => {
    for (const format of ['yaml', 'JSON', '', 'jsonp']) expect(ask({ url: `${SITE}/charts/x`, format })).toMatchObject({ status: 501 });
  });

  property.prop([fc.array(fc.tuple(fc.constantFrom('url', 'format', 'maxwidth', 'maxheight', 'x'), fc.oneof(fc.string(), fc.webUrl())), { maxLength: 6 })])('never throws', (pairs) => {
    expect(ask(pairs)).toBeTypeOf('object');
  });
});

describe('an oEmbed answer', () => {
  it('has the fields that oEmbed 1.0 wants of type rich', () => {
    expect(oembedAnswer(question)).toMatchObject({
      version: '1.0', type: 'rich', title: 'Deaths & <more>', provider_name: 'Frontier Ledger', provider_url: SITE, width: 900, height: 500, cache_age: 3600,
      thumbnail_url: `${SITE}/charts/x.png`, thumbnail_width: 960, thumbnail_height: 720,
    });
  });

  it.each([
    [null, 470, 900, 460], [null, 430, 900, 420], [600, null, 600, 600], [600, 520, 600, 500], [320, 700, 320, 700],
  ])('in %s by %s px gives a frame of %i by %i', (maxWidth, maxHeight, width, height) => {
    const answer = oembedAnswer({ ...question, maxWidth, maxHeight });
    expect(answer).toMatchObject({ width, height });
    expect(answer.html).toContain(`width="${width}" height="${height}"`);
    expect(answer.html).toContain('<iframe');
  });

  it('gives a picture where no frame fits', () => {
    expect(oembedAnswer({ ...question, maxWidth: 320, maxHeight: 200 })).toMatchObject({ width: 266, height: 200, html: expect.stringContaining('<img') });
    expect(oembedAnswer({ ...question, maxWidth: 100 })).toMatchObject({ width: 100, height: 75, html: expect.stringContaining('<img') });
  });

  const size = fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: null });
  property.prop([size, size])('never asks for more room than there is', (maxWidth, maxHeight) => {
    const answer = oembedAnswer({ ...question, maxWidth, maxHeight });
    for (const part of ['', 'thumbnail_']) {
      expect(Number(answer[`${part}width`] ?? 0)).toBeLessThanOrEqual(maxWidth ?? Infinity);
      expect(Number(answer[`${part}height`] ?? 0)).toBeLessThanOrEqual(maxHeight ?? Infinity);
    }
    expect(answer.width).toBeGreaterThan(0);
  });

  it('is sound as XML', () => {
    const xml = oembedXml({ title: 'a & <b> "c" \u0000\u0001', html: '<p>]]></p>', width: 5 });
    expect(xml).toBe('<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n  <title>a &amp; &lt;b&gt; &quot;c&quot; </title>\n'
      + '  <html>&lt;p&gt;]]&gt;&lt;/p&gt;</html>\n  <width>5</width>\n</oembed>\n');
  });
});
