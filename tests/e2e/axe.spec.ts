import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, OPENING_CHARTS, test } from './fixture';

// Each kind of page once: all rules in light on the narrowest phone, then those that colours and width can change in dark, as wide
// as a desk's window at 200 % zoom.

const PAGES = [
  '/', '/charts', ...OPENING_CHARTS.map((slug) => `/charts/${slug}`), '/charts/border-map', '/charts/fatalities-by-quarter/history',
  '/charts/fatalities-by-quarter?asof=2025-07-10&table=1', '/charts/clashes-october-2025?lens=taliban', '/closures', '/incidents', '/incidents/clashes-october',
  '/corrections', '/releases', '/releases/2', '/sources', '/sources/starting-editorial', '/methods', '/data', '/data/api', '/search?q=torkham', '/about',
];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CHANGED_BY_LOOK = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
const NARROW = { width: 320, height: 800 };
const ZOOMED = { width: 640, height: 450 };

test.use({ colorScheme: 'light', viewport: NARROW });

for (const path of PAGES) {
  test(`${path} has no fault that axe knows and does not scroll sideways`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(path);
    await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
    expect(await faults(new AxeBuilder({ page }).withTags(TAGS)), 'light, 320 px').toEqual([]);
    expect(await overflow(page), 'px beyond the phone').toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(ZOOMED);
    expect(await faults(new AxeBuilder({ page }).withRules(CHANGED_BY_LOOK)), 'dark, at 200 %').toEqual([]);
    expect(await overflow(page), 'px beyond the zoomed window').toBeLessThanOrEqual(0);
  });
}

async function faults(builder: AxeBuilder): Promise<unknown[]> {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map((node) => node.target.join(' ')), why: nodes[0]?.failureSummary }));
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
