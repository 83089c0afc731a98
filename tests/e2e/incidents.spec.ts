import Papa from 'papaparse';
import { expect, test } from './fixture';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

  test('an incident tells every account, follows the lens and steps from day to day', async ({ page, request }) => {
    await page.goto('/incidents/2026-02-26-openwar');
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Afghan offensive and Operation Ghazab lil-Haq');
    await expect(main.locator('[data-layer="time"] a[data-mark]').first()).toBeVisible();
    const targets = await main.locator('a[data-mark]').evaluateAll((marks) => marks.map((mark) => document.getElementById((mark.getAttribute('href') ?? '').slice(1)) !== null));
    expect(targets.length).toBeGreaterThan(100);
    expect(targets).not.toContain(false);

    await main.getByRole('link', { name: /Pakistan says/ }).click();
    await expect(page).toHaveURL(/\?lens=pakistan$/);
    await expect(main.locator('.account-sentences')).toContainText('claims 641 so far');
    await expect(main.locator('.account-sentences')).toContainText('denies any');
    await expect(main.locator('.account-sentences')).not.toContainText('UNAMA');

    await main.getByRole('link', { name: /^28 Feb 2026/ }).click();
    await expect(page).toHaveURL(/asof=2026-02-28&lens=pakistan#said$/);
    await expect(main.locator('.account-sentences')).toContainText('claims 352 so far');
    const listed = await main.locator('.said-days [data-mark]').allTextContents();
    const file = await request.get(await main.getByRole('link', { name: 'CSV: These claims, always the newest' }).getAttribute('href') ?? '');
    const rows = Papa.parse<Record<string, string>>(await file.text(), { header: true, skipEmptyLines: true }).data;
    expect(rows).toHaveLength(listed.length);
    expect(rows.every((row) => row.lens === 'pakistan' && (row.said_on ?? '') <= '2026-02-28')).toBe(true);
  });

  for (const lens of ['all', 'taliban'] as const) {
    test(`sums of one claimant are those of the file, lens ${lens}`, async ({ page, request }) => {
      const query = lens === 'all' ? '' : `?lens=${lens}`;
      await page.goto(`/incidents${query}`);
      const file = await request.get(`/incidents.csv${query}`);
      const rows = Papa.parse<Record<string, string>>(await file.text(), { header: true, skipEmptyLines: true }).data;
      const sums = await page.locator('.claim-totals > li').evaluateAll((items) => items.map((item) => ({
        sum: item.querySelector('[data-sum]')?.textContent ?? '', terms: [...item.querySelectorAll('.total-terms [data-mark]')].map((term) => term.textContent ?? ''),
      })));
      expect(sums.length).toBeGreaterThan(2);
      // The Taliban on Pakistani soldiers killed, in the two incidents for which they gave a figure.
      const killed = rows.filter((row) => row.claimant_id === 'taliban-authorities' && row.losses_of === 'pakistani-forces' && row.measure === 'killed' && row.value_low !== '');
      const sum = killed.reduce((total, row) => total + Number(row.value_low), 0);
      expect(sums.filter(({ terms }) => terms.length === killed.length).map((row) => row.sum)).toContain(String(sum));
      for (const { sum: shown, terms } of sums) {
        if (terms.every((term) => /^\d+$/.test(term))) expect(shown).toBe(String(terms.reduce((total, term) => total + Number(term), 0)));
      }
      if (lens === 'all') await expect(page.locator('.incident-aggregates .incident-overlaps').first()).toHaveText('overlaps others');
    });
  }
});
