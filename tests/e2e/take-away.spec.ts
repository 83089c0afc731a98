import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { expect, test } from './fixture';

const PATH = '/charts/fatalities-by-quarter';

test.describe('on a chart page', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a reader copies the reference and the picture, and is told so', async ({ page }) => {
    await page.goto(`${PATH}?asof=2025-07-10`);
    const cite = page.getByRole('region', { name: 'Cite this' });
    await cite.getByRole('button', { name: 'Copy the APA reference' }).click();
    await expect(cite.getByRole('status').first()).toHaveText('Copied');
    const reference = await page.evaluate(() => navigator.clipboard.readText());
    expect(reference).toMatch(/^Frontier Ledger\. \(\d{4}, .+\)\. Deaths from violence by quarter \(Release 2; as known on 10 July 2025\) \[Data set\]\. http.+asof=2025-07-10&release=2$/);

    await page.getByRole('button', { name: 'Copy as picture' }).click();
    await expect(page.getByText('Copied: paste it where you need it.')).toBeVisible({ timeout: 15_000 });
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const bitmap = await createImageBitmap(await (item as ClipboardItem).getType('image/png'));
      return bitmap.width;
    });
    expect(size).toBe(1920);

    // On paper: the drawing of the server, tables and sources open, nothing to press, and the address.
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
    await expect(page.locator('[data-layer="static"]').first()).toBeVisible();
    await expect(page.locator('[data-layer="interactive"]').first()).toBeHidden();
    await expect(page.getByRole('table').first()).toBeVisible();
    await expect(page.locator('#fatalities-by-quarter-source-1')).toBeVisible();
    await expect(page.getByText('This page as it was printed:')).toContainText(`${PATH}?asof=2025-07-10&release=2`);
  });

  test('where pictures cannot be copied, the picture is saved, and the reader is told', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'ClipboardItem', { value: undefined }));
    await page.goto(PATH);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Copy as picture' }).click()]);
    expect(download.suggestedFilename()).toBe('frontier-ledger-fatalities-by-quarter_release-2.png');
    await expect(page.getByText('It was saved as a file.')).toBeVisible();
  });
});

test('every file of a chart is what it says, in the view asked for', async ({ request }) => {
  const get = async (extension: string, query = '?asof=2025-07-10'): Promise<{ type: string; name: string; body: Buffer }> => {
    const answer = await request.get(`${PATH}.${extension}${query}`);
    expect(answer.status(), extension).toBe(200);
    return { type: answer.headers()['content-type'] ?? '', name: answer.headers()['content-disposition'] ?? '', body: await answer.body() };
  };
  expect((await get('csv', '?bom=1')).body.subarray(0, 9).toString('hex')).toBe(Buffer.from('\uFEFFseries').toString('hex'));
  const xlsx = await get('xlsx');
  expect(xlsx).toMatchObject({ type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'attachment; filename="frontier-ledger-fatalities-by-quarter_release-2_as-of-2025-07-10.xlsx"' });
  expect(strFromU8(unzipSync(xlsx.body)['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('asof=2025-07-10');
  const card = await sharp((await get('card.png')).body).metadata();
  expect(card).toMatchObject({ width: 1200, height: 630 });
  expect((await get('bib')).body.toString()).toContain('@misc{frontier-ledger-fatalities-by-quarter-release-2-2025-07-10,');
  expect((await get('ris')).body.toString()).toMatch(/^TY {2}- DATA\r\n/);
  expect(JSON.parse((await get('csl.json')).body.toString())).toMatchObject([{ type: 'dataset' }]);
  for (const extension of ['xlsx', 'card.png', 'bib', 'ris', 'csl.json']) expect((await request.get(`${PATH}.${extension}?series=none.such`)).status(), extension).toBe(400);
});

test('the whole ledger can be had, also as of an older release, and the page knows its checksum', async ({ page, request }) => {
  await page.goto('/data?asof=2025-07-10');
  const href = await page.getByRole('link', { name: /^Download ZIP/ }).getAttribute('href');
  expect(href).toBe('/data.zip?asof=2025-07-10&release=2');
  const archive = await request.get(href ?? '');
  expect(archive.headers()).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'public, max-age=31536000, immutable' });
  const hash = await page.evaluate(async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))].map((byte) => byte.toString(16).padStart(2, '0')).join(''), [...(await archive.body())]);
  await expect(page.getByText(hash)).toBeVisible();
  const first = unzipSync(await (await request.get('/data.zip?release=1')).body());
  expect(JSON.parse(strFromU8(first['datapackage.json'] ?? new Uint8Array()))).toMatchObject({ version: '1.0.0', release: 1, asOf: null });
});
