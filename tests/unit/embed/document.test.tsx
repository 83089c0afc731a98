import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { compactMarkup } from '@/components/embed/compact-markup';
import { embedDocument } from '@/components/embed/embed-document';
import { frameWords, printRule, printSources } from '@/components/embed/frame-words';
import type { ChartModel } from '@/domain/chart/model';
import { embedMessage } from '@/lib/embed-message';
import { buildEmbedScripts } from '@/scripts/build-embed-scripts';
import { FATALITIES, MODELS } from '../../fixtures/models';

function documentOf(model: ChartModel, more: Partial<Parameters<typeof embedDocument>[0]> = {}) {
  const words = frameWords({
    model, mode: { kind: 'live' }, release: { number: 12, publishedAt: '2026-11-22T00:00:00Z' }, changes: [], stoppedBy: null, withdrawal: null, correctedIn: 9, latestHref: '/charts/x', isRenamed: false,
  });
  return embedDocument({
    model, words, hidesTitle: false, hidesLegend: false, opensTable: false, tableHref: '/embed/x?table=1', pageHref: '/charts/x?release=12', latestHref: '/charts/x', theme: null,
    canonical: 'https://figures.example.org/charts/x', ...more,
  }, renderToStaticMarkup);
}

describe('the document of a frame', () => {
  it.each(MODELS.map((model) => [model.slug, model] as const))('%s is whole, strict and loads nothing', (_slug, model) => {
    const { html, style, script } = documentOf(model);
    expect(html).not.toMatch(/ style=| on[a-z]+="|<link rel=.?stylesheet|<script src|<img|@import|url\((?!#)|https?:\/\/(?!figures\.example\.org|www\.w3\.org)[^"]*\.(?:js|css|woff)/);
    expect(html.split('<style>')).toHaveLength(2);
    expect(html).toContain(`<style>${style}</style>`);
    expect(html).toContain(`<script>${script}</script>`);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(html, `defines ${id}`).toMatch(new RegExp(` id=${id}[ >]`));
    const ids = [...html.matchAll(/ id=([^\s>]+)/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('every class that is drawn with a rule of the site has that rule', () => {
    const { html, style } = documentOf(FATALITIES);
    for (const name of ['bar', 'tick', 'grid-line', 'base-line', 's0', 'plot-box', 'chart-table', 'frame', 'foot']) {
      expect(html).toMatch(new RegExp(`class=(?:"[^"]*)?\\b${name}\\b`));
      expect(style).toContain(`.${name}`);
    }
    expect(style).not.toContain('drawing-over');
    for (const [, token = ''] of style.matchAll(/var\((--(?!gutter|tail|plot-height|c\b|on-c\b|font)[\w-]+)/g)) expect(style, token).toContain(`${token}:`);
  });

  it('a chosen theme has that theme alone', () => {
    expect(documentOf(FATALITIES, { theme: 'dark' }).style).toContain('color-scheme:dark');
    expect(documentOf(FATALITIES, { theme: 'dark' }).style).not.toContain('prefers-color-scheme');
    expect(documentOf(FATALITIES).style).toContain('@media (prefers-color-scheme:dark)');
  });

  it('title and legend can be left out, source, date and correction mark cannot', () => {
    const { html } = documentOf(FATALITIES, { hidesTitle: true, hidesLegend: true });
    expect(html).not.toContain('<h1>');
    expect(html).toContain(`aria-label="${FATALITIES.title}"`);
    expect(html).toContain('Source');
    expect(html).toContain('Release 12 of 22 Nov 2026');
    expect(html).toContain('Corrected in release 9');
    expect(html).toContain('>Frontier Ledger</a>');
  });

  it('words of the ledger cannot break out', () => {
    const evil = '</style></script><script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    const { html } = documentOf({ ...FATALITIES, title: evil, subtitle: evil, countingRule: evil });
    expect(html.split('<script>')).toHaveLength(2);
    expect(html).not.toContain('<img');
  });

  it('links of marks lead to the sources on the page of the release shown', () => {
    const { html } = documentOf({ ...FATALITIES });
    expect(html).toContain(`target=_blank href="/charts/x?release=12#${FATALITIES.slug}-source-1"`);
    expect(html).not.toContain(`href="#${FATALITIES.slug}-source-`);
  });
});

describe('the words of a frame', () => {
  const model = FATALITIES;
  const base = { model, release: { number: 12, publishedAt: '2026-11-22T00:00:00Z' }, changes: [], stoppedBy: null, withdrawal: null, correctedIn: null, latestHref: '/charts/x', isRenamed: false };
  const changes = [{ id: 'a', name: 'Q2 2025', before: '615', after: '616', nature: 'correction' as const }];

  it('a pinned frame says that it is fixed, and once its numbers have changed what became of them', () => {
    expect(frameWords({ ...base, mode: { kind: 'pinned', release: 12 } }).since).toEqual({ isNotice: false, text: 'Fixed on release 12.', links: [] });
    expect(frameWords({ ...base, mode: { kind: 'pinned', release: 12 }, changes }).since).toEqual({
      isNotice: true, text: 'Since release 12: Q2 2025 615 → 616 (correction).', links: [{ label: 'See the latest', href: '/charts/x' }],
    });
  });

  it('a guarded frame says where it stopped and how to go on', () => {
    const { since } = frameWords({ ...base, mode: { kind: 'guarded', release: 11 }, changes, stoppedBy: 13 });
    expect(since).toMatchObject({ isNotice: true, text: 'Stopped before release 13: Q2 2025 615 → 616 (correction).' });
    expect(since?.links.map(({ label }) => label)).toEqual(['See the latest', 'Take a new code']);
  });

  it('a chart withdrawn since says so, with the reason', () => {
    const { since } = frameWords({ ...base, mode: { kind: 'pinned', release: 12 }, withdrawal: { release: 14, note: 'Counted twice.' } });
    expect(since?.text).toBe('Since release 12: this chart was withdrawn in release 14 (correction). Counted twice.');
  });

  it('a live frame keeps no line free', () => {
    expect(frameWords({ ...base, mode: { kind: 'live' } }).since).toBeNull();
  });

  it('rules are cut at a sentence, sources are counted', () => {
    expect(printRule('One.')).toBe('One.');
    expect(printRule(`${'a'.repeat(200)}. ${'b'.repeat(100)}.`)).toBe(`${'a'.repeat(200)}.`);
    expect(printSources([])).toBe('none yet.');
    expect(printSources(model.citations)).toMatch(/\.$/);
  });
});

describe('small things', () => {
  it('style attributes become rules', () => {
    expect(compactMarkup('<div class="a" style="--x:1px"></div><p style="--x:1px"></p><b style="--y:2"></b>', { slug: 'c', pageHref: '/p' })).toEqual({
      html: '<div class="z0 a"></div><p class="z0"></p><b class="z1"></b>', styles: '.z0{--x:1px}.z1{--y:2}',
    });
  });

  it('a message is a readable document with nothing in it to run', async () => {
    const answer = embedMessage({ status: 404, slug: 'x', title: 'No <such> chart', lines: ['a & b'] });
    const html = await answer.text();
    expect(html).toContain('No &lt;such&gt; chart');
    expect(html).not.toContain('<script');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'");
    expect(answer.headers.get('x-frame-options')).toBeNull();
  });

  it('the scripts kept are those that the sources make, and small', async () => {
    for (const [file, text] of Object.entries(await buildEmbedScripts())) expect(readFileSync(file, 'utf8'), `${file}: npm run embed:scripts`).toBe(text);
    expect(gzipSync(readFileSync('public/embed.js')).length).toBeLessThanOrEqual(1536);
  });
});
