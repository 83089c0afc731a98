import AxeBuilder from '@axe-core/playwright';
import { expect, OPENING_CHARTS, test } from './fixture';

const PAGES = ['/', '/charts', ...OPENING_CHARTS.map((slug) => `/charts/${slug}`), '/corrections', '/releases', '/releases/2', '/sources', '/methods', '/about'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, 320 px`, () => {
    test.setTimeout(240_000);
    test.use({ colorScheme, viewport: { width: 320, height: 800 } });

    for (const path of PAGES) {
      test(`${path} has no fault that axe knows and does not scroll sideways`, async ({ page }) => {
        await page.goto(path);
        await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        expect(violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map((node) => node.target.join(' ')), why: nodes[0]?.failureSummary }))).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  });
}
