import Papa from 'papaparse';
import { expect, test } from './fixture';

// CRSS printed 615 for the second quarter of 2025 in June and 616 in September: both answers are right, each on its day.

const CHART = '/charts/fatalities-by-quarter';
const cases = [
  { name: 'as of 10 July 2025', query: '?asof=2025-07-10', expected: 615 },
  { name: 'today', query: '', expected: 616 },
] as const;

for (const { name, query, expected } of cases) {
  test(`the second quarter of 2025 is ${expected} ${name}: page, CSV and JSON`, async ({ page, request }) => {
    await page.goto(`${CHART}${query}`);
    await page.locator('summary').filter({ hasText: /^Table$/ }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /Q2 2025/ }) });
    await expect(row.getByRole('link', { name: new RegExp(`^(≥ )?${expected}$`) }).first()).toBeVisible();

    const csv = Papa.parse<Record<string, string>>(await (await request.get(`${CHART}.csv${query}`)).text(), { header: true, skipEmptyLines: true });
    const cells = csv.data.filter((record) => record.period === '2025-Q2' && record.status === 'current');
    expect(cells.map((record) => Number(record.value))).toEqual([expected]);

    const json = (await (await request.get(`${CHART}.json${query}`)).json()) as { asOf: string | null; next: null; data: { period: string; value: number; citations: { url: string | null }[] }[] };
    expect(json.asOf).toBe(query === '' ? null : '2025-07-10');
    const reading = json.data.find((datum) => datum.period === '2025-Q2');
    expect(reading?.value).toBe(expected);
    expect(reading?.citations.length).toBeGreaterThan(0);
  });
}

test('the overview compares nine months with the same nine months', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('main')).toContainText('2,414');
  await expect(page.locator('main')).toContainText('1,527');
  await expect(page.locator('main')).toContainText(/58\s?%/);
});

test('a release answers what it answered, with the wrong years of the first one', async ({ request }) => {
  const file = async (query: string): Promise<string> => {
    const answer = await request.get(`/charts/clashes-october-2025.csv${query}`);
    expect(answer.status()).toBe(200);
    return answer.text();
  };
  const first = await file('?release=1');
  const second = await file('?release=2');
  expect(first).toContain('2023-10-11');
  expect(second).not.toContain('2023-10-11');
  expect(await file('?release=1')).toBe(first);
  expect(await file('')).toBe(second);
});
