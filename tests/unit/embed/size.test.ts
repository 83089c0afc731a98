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
    expect(html.includes('<table') || html.includes('class="tab-link"')).toBe(true);
    expect(brotli).toBeLessThanOrEqual(LIMIT);
    expect(gzip).toBeLessThanOrEqual(LIMIT);
  });
});
