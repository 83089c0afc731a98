import { expect, test } from './fixture';

// Finding, and what machines find: the search field, the page of a source, feeds, the site map.

test('the search field is reached by a key, offers what it finds, and goes there by keyboard', async ({ page }) => {
  await page.goto('/about');
  const field = page.getByRole('combobox', { name: 'Search' });
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  const index = page.waitForResponse((answer) => answer.url().includes('/search.index.json'));
  await field.fill('torkham');
  await index.catch(() => undefined);
  const options = page.getByRole('option');
  await expect(options.first()).toContainText('Torkham');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await field.fill('starting influence amid');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sources\/starting-editorial/);
  await expect(page.locator('#reading-acled-ttp-attacks-or-clashes-editorial')).toContainText('600');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field asks for a page of results that stays in the release, and a wrong number leads to where it was said', async ({ page }) => {
    await page.goto('/about?release=1');
    await page.getByRole('combobox', { name: 'Search' }).fill('Torkham');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=Torkham&release=1/);
    await expect(page.getByRole('heading', { name: /Crossings/ })).toBeVisible();
    await page.goto('/corrections');
    await page.locator('del a[data-mark]').first().click();
    await expect(page).toHaveURL(/\/sources\/starting-editorial\?release=1#/);
    await expect(page.locator(new URL(page.url()).hash)).toBeVisible();
  });
});

test('machines: feeds are found, the site map has no dead address, a chart says what it is', async ({ page, request }) => {
  await page.goto('/charts/fatalities-by-quarter');
  const feeds = await page.locator('link[rel="alternate"][type="application/atom+xml"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(feeds).toEqual(expect.arrayContaining(['/releases.atom', '/corrections.atom', '/charts/fatalities-by-quarter.atom']));
  for (const feed of feeds) expect((await request.get(feed)).headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
  const dataset = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}') as { distribution: { contentUrl: string }[]; temporalCoverage: string };
  expect(dataset.temporalCoverage).toMatch(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/);
  for (const { contentUrl } of dataset.distribution.slice(0, 2)) expect((await request.get(new URL(contentUrl).pathname)).ok(), contentUrl).toBe(true);
  const paths = [...(await (await request.get('/sitemap.xml')).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname);
  expect(paths.length).toBeGreaterThan(300);
  // A few of each shelf: the crawl of links walks the rest.
  for (const path of paths.filter((_, position) => position < 10 || position % 60 === 0)) expect((await request.get(path)).status(), path).toBe(200);
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml');
});
