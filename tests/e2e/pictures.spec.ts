import sharp from 'sharp';
import { expect, OPENING_CHARTS, test } from './fixture';

/** Share of pixels in which two pictures of one size differ plainly. */
async function difference(one: Buffer, two: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, two].map((png) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })));
  if (a === undefined || b === undefined) throw new Error('There must be two pictures.');
  expect([a.info.width, a.info.height]).toEqual([b.info.width, b.info.height]);
  let differing = 0;
  for (let at = 0; at < a.data.length; at += 3) if (Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) > 72) differing += 1;
  return differing / (a.data.length / 3);
}

for (const slug of [...OPENING_CHARTS, 'border-map', 'closed-days-by-quarter', 'fatalities-year-to-date']) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${slug}, ${theme}: the drawing opened by itself and the PNG look the same`, async ({ page, request }) => {
      const png = await request.get(`/charts/${slug}.png?theme=${theme}`);
      expect(png.status()).toBe(200);
      expect(png.headers()).toMatchObject({ 'content-type': 'image/png', 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' });
      const body = await png.body();
      const { width = 0, height = 0, comments = [] } = await sharp(body).metadata();
      expect(width).toBe(960);
      expect(Object.fromEntries(comments.map(({ keyword, text }) => [keyword, text]))).toMatchObject({
        Release: '2', Source: expect.stringContaining(`/charts/${slug}?release=2`), Copyright: expect.stringContaining('CC BY 4.0'),
      });

      await page.setViewportSize({ width, height });
      await page.goto(`/charts/${slug}.svg?theme=${theme}`);
      await expect(page.locator('svg > title').first()).toHaveText(/.+/);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => [...document.fonts].every((font) => font.status === 'loaded'))).toBe(true);
      expect(await difference(body, await page.screenshot())).toBeLessThan(0.02);
    });
  }
}

test('a picture has its facts, and no request beside its own', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/charts/fatalities-by-quarter.svg?release=2');
  const text = await page.evaluate(() => document.documentElement.textContent);
  for (const part of ['Deaths from violence by quarter', 'What is counted:', 'Sources:', 'Release 2.', '/charts/fatalities-by-quarter?release=2']) expect(text).toContain(part);
  expect(asked.filter((url) => !url.startsWith('data:'))).toHaveLength(1);
});

test('sizes, views and refusals', async ({ request }) => {
  const size = async (query: string): Promise<number | undefined> => (await sharp(await (await request.get(`/charts/fatalities-by-quarter.png${query}`)).body()).metadata()).width;
  expect(await size('?scale=2')).toBe(1920);
  expect(await size('?scale=0.5')).toBe(480);
  for (const query of ['?scale=3', '?scale=1e9', '?theme=pink', '?series=none.such', '?width=5', '?release=99']) {
    expect((await request.get(`/charts/fatalities-by-quarter.png${query}`)).status(), query).toBe(400);
  }
  expect((await request.get('/charts/no-such-chart.png')).status()).toBe(404);
  expect((await request.get('/charts/fatalities-by-quarter.gif')).status()).toBe(404);
  const pinned = await request.get('/charts/fatalities-by-quarter.svg?release=2');
  expect(pinned.headers()['cache-control']).toContain('immutable');
  expect(pinned.headers()['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  expect(await (await request.get('/charts/fatalities-by-quarter.svg?asof=2025-07-10')).text()).toContain('10 Jul 2025');
});
