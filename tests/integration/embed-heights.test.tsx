import { renderToStaticMarkup } from 'react-dom/server';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedDocument } from '@/components/embed/embed-document';
import { frameWords } from '@/components/embed/frame-words';
import { embedHeights } from '@/components/embed/heights';
import { heightAt } from '@/domain/embed/code';
import { buildChart } from '@/domain/chart/build';
import type { EmbedMode, Hideable } from '@/lib/inputs/embed';
import { chromiumArguments, findChromium } from '../fixtures/chromium';
import { seedChartRows, seedCharts } from '../fixtures/starting-data';

// The heights that a code promises, against what a real browser needs: never too little, and not much too much.

const WIDTHS = [280, 339, 340, 375, 430, 583, 584, 599, 665, 666, 720, 899, 984, 1200];
const CHANGES = ['Q2 2025', 'Q3 2025', 'Q4 2025'].map((name) => ({ id: name, name, before: '615', after: '616', nature: 'correction' as const }));
const KINDS: readonly (readonly [EmbedMode, readonly Hideable[]])[] = [[{ kind: 'live' }, []], [{ kind: 'pinned', release: 1 }, []], [{ kind: 'guarded', release: 1 }, ['title', 'legend']]];
/** Px that a frame may be taller than its chart, at any width and for any chart: what the code costs a page without /embed.js. */
const MOST_SLACK = 155;

describe('the heights of a frame', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: [...chromiumArguments] });
  });
  afterAll(async () => {
    await browser?.close();
  });

  it.each(seedCharts(2).map((definition) => [definition.slug, definition] as const))('%s needs no more than is promised', async (slug, definition) => {
    const model = buildChart(definition, seedChartRows(2));
    const page = await browser.newPage();
    for (const [mode, hide] of KINDS) {
      const latestHref = `/charts/${slug}`;
      const words = frameWords({
        model, mode, release: { number: 2, publishedAt: '2026-11-22T00:00:00Z' }, changes: mode.kind === 'live' ? [] : CHANGES, stoppedBy: mode.kind === 'guarded' ? 3 : null,
        withdrawal: null, correctedIn: 2, latestHref, isRenamed: false,
      });
      const { html } = embedDocument({
        model, words, hidesTitle: hide.includes('title'), hidesLegend: hide.includes('legend'), opensTable: false, tableHref: '#', pageHref: latestHref, latestHref, theme: null,
        canonical: 'https://figures.example.org',
      }, renderToStaticMarkup);
      const promised = embedHeights(model, { hide, mode: mode.kind });
      await page.setContent(html);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 100 });
        const [needed, wide] = await page.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]);
        expect(needed, `${mode.kind} at ${width}`).toBeLessThanOrEqual(heightAt(promised, width));
        expect(wide, `${mode.kind} at ${width}, sideways`).toBeLessThanOrEqual(width);
        const slack = heightAt(promised, width) - (needed ?? 0);
        expect(slack, `slack of ${mode.kind} at ${width}`).toBeLessThanOrEqual(MOST_SLACK);
      }
    }
    await page.close();
  });
});
