import { expect, test } from './fixture';

test('a view stands in the address: what only narrows at once, what changes numbers by another page, and Back undoes both', async ({ page }) => {
  await page.goto('/charts/fatalities-by-quarter?breakdown=cause');
  const follower = page.locator('.view-follower');
  const switches = page.locator('.legend-toggle');
  await expect(switches.first()).toBeVisible();
  const whole = await page.locator('main a[href*=".csv"]').first().getAttribute('href');
  await switches.first().click();
  await expect(page).toHaveURL(/[?&]series=[a-z0-9.,-]+$/);
  await expect(follower).toContainText('show this part');
  await expect(page.locator('main a[href*=".csv"]').first()).toHaveAttribute('href', /series=/);
  await page.goBack();
  await expect(follower).toBeEmpty();
  await expect(page.locator('main a[href*=".csv"]').first()).toHaveAttribute('href', whole ?? '');

  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await expect(page).toHaveURL('/charts/fatalities-by-quarter?breakdown=cause&table=1');
  await expect(page.locator('figure').first().getByRole('table').first()).toBeVisible();
  await expect(page.locator('.drawing-stack').first()).toBeHidden();
  await page.goBack();
  await expect(page.locator('.drawing-stack').first()).toBeVisible();

  await page.getByText('Another day, release or part').click();
  await page.getByLabel('As the sources had reported by').fill('2025-07-10');
  await expect(page).toHaveURL('/charts/fatalities-by-quarter?breakdown=cause');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/charts/fatalities-by-quarter?asof=2025-07-10&breakdown=cause');
  await expect(page.getByLabel('As the sources had reported by')).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL('/charts/fatalities-by-quarter?breakdown=cause');
});

test('the history of a chart keeps what a release corrected, struck through, with the reason', async ({ page }) => {
  await page.goto('/charts/fatalities-year-to-date/history');
  const ended = page.locator('[data-ended]').filter({ has: page.locator('.history-end') }).first();
  await expect(ended.locator('del').first()).toBeVisible();
  await expect(ended.locator('.history-end')).toContainText(/(Corrected|Withdrawn|Updated) in release 2: /);
  await expect(ended.getByRole('link', { name: 'release 1' })).toBeVisible();
});
