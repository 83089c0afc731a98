import { expect, test } from './fixture';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('closures: the last state of each lane, a narrower drawing, another day, and numbers that lead to their sources', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto('/closures');
    const torkham = page.locator('#crossing-torkham');
    await expect(torkham.getByRole('definition').first()).toContainText('Closed, since 12 Oct 2025; last seen shut on 11 Mar 2026');
    await expect(page.locator('#crossing-chaman')).toContainText('Not known, last seen shut on 11 Dec 2022');
    await expect(page.locator('#crossing-badini')).toContainText('no closure on record');
    await expect(page.locator('#longest-table tbody tr').first()).toContainText('1,361');
    const targets = await page.locator('main a[data-mark][href^="#"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
    const ids = new Set(await page.locator('main [id]').evaluateAll((elements) => elements.map(({ id }) => id)));
    expect(targets.length).toBeGreaterThan(100);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);

    const bars = page.locator('figure[aria-labelledby="closures-title"] [data-layer="static"] [data-mark]');
    const all = await bars.count();
    await page.getByRole('link', { name: 'Since October 2025' }).click();
    await expect(page).toHaveURL(/\/closures\?from=2025-Q4$/);
    expect(await bars.count()).toBeLessThan(all);

    await page.goto('/closures?asof=2025-11-15');
    await expect(torkham).toContainText('Reopened on 1 Nov 2025; no later closure on record');
    await expect(torkham).not.toContainText('2026');
  });
});

test('closures as files: a calendar of the release, and rows of the days asked for', async ({ request }) => {
  const calendar = await request.get('/closures.ics');
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  const text = await calendar.text();
  expect(text.match(/^BEGIN:VEVENT/gm)?.length).toBe(61);
  expect(await (await request.get('/closures.ics?release=2')).text()).toBe(text);

  const rows = await (await request.get('/closures.json?from=2025-10-01')).json();
  expect(rows.data.length).toBeGreaterThan(5);
  expect(rows.data.filter(({ end }: { end: string | null }) => end !== null && end < '2025-10-01')).toEqual([]);
  expect((await (await request.get('/closures.csv?bom=1')).body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect((await request.get('/closures.ics?from=yesterday')).status()).toBe(400);
});

test('the overview says whose line the map draws, how much of a year is covered, and which figures are overdue', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('Covers nine of the twelve months of 2025, and the same of 2024.')).toBeVisible();
  const map = page.getByRole('region', { name: 'The crossings and the clashes since October 2025' });
  await expect(map).toContainText('Afghanistan does not recognise the line');
  await map.locator('a[data-mark="torkham"]').dispatchEvent('click');
  await expect(page).toHaveURL(/\/closures#crossing-torkham$/);
  await page.goBack();
  const clock = page.getByRole('region', { name: 'When the next figures are due' });
  await expect(clock).toContainText('CRSS, Q1 2026');
  await clock.getByRole('link', { name: '0 to 16 days after' }).click();
  await expect(page.locator('#clock-crss-quarter')).toBeVisible();
});
