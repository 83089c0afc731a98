import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from './fixture';
import type { Frame, Page } from '@playwright/test';
import { codesFor } from '../fixtures/host-codes';
import { startHost, type HostSite } from '../fixtures/host-server';

// /embed.js in a page of somebody else: it takes the slack away, and believes nobody but the frame itself.

const FIRST = 'fatalities-by-quarter';
const SECOND = 'attacks-by-month';
const MOST_BYTES = 1536;

let ledger: string;
let site: HostSite;

test.beforeAll(async ({ playwright }, { project }) => {
  ledger = project.use.baseURL ?? '';
  const request = await playwright.request.newContext();
  const codes = new Map<string, string>();
  for (const slug of [FIRST, SECOND]) codes.set(slug, (await codesFor(request, { slug, release: 2, siteUrl: ledger })).iframe.replace('loading="lazy"', ''));
  await request.dispose();
  site = await startHost({ ledger, codes });
});
test.afterAll(() => site.stop());

async function heights(page: Page): Promise<number[]> {
  return page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.clientHeight));
}

async function frameOf(page: Page, slug: string): Promise<Frame> {
  const found = () => page.frames().find((frame) => frame.url().includes(`/embed/${slug}`));
  await expect.poll(() => found() !== undefined).toBe(true);
  const frame = found();
  if (!frame) throw new Error(`There is no frame of ${slug}.`);
  return frame;
}

/** What the contents of a frame need at its width. */
function needed(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const foot = document.querySelector('footer');
    return Math.ceil((foot?.previousElementSibling?.getBoundingClientRect().bottom ?? 0) + (foot?.getBoundingClientRect().height ?? 0) + 3);
  });
}

/** Opens the page and waits until both frames are as tall as their contents. */
async function openFitted(page: Page): Promise<[number, number]> {
  await page.goto(`${site.origin}/script`);
  const frames = [await frameOf(page, FIRST), await frameOf(page, SECOND)];
  await expect(async () => {
    expect(await heights(page)).toEqual(await Promise.all(frames.map(needed)));
  }).toPass();
  const [first, second] = await heights(page);
  return [first ?? 0, second ?? 0];
}

/** Sends to the page around, as that frame. */
function say(frame: Frame, data: unknown): Promise<void> {
  return frame.evaluate((message) => parent.postMessage(message, '*'), data);
}

test('the script weighs at most 1.5 KB, leaves one name at most, and fits frames on both sides of a resize', async ({ page, request }) => {
  const script = await request.get('/embed.js');
  expect(script.headers()['content-type']).toContain('javascript');
  expect(brotliCompressSync(await script.body()).length).toBeLessThanOrEqual(MOST_BYTES);
  expect(Number((await request.get('/embed.js', { headers: { 'accept-encoding': 'gzip' } })).headers()['content-length'] ?? 0)).toBeLessThanOrEqual(MOST_BYTES);

  const [wide] = await openFitted(page);
  const names = await page.evaluate(() => {
    const before = new Set((window as unknown as { namesBefore: string[] }).namesBefore);
    return Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && name !== 'namesBefore');
  });
  expect(names.length).toBeLessThanOrEqual(1);

  await page.setViewportSize({ width: 400, height: 900 });
  const frame = await frameOf(page, FIRST);
  await expect.poll(async () => (await heights(page))[0] === (await needed(frame))).toBe(true);
  expect((await heights(page))[0]).toBeGreaterThan(wide);
  expect(await frame.evaluate(() => document.documentElement.scrollHeight <= document.documentElement.clientHeight)).toBe(true);
});

