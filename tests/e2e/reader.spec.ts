import { expect, test } from './fixture';

test('a reader goes from the overview to a chart, its source, its history and its file', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'All about this chart' }).first().click();
  await expect(page).toHaveURL('/charts/fatalities-by-quarter');
  await expect(page).toHaveTitle(/ · Frontier Ledger$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);

  await expect(page.getByRole('heading', { name: 'Numbers that were revised' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'About these numbers' })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^CSV: This view/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/^frontier-ledger-fatalities-by-quarter_release-\d+\.csv$/);
});

test('a reader stays in the release he pinned, and can leave it', async ({ page }) => {
  await page.goto('/?release=1');
  await expect(page.getByText('published in release 1', { exact: false })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Charts' }).click();
  await expect(page).toHaveURL('/charts?release=1');
  await page.getByRole('link', { name: 'Back to the newest' }).click();
  await expect(page).toHaveURL('/charts');
});

test('corrections show the wrong figure beside the right one, with the reason and a source', async ({ page }) => {
  await page.goto('/corrections');
  const first = page.locator('main ol > li').filter({ has: page.locator('a[href^="/charts/"]') }).first();
  await expect(first.locator('del').first()).toBeVisible();
  await expect(first.locator('ins').first()).toBeVisible();
  await expect(first.getByText(/in release 2/)).toBeVisible();
  await first.locator('a[href^="/charts/"]').first().click();
  await expect(page.locator('figure').first()).toBeVisible();
});

test('the theme follows the system until the reader chooses, and is kept without a cookie', async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/about');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  const control = page.getByRole('button', { name: /^Theme/ });
  await control.click();
  await control.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await paper()).not.toBe(dark);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await context.cookies()).toEqual([]);
  await page.goto('/about?theme=dark');
  expect(await paper()).toBe(dark);
});

test('the keyboard reaches the content first', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});
