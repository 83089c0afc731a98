import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { embedDocument, type EmbedDocument } from '@/components/embed/embed-document';
import { frameWords } from '@/components/embed/frame-words';
import { buildChart } from '@/domain/chart/build';
import { seedChartRows, seedCharts } from '../../fixtures/starting-data';

const LIMIT = 14 * 1024;

function documentOf(slug: string, opensTable: boolean): EmbedDocument {
  const rows = seedChartRows(2);
  const definition = seedCharts(2).find((chart) => chart.slug === slug);
  if (!definition) throw new Error(slug);
  const model = buildChart(definition, rows);
  const latestHref = `/charts/${slug}`;
  const words = frameWords({
    model, mode: { kind: 'pinned', release: 1 }, release: { number: 2, publishedAt: '2026-11-22T00:00:00Z' }, changes: [], stoppedBy: null, withdrawal: null, correctedIn: 2, latestHref, isRenamed: false,
  });
  return embedDocument({
    model, words, hidesTitle: false, hidesLegend: false, opensTable, tableHref: `/embed/${slug}?table=1`, pageHref: `/charts/${slug}?release=2`, latestHref, theme: null,
    canonical: `https://figures.example.org${latestHref}`,
  }, renderToStaticMarkup);
}

describe('a whole embed on the wire', () => {
  it.each(seedCharts(2).map(({ slug }) => slug))('%s is at most 14 KB with script and table', (slug) => {
    const { html } = documentOf(slug, false);
    const [gzip, brotli] = [gzipSync(html).length, brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length];
    expect(html).toContain('<table');
    expect(brotli).toBeLessThanOrEqual(LIMIT);
    expect(gzip).toBeLessThanOrEqual(LIMIT);
  });
});

/** The words of each match, without its tags. */
function wordsOf(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, inner = '']) => inner.replaceAll(/<[^>]*>/g, ' '));
}

describe('what a frame tells once, so that it stays light', () => {
  it.each(seedCharts(2).filter(({ kind }) => kind === 'closures').map((definition) => [definition.slug, definition] as const))('%s: row and bar, event and tick stand in the same order', (slug, definition) => {
    const model = buildChart(definition, seedChartRows(2));
    if (model.kind !== 'closures') throw new Error(slug);
    const html = documentOf(slug, false).html.replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
    const rows = [...html.matchAll(/<tr><th scope=row>(.*?)(?=<tr|<\/table)/gs)].map(([, row = '']) => row);
    const names = wordsOf(html, /<a class=mark[^>]*><title>([^<]*)/g);
    expect(names).toHaveLength(model.bars.length);
    names.forEach((name, index) => {
      const cells = (rows[index] ?? '').split('<td');
      const said = cells.map((cell) => cell.replace(/^[^>]*>/, '').replaceAll(/<[^>]*>/g, '; ')).join('; ');
      expect(model.bars[index]?.spoken.startsWith(name), name).toBe(true);
      for (const part of model.bars[index]?.spoken.replace(/\.$/, '').split('; ').slice(1) ?? []) {
        if (/^(nothing known since|the faded end)/.test(part)) continue;
        expect(said, name).toContain(part.replace(/^(but: |according to )/, ''));
      }
    });
    const ticks = wordsOf(html, /<a class=annotation[^>]*><title>([^<]*)/g);
    const events = wordsOf(html, /<li><a href="[^"]*">(\d+ \w+ \d{4}<\/a>.*?)(?=<li>|<\/ol)/gs).map((words) => words.replaceAll(/\s+/g, ' ').replace(' :', ':'));
    expect(events).toHaveLength(model.annotations.length > 0 && ticks.length > 0 ? model.annotations.length : 0);
    ticks.forEach((tick, index) => expect(events[index]?.startsWith(tick), tick).toBe(true));
  });
});
