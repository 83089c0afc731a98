import { expect, OPENING_CHARTS, test } from './fixture';

test.use({ javaScriptEnabled: false });

for (const width of [320, 1440]) {
  test(`without JavaScript the overview shows all four charts, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    for (const slug of OPENING_CHARTS) {
      const figure = page.locator(`figure[aria-labelledby="${slug}-title"]`);
      await expect(figure.getByRole('heading').first()).toBeVisible();
      const drawing = figure.locator('[data-layer="static"]');
      await expect(drawing).toBeVisible();
      expect(await drawing.locator('[data-mark]').count(), `marks of ${slug}`).toBeGreaterThan(5);
      expect(await drawing.locator('.axis text').count(), `axis labels of ${slug}`).toBeGreaterThan(3);
      expect(await drawing.locator('text').filter({ visible: true }).count(), `words in sight of ${slug}`).toBeGreaterThan(8);
      await figure.getByText('Table', { exact: true }).click();
      await expect(figure.getByRole('table')).toBeVisible();
      expect(await figure.getByRole('row').count(), `rows of ${slug}`).toBeGreaterThan(5);
    }
  });
}

test('without JavaScript a mark leads to its source, and the form asks for another day', async ({ page }) => {
  await page.goto('/charts/fatalities-by-quarter');
  const mark = page.locator('[data-layer="static"] a[data-mark]').first();
  const target = await mark.getAttribute('href');
  await mark.dispatchEvent('click');
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  await expect(page.locator(target ?? '#none')).toBeVisible();

  await page.getByText('Another day, release or part').click();
  await page.getByLabel('As the sources had reported by').fill('2025-07-10');
  await page.getByRole('button', { name: 'Show' }).click();
  // The form sends its blanks, too; the answer is at the short address.
  await expect(page).toHaveURL('/charts/fatalities-by-quarter?asof=2025-07-10');
  await expect(page.getByText('As known on 10 Jul 2025', { exact: false }).first()).toBeVisible();
});

test.describe('what does not exist', () => {
  test.use({ asksForMissing: true });

  test('without JavaScript it says so', async ({ page }) => {
    const answer = await page.goto('/charts/no-such-chart');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing at this address');
  });
});
