import type { Page } from '@playwright/test';
import { expect, OPENING_CHARTS, test } from './fixture';

// The drawing of the server and the interactive one show the same marks at the same places, within one pixel.

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The painted shapes of every mark of one layer, relative to the drawing; hit areas and words are left out. */
async function shapes(page: Page, slug: string, layer: 'static' | 'interactive'): Promise<Record<string, Box[]>> {
  return page.locator(`figure[aria-labelledby="${slug}-title"] [data-layer="${layer}"]`).first().evaluate((root) => {
    const stack = root.closest('.drawing-stack') ?? root;
    const origin = stack.getBoundingClientRect();
    const found: Record<string, { x: number; y: number; width: number; height: number }[]> = {};
    for (const mark of root.querySelectorAll('[data-mark]')) {
      // What the width hides has no place to compare; both drawings must hide the same.
      const painted = [...mark.querySelectorAll('rect:not(.hit), circle:not(.hit), path, line')].filter((shape) => shape.checkVisibility());
      const boxes = painted.map((shape) => {
        const box = shape.getBoundingClientRect();
        return { x: box.x - origin.x, y: box.y - origin.y, width: box.width, height: box.height };
      });
      found[mark.getAttribute('data-mark') ?? ''] = boxes;
    }
    return found;
  });
}

const PAGES = [
  { path: '/', slugs: OPENING_CHARTS },
  { path: '/charts/fatalities-year-to-date', slugs: ['fatalities-year-to-date'] },
  { path: '/charts/closed-days-by-quarter', slugs: ['closed-days-by-quarter'] },
  { path: '/charts/fatalities-and-closures', slugs: ['fatalities-and-closures'] },
  { path: '/charts/fatalities-by-quarter?breakdown=province', slugs: ['fatalities-by-quarter'] },
] as const;

for (const width of [360, 1280]) {
  for (const { path, slugs } of PAGES) {
    test(`${path}: both drawings of every chart agree at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      for (const slug of slugs) {
        const figure = page.locator(`figure[aria-labelledby="${slug}-title"]`);
        await figure.scrollIntoViewIfNeeded();
        const drawn = await shapes(page, slug, 'static');
        expect(Object.keys(drawn).length, slug).toBeGreaterThan(3);
        await figure.locator('.drawing-stack').hover();
        await expect(figure.locator('[data-layer="interactive"] [data-mark]').first()).toBeAttached();
        const live = await shapes(page, slug, 'interactive');
        expect(Object.keys(live).sort(), slug).toEqual(Object.keys(drawn).sort());
        for (const [id, boxes] of Object.entries(drawn)) {
          const others = live[id] ?? [];
          expect(others.length, `${slug} ${id}`).toBe(boxes.length);
          boxes.forEach((box, position) => {
            for (const side of ['x', 'y', 'width', 'height'] as const) {
              expect(Math.abs(box[side] - (others[position]?.[side] ?? Infinity)), `${slug} ${id} shape ${position} ${side}`).toBeLessThanOrEqual(1);
            }
          });
        }
      }
    });
  }
}

for (const width of [320, 1440]) {
  test(`nothing moves while the overview loads and comes alive, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      const moved = { value: 0 };
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
          if (!entry.hadRecentInput) moved.value += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('/');
    for (const slug of OPENING_CHARTS) {
      const figure = page.locator(`figure[aria-labelledby="${slug}-title"]`);
      await figure.scrollIntoViewIfNeeded();
      await expect(figure.locator('[data-layer="interactive"] [data-mark]').first()).toBeAttached();
    }
    await page.evaluate(() => document.fonts.ready);
    const moved = await page.evaluate(() => (window as unknown as { moved: { value: number } }).moved.value);
    expect(moved).toBeLessThan(0.02);
  });
}