test('nobody but the frame itself sets its height, and only between 100 and 5,000', async ({ page }) => {
  const before = await openFitted(page);
  const told = { frontierLedger: 1, slug: FIRST, height: 300 };

  // The page itself, a frame of the page's own site, and a frame of a third site that lies about who it is.
  await page.evaluate((message) => window.postMessage(message, '*'), told);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<iframe src="/liar" id="own"></iframe>'));
  const own = await expect.poll(() => page.frames().find((frame) => frame.url().endsWith('/liar'))).toBeTruthy().then(() => page.frames().find((frame) => frame.url().endsWith('/liar')));
  if (!own) throw new Error('There is no frame of the page itself.');
  await say(own, told);
  const first = await frameOf(page, FIRST);
  for (const height of [99, 5001, -1, 0, 1e9, '300', null, [300], { valueOf: 300 }]) await say(first, { ...told, height });
  for (const data of [null, 1, 'frontierLedger', [], { frontierLedger: 2, height: 300 }, { frontierLedger: '1', height: 300 }, { height: 300 }]) await say(first, data);
  await first.evaluate(() => {
    for (const height of [Number.NaN, Number.POSITIVE_INFINITY]) parent.postMessage({ frontierLedger: 1, height }, '*');
    parent.postMessage(JSON.parse('{"frontierLedger":1,"__proto__":{"height":300}}'), '*');
  });
  await page.waitForTimeout(300);
  expect((await heights(page)).slice(0, 2)).toEqual(before);

  // Whatever name it gives, a frame speaks for itself alone.
  await say(first, { ...told, slug: SECOND, height: 2000 });
  await expect.poll(() => heights(page)).toEqual([2000, before[1], 150]);
  await say(first, { ...told, height: 100 });
  await expect.poll(() => heights(page)).toEqual([100, before[1], 150]);
  expect(await page.evaluate(() => ({} as { height?: number }).height)).toBeUndefined();
});

test('a frame that asks for more whenever it gets more comes to rest', async ({ page }) => {
  const [before, other] = await openFitted(page);
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    const seen = { changes: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    if (frame) new MutationObserver((list) => (seen.changes += list.length)).observe(frame, { attributes: true, attributeFilter: ['style'] });
  });
  const first = await frameOf(page, FIRST);
  await first.evaluate(() => {
    const more = () => parent.postMessage({ frontierLedger: 1, height: innerHeight + 40 }, '*');
    addEventListener('resize', more);
    more();
  });
  await page.waitForTimeout(1500);
  const [rested] = await heights(page);
  const changes = () => page.evaluate(() => (window as unknown as { seen: { changes: number } }).seen.changes);
  const made = await changes();
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThanOrEqual(10);
  expect(rested).toBeLessThanOrEqual(before + 400);
  await page.waitForTimeout(500);
  expect([await changes(), ...(await heights(page))]).toEqual([made, rested, other]);
});

test('a flood of junk does not hold up the page', async ({ page }) => {
  const before = await openFitted(page);
  const first = await frameOf(page, FIRST);
  await first.evaluate(() => {
    for (let sent = 0; sent < 20_000; sent += 1) parent.postMessage({ frontierLedger: 1, height: 'junk' }, '*');
  });
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  expect(await heights(page)).toEqual(before);
});

test('frames added later and frames that were there before the script are fitted, too', async ({ page }) => {
  await page.goto(`${site.origin}/plain`);
  const early = await frameOf(page, FIRST);
  await expect(early.locator('footer')).toBeVisible();
  await page.waitForTimeout(200);
  await page.evaluate((origin) => {
    const script = document.createElement('script');
    script.src = `${origin}/embed.js`;
    document.head.append(script);
  }, ledger);
  await expect.poll(async () => (await heights(page))[0] === (await needed(early))).toBe(true);

  await page.evaluate((origin) => {
    document.body.insertAdjacentHTML('beforeend', `<iframe src="${origin}/embed/attacks-by-month" style="width:100%;height:1400px;border:3px solid red"></iframe>`);
  }, ledger);
  const late = await frameOf(page, SECOND);
  await expect.poll(async () => (await heights(page))[1] === (await needed(late))).toBe(true);
  // A second copy of the script, as in a page with two codes, changes nothing.
  await page.evaluate((origin) => {
    const script = document.createElement('script');
    script.src = `${origin}/embed.js?again`;
    document.head.append(script);
  }, ledger);
  await page.waitForTimeout(300);
  expect(await heights(page)).toEqual([await needed(early), await needed(late)]);
});

test('a document that arrives in pieces moves nothing that is seen already', async ({ page, request }) => {
  const body = await (await request.get(`${ledger}/embed/${FIRST}`)).text();
  const slow = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    let sent = 0;
    const timer = setInterval(() => {
      response.write(body.slice(sent, sent + 600));
      sent += 600;
      if (sent < body.length) return;
      clearInterval(timer);
      response.end();
    }, 20);
  });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    const add = (list: PerformanceObserverEntryList) => list.getEntries().forEach((entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value));
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.goto(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/`);
  await expect(page.locator('footer')).toBeVisible();
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBe(0);
  slow.close();
  slow.closeAllConnections();
});
