import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixture';

// The same pages in four languages: addresses, direction, links that keep the language, and the offer to a reader of another one.

const RIGHT_TO_LEFT = ['ur', 'ps', 'fa-AF'] as const;

for (const language of RIGHT_TO_LEFT) {
  test(`/${language} is a page of its own, from right to left, and its links stay in the language`, async ({ page, request }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/${language}/charts/border-closures`);
    const html = page.locator('html');
    await expect(html).toHaveAttribute('lang', language);
    await expect(html).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('[data-translation-notice]')).toBeVisible();
    const paths = await page.locator('body > header nav').first().locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(path === `/${language}` || path.startsWith(`/${language}/`), path).toBe(true);
    await expect(page.locator(`link[rel="alternate"][hreflang="${language}"]`)).toHaveAttribute('href', new RegExp(`/${language}/charts/border-closures`));
    await expect(page.locator('link[rel="alternate"][hreflang="x-default"]')).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'px beyond the phone').toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).include('body > header').include('[data-translation-notice]').include('body > footer').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    for (const path of [`/${language}/charts/invented`, `/${language}/en`, `/${language}/${language}`, `/${language}/admin`]) expect((await request.get(path)).status(), path).toBe(404);
  });

  test(`the files for programs are the same under /${language}, and a frame may be framed`, async ({ request }) => {
    const [plain, below] = await Promise.all([request.get('/charts/fatalities-by-quarter.csv'), request.get(`/${language}/charts/fatalities-by-quarter.csv`)]);
    expect(await below.text()).toBe(await plain.text());
    expect(below.headers().etag).toBe(plain.headers().etag);
    const frame = await request.get(`/${language}/embed/fatalities-by-quarter`);
    expect(frame.status()).toBe(200);
    const ancestors = async (path: string) => /frame-ancestors [^;]+/.exec((await request.get(path)).headers()['content-security-policy'] ?? '')?.[0];
    expect(await ancestors(`/${language}/embed/fatalities-by-quarter`)).toBe(await ancestors('/embed/fatalities-by-quarter'));
    expect(await ancestors('/embed/fatalities-by-quarter')).toBeDefined();
  });
}

test.describe('a reader whose browser speaks Urdu', () => {
  test.use({ locale: 'ur-PK' });

  test('is offered Urdu once, sent nowhere, and never asked again once he has answered', async ({ page, context }) => {
    await page.goto('/charts');
    const offer = page.locator('[data-language-offer]');
    await expect(offer.getByRole('link')).toHaveAttribute('href', '/ur/charts');
    await offer.getByRole('button').click();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await expect(page.locator('body > footer')).toBeVisible();
    await expect(offer).toHaveCount(0);
    expect(await context.cookies()).toEqual([]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every language is a link away, with the view that was asked for', async ({ page }) => {
    await page.goto('/charts/fatalities-by-quarter?asof=2025-07-10');
    await page.locator('a[hreflang="ps"]').click();
    await expect(page).toHaveURL(/\/ps\/charts\/fatalities-by-quarter\?asof=2025-07-10$/);
    await page.locator('a[data-digits="latn"]').click();
    await expect(page).toHaveURL(/\/ps\/charts\/fatalities-by-quarter\?asof=2025-07-10&digits=latn$/);
    await page.locator('a[hreflang="en"]').first().click();
    await expect(page).toHaveURL(/\/charts\/fatalities-by-quarter\?asof=2025-07-10$/);
  });
});
