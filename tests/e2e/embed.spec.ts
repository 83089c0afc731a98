import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';

// One chart in a bare frame: by itself, in host pages, with and without scripts, by pointer, finger and keys.

const CHARTS = ['fatalities-by-quarter', 'attacks-by-month', 'border-closures', 'closed-days-by-quarter', 'clashes-october-2025', 'border-map', 'fatalities-year-to-date'] as const;
/** Pages of somebody else, on another origin. */
const bodies = new Map<string, string>();
const hosts = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(bodies.get(request.url ?? '') ?? ''));
test.beforeAll(() => new Promise<void>((resolve) => { hosts.listen(0, '127.0.0.1', resolve); }));
test.afterAll(() => new Promise((resolve) => { hosts.close(resolve); }));

/** Goes to a page of somebody else with this body. */
async function host(page: Page, body: string, attributes = ''): Promise<void> {
  const path = `/${bodies.size}`;
  bodies.set(path, `<!doctype html><html lang="en" ${attributes}><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><body>${body}`);
  await page.goto(`http://127.0.0.1:${(hosts.address() as AddressInfo).port}${path}`);
}

const spills = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const slug of CHARTS) {
    test(`${slug} is a picture with its words, sources and table at every width`, async ({ page }) => {
      for (const width of [280, 320, 600, 900]) {
        await page.setViewportSize({ width, height: 700 });
        await page.goto(`/embed/${slug}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await page.locator('a.mark').count()).toBeGreaterThan(4);
        expect(await page.locator('.drawing text').filter({ visible: true }).count()).toBeGreaterThan(5);
        await expect(page.getByText(/^Sources?: /)).toBeVisible();
        await expect(page.getByText(/Release \d+ of /)).toBeVisible();
        await expect(page.getByRole('link', { name: 'Frontier Ledger' })).toHaveAttribute('target', '_blank');
        await expect(page.getByRole('link', { name: 'Frontier Ledger' })).toHaveAttribute('rel', 'noopener');
        expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth), `sideways at ${width}`).toBeLessThanOrEqual(0);
      }
      await page.getByText('Table', { exact: true }).click();
      await expect(page.getByRole('table')).toBeVisible();
      expect(await page.getByRole('row').count()).toBeGreaterThan(4);
    });
  }

  test('its table takes the room of the drawing, so that the frame stays as it is', async ({ page }) => {
    await page.setViewportSize({ width: 600, height: 300 });
    await page.goto('/embed/fatalities-by-quarter');
    const height = () => page.locator('main').evaluate((main) => main.scrollHeight);
    const before = await height();
    await page.getByText('Table', { exact: true }).click();
    await expect(page.getByRole('table')).toBeVisible();
    expect(await height()).toBe(before);
    await page.goto('/embed/fatalities-by-quarter?table=1');
    await expect(page.getByRole('table')).toBeVisible();
    expect(await height()).toBe(before);
  });
});

test('is one request, sets no cookie, keeps nothing, and weighs at most 14 KB', async ({ page, context, request, baseURL }) => {
  for (const slug of CHARTS) {
    const asked: string[] = [];
    const note = (sent: { url: () => string }) => { if (!sent.url().startsWith('data:')) asked.push(sent.url()); };
    page.on('request', note);
    const answer = await page.goto(`/embed/${slug}`, { waitUntil: 'networkidle' });
    page.off('request', note);
    expect(asked).toEqual([`${baseURL}/embed/${slug}`]);
    expect(answer?.headers()['content-encoding']).toBe('gzip');
    const { responseBodySize } = (await answer?.request().sizes()) ?? { responseBodySize: Infinity };
    expect(responseBodySize, slug).toBeLessThanOrEqual(14 * 1024);
    expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
  }
  expect(await context.cookies()).toEqual([]);
  const withCookie = await request.get(`/embed/${CHARTS[0]}`, { headers: { Cookie: '__Host-sid=somebody' } });
  expect(await withCookie.text()).toBe(await (await request.get(`/embed/${CHARTS[0]}`)).text());
});

test('says in its headers that it loads nothing and may be framed; other pages may not', async ({ request }) => {
  const headers = (await request.get('/embed/border-closures')).headers();
  const policy = headers['content-security-policy'] ?? '';
  for (const rule of ["default-src 'none'", "form-action 'none'", "base-uri 'none'", 'frame-ancestors *', "require-trusted-types-for 'script'"]) expect(policy).toContain(rule);
  expect(policy).not.toContain('unsafe');
  expect(policy).toMatch(/script-src 'sha256-[^ ]+'; style-src 'sha256-[^ ]+';/);
  expect(headers).toMatchObject({
    'cross-origin-resource-policy': 'cross-origin', 'cross-origin-embedder-policy': 'require-corp', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600',
  });
  expect(headers.link).toMatch(/\/charts\/border-closures>; rel="canonical"/);
  expect(headers['x-frame-options']).toBeUndefined();
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['cross-origin-opener-policy']).toBeUndefined();
  for (const path of ['/', '/charts/border-closures', '/admin/sign-in', '/corrections']) {
    expect((await request.get(path)).headers()['content-security-policy'], path).toContain("frame-ancestors 'none'");
  }
  expect((await request.get('/embed/border-closures', { headers: { 'If-None-Match': headers.etag ?? '' } })).status()).toBe(304);
  const script = await request.get('/embed.js');
  expect(script.headers()).toMatchObject({ 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'public, max-age=3600, stale-while-revalidate=86400' });
});

test('what is refused is told in a document that can be read', async ({ request }) => {
  for (const [path, status, words] of [
    ['/embed/no-such-chart', 404, 'no chart named no-such-chart'], ['/embed/a/b', 404, 'no chart'], ['/embed/border-closures?lang=de', 400, 'lang can be en'],
    ['/embed/border-closures?release=1&guard=1', 400, 'not together'], ['/embed/border-closures?hide=source', 400, 'hide can be'], ['/embed/border-closures?release=999', 400, 'published release'],
    ['/embed/attacks-by-month?release=1', 404, 'no such chart yet'], ['/embed/attacks-by-month?series=nothing', 400, 'series can be'],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(status);
    expect(answer.headers()['content-type']).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain(words);
  }
});

test('pointer: a mark is read, its source opens on the page of its release', async ({ page, context }) => {
  await page.setViewportSize({ width: 600, height: 620 });
  await page.goto('/embed/fatalities-by-quarter');
  const mark = page.getByRole('link', { name: /^Q2 2025: / });
  await mark.hover();
  const tip = page.locator('.tip');
  await expect(tip).toContainText('616 deaths');
  const box = await tip.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 600 && box.y >= 0).toBe(true);
  const [source] = await Promise.all([context.waitForEvent('page'), tip.getByRole('link', { name: 'Open the source' }).click()]);
  await expect(source).toHaveURL(/\/charts\/fatalities-by-quarter\?release=\d+#fatalities-by-quarter-source-\d+$/);
  await expect(source.locator(`#${new URL(source.url()).hash.slice(1)}`)).toBeVisible();
  await source.close();
  await page.mouse.move(5, 600);
  await expect(tip).toHaveCount(0);
});

test('keys: one tab stop, arrows walk, Escape closes, Enter opens the source', async ({ page, context }) => {
  await page.goto('/embed/victims-by-quarter');
  expect(await page.locator('.drawing [tabindex="0"]').count()).toBe(1);
  await page.locator('.drawing [tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  const tip = page.locator('.tip');
  const first = await tip.textContent();
  await page.keyboard.press('ArrowUp');
  await expect(tip).not.toHaveText(first ?? '');
  await page.keyboard.press('End');
  await expect(tip).toContainText('Q4 2025');
  await page.keyboard.press('Home');
  await expect(tip).toContainText('Q1 2024');
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  const [source] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
  await expect(source).toHaveURL(/#victims-by-quarter-source-\d+$/);
});

test('the legend switches series, the last one stays, stacks come down', async ({ page }) => {
  await page.goto('/embed/victims-by-quarter');
  const [first, second] = [page.getByRole('button').nth(0), page.getByRole('button').nth(1)];
  const top = page.getByRole('link', { name: /^Q1 2024: 151/ });
  const bottom = async () => { const box = await top.locator('rect.bar').boundingBox(); return (box?.y ?? 0) + (box?.height ?? 0); };
  const before = await bottom();
  await first.click();
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  expect(await bottom()).toBeGreaterThan(before + 20);
  await second.focus();
  await page.keyboard.press('Space');
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  await first.click();
  expect(Math.abs((await bottom()) - before)).toBeLessThan(1);
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 760 } });
  test('a tap reads a mark and does not leave', async ({ page, context }) => {
    await page.goto('/embed/border-closures');
    await page.locator('a.mark rect').nth(9).tap({ force: true });
    await expect(page.locator('.tip b')).toContainText('shut');
    expect(context.pages()).toHaveLength(1);
    await page.locator('h1').tap();
    await expect(page.locator('.tip')).toHaveCount(0);
  });
});

test('tells its height to the page around it, which /embed.js alone believes', async ({ page, baseURL }) => {
  await host(page, `<iframe id="f" src="${baseURL}/embed/fatalities-by-quarter" width="600" height="900" style="border:0"></iframe><script src="${baseURL}/embed.js"></script>`);
  const frame = page.locator('#f');
  const height = () => frame.evaluate((element) => element.clientHeight);
  await expect.poll(height).toBeLessThan(700);
  const settled = await height();
  const inside = page.frameLocator('#f').locator('main');
  expect(await inside.evaluate((main) => main.ownerDocument.documentElement.scrollHeight)).toBe(settled);
  await page.evaluate(() => {
    for (const height of [50, 6000, 400, '400', NaN]) {
      postMessage({ frontierLedger: 1, height }, '*');
      document.querySelector('iframe')?.contentWindow?.postMessage({ frontierLedger: 1, height, __proto__: { height: 1 } }, '*');
    }
  });
  await page.waitForTimeout(300);
  expect(await height()).toBe(settled);
});

for (const [name, attributes] of [
  ['sandboxed with scripts', 'sandbox="allow-scripts"'], ['without credentials', 'credentialless'], ['lazy', 'loading="lazy"'],
] as const) {
  test(`a frame ${name} shows the chart and its table`, async ({ page, baseURL }) => {
    await host(page, `<p style="direction:rtl">متن</p><iframe src="${baseURL}/embed/clashes-october-2025?release=2" width="320" height="1800" ${attributes}></iframe>`, 'dir="rtl"');
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await frame.locator('a.mark').count()).toBeGreaterThan(8);
    await frame.getByText('Table', { exact: true }).click();
    await expect(frame.getByRole('table')).toBeVisible();
    expect(await spills(page)).toBeLessThanOrEqual(0);
  });
}

test('follows the theme of the reader, or the one it is given', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const shades = new Map<string, string>();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const theme of ['auto', 'light', 'dark']) {
      await page.goto(`/embed/fatalities-by-quarter?theme=${theme}`);
      shades.set(`${scheme} ${theme}`, await paper());
    }
  }
  const [light, dark] = [shades.get('light light'), shades.get('dark dark')];
  expect(light).not.toBe(dark);
  expect([...shades.values()]).toEqual([light, light, dark, dark, light, dark]);
});

test('pinned frames of one release are one drawing; hidden parts do not hide source, date or home', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 640 });
  await page.goto('/embed/fatalities-by-quarter');
  const drawing = await page.locator('.drawing').screenshot();
  await page.goto('/embed/fatalities-by-quarter?release=2&hide=legend');
  await expect(page.getByText('Fixed on release 2.')).toBeVisible();
  expect((await page.locator('.drawing').screenshot()).equals(drawing)).toBe(true);
  await page.goto('/embed/fatalities-by-quarter?release=2&hide=title,legend');
  await expect(page.getByRole('heading')).toHaveCount(0);
  await expect(page.getByText(/^Sources?: /)).toBeVisible();
  await expect(page.getByText(/Release 2 of /)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Corrected in release/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Frontier Ledger' })).toBeVisible();
});
