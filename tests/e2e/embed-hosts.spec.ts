import { expect, test, type Frame, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../fixtures/chromium';
import { chartSlugs, codesFor } from '../fixtures/host-codes';
import { startHost, type HostSite } from '../fixtures/host-server';

// Pages of other sites that show our charts, in a real browser. Each is looked at: shown whole, one request a frame, nothing kept, nobody else asked.

test.use({
  launchOptions: { executablePath: findChromium() ?? undefined, args: [...chromiumArguments, '--host-resolver-rules=MAP *.example 127.0.0.1'] },
});

const CHART = 'fatalities-by-quarter';
const TITLE = 'Deaths from violence by quarter';
/** Widths at which the heights in the codes change, and the narrowest promised; without JavaScript at two of them. */
const FITTED: readonly (readonly [width: number, hasScript: boolean])[] = [[280, true], [320, true], [320, false], [600, true], [900, true], [900, false]];

let ledger: string;
let slugs: string[];
let codes: Map<string, string>;
let site: HostSite;

test.beforeAll(async ({ playwright }, { project }) => {
  ledger = project.use.baseURL ?? '';
  const request = await playwright.request.newContext();
  slugs = await chartSlugs(request, ledger);
  codes = new Map();
  for (const slug of slugs) codes.set(slug, (await codesFor(request, { slug, release: 2, siteUrl: ledger }, { mode: 'pinned' })).iframe);
  await request.dispose();
  const columns = (query: URLSearchParams) => {
    const wanted = (query.get('slugs') ?? '').split(',').map((slug) => (codes.get(slug) ?? '').replace('loading="lazy"', ''));
    return wanted.map((code) => `<div style="width:${Number(query.get('width'))}px">${code}</div>`).join('\n');
  };
  site = await startHost({ ledger, codes, columns });
});
test.afterAll(() => site.stop());

interface Watched {
  /** Requests that the frames cost, and those that went to anybody but the page's own site and ours. */
  readonly ofFrames: string[];
  readonly ofStrangers: string[];
  readonly errors: string[];
}

function watch(page: Page): Watched {
  const watched: Watched = { ofFrames: [], ofStrangers: [], errors: [] };
  page.on('request', (request) => {
    const { origin, hostname, protocol } = new URL(request.url());
    if (protocol === 'data:') return;
    if (origin === ledger) watched.ofFrames.push(request.url());
    else if (hostname !== '127.0.0.1' && hostname !== 'news.example') watched.ofStrangers.push(request.url());
  });
  page.on('console', (message) => void (message.type() === 'error' && watched.errors.push(message.text())));
  page.on('pageerror', (error) => watched.errors.push(error.message));
  return watched;
}

function framesOf(page: Page): Frame[] {
  return page.frames().filter((frame) => frame.url().startsWith(`${ledger}/embed/`));
}

async function frameOf(page: Page): Promise<Frame> {
  await expect.poll(() => framesOf(page).length).toBeGreaterThan(0);
  const [frame] = framesOf(page);
  if (!frame) throw new Error('There is no frame of ours.');
  return frame;
}

/** The chart is there for a reader: bars with a size, title, what is counted, sources, date and the way home. */
async function expectShown(frame: Frame): Promise<void> {
  await expect(frame.getByRole('heading', { name: TITLE })).toBeVisible();
  expect(await frame.locator('svg .mark .bar').count()).toBeGreaterThanOrEqual(12);
  expect((await frame.locator('svg .mark .bar').first().boundingBox())?.height).toBeGreaterThan(10);
  const foot = frame.locator('footer');
  await expect(foot).toContainText('What is counted:');
  await expect(foot).toContainText(/Sources: \S/);
  await expect(foot).toContainText(/Release 2 of \d+ \w+ \d{4}/);
  await expect(foot.getByRole('link', { name: /^Frontier Ledger/ })).toBeVisible();
}

interface Room {
  readonly content: number;
  readonly frame: number;
  readonly wide: number;
  readonly width: number;
  /** Px under the last line that nothing needs. */
  readonly slack: number;
  /** Words of the drawing that stand outside the frame. */
  readonly outside: readonly string[];
}

function roomIn(frame: Frame): Promise<Room> {
  return frame.evaluate(() => {
    const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
    const outside = [...document.querySelectorAll('svg text')].filter((text) => {
      const { left, right, width } = text.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1);
    });
    const slack = clientHeight - (document.querySelector('footer')?.getBoundingClientRect().bottom ?? 0);
    return { content: scrollHeight, frame: clientHeight, wide: scrollWidth, width: clientWidth, slack, outside: outside.map((text) => text.textContent ?? '') };
  });
}

/** Neither a scrollbar nor anything cut off. */
async function expectFits(frame: Frame, what: string): Promise<Room> {
  const room = await roomIn(frame);
  expect(room.content, `${what}: contents of ${room.content} px in a frame of ${room.frame} px`).toBeLessThanOrEqual(room.frame);
  expect(room.outside, `${what}: words cut off`).toEqual([]);
  expect(room.wide, `${what}: contents ${room.wide} px wide in a frame of ${room.width} px`).toBeLessThanOrEqual(room.width);
  return room;
}

async function expectNothingKept(page: Page): Promise<void> {
  expect(await page.context().cookies()).toEqual([]);
  for (const frame of framesOf(page)) {
    const kept = await frame.evaluate(() => {
      try {
        return localStorage.length + sessionStorage.length + document.cookie.length;
      } catch {
        return 0;
      }
    });
    expect(kept).toBe(0);
  }
}

/** What a policy that allows frames and nothing else says to the inline heights of our code; the frame's own attributes then hold. */
const POLICY = /style.*violates the following Content Security Policy/i;
/** The browser's own line about a sandbox that allows no scripts. */
const SANDBOXED = /^Blocked script execution in .* sandboxed/;

const pages: readonly { name: string; file: string; host?: string; script?: false; isRead?: false; allowed?: RegExp }[] = [
  { name: 'a plain page', file: 'plain' },
  { name: 'a page without encryption', file: 'plain', host: 'news.example' },
  { name: 'a page whose policy allows frames and nothing else', file: 'strict-policy', allowed: POLICY },
  { name: 'sandbox', file: 'sandbox', isRead: false, allowed: SANDBOXED },
  { name: 'sandbox="allow-scripts"', file: 'sandbox-scripts' },
  { name: 'a cross-origin isolated page', file: 'isolated' },
  { name: 'a credentialless frame', file: 'credentialless' },
  { name: 'a right-to-left page', file: 'rtl' },
  { name: 'a column of 280 px', file: 'narrow' },
  { name: 'a browser without JavaScript', file: 'plain', script: false, isRead: false },
];

for (const { name, file, host = '127.0.0.1', script = true, isRead = true, allowed } of pages) {
  test(`${name} shows the chart whole, with one request, and keeps nothing`, async ({ browser }, info) => {
    const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width: 1000, height: 900 } });
    const page = await context.newPage();
    const watched = watch(page);
    await page.goto(`http://${host}:${site.port}/${file}`);
    const frame = await frameOf(page);
    await expectShown(frame);
    await expectFits(frame, name);
    if (file === 'isolated') expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    if (file === 'plain') expect(await page.evaluate(() => isSecureContext)).toBe(host === '127.0.0.1');
    await page.screenshot({ path: info.outputPath('host.png'), fullPage: true });

    const bar = frame.locator('svg .mark').nth(9);
    if (isRead) {
      await bar.hover();
      await expect(frame.locator('.tip')).toContainText('616');
      await frame.locator('svg .mark').first().focus();
      await page.keyboard.press('ArrowRight');
      await expect(frame.locator('.tip')).toContainText('Q2 2023');
      await page.keyboard.press('Escape');
      await expect(frame.locator('.tip')).toHaveCount(0);
    } else {
      expect(await bar.locator('title').textContent()).toContain('616');
    }
    await frame.getByText('Table', { exact: true }).click();
    await expect(frame.getByRole('rowheader', { name: /Q2 2025/ })).toBeVisible();
    await expectFits(frame, `${name}, with its table`);
    await page.screenshot({ path: info.outputPath('table.png'), fullPage: true });

    expect(watched.ofFrames).toEqual([`${ledger}/embed/${CHART}?release=2`]);
    expect(watched.ofStrangers).toEqual([]);
    expect(watched.errors.filter((error) => !allowed?.test(error))).toEqual([]);
    await expectNothingKept(page);
    await context.close();
  });
}

test('ten charts in one page are ten requests, each fits, and none is heard by the others', async ({ page }, info) => {
  const watched = watch(page);
  await page.goto(`${site.origin}/ten`);
  for (const box of await page.locator('iframe').all()) await box.scrollIntoViewIfNeeded();
  await expect.poll(() => framesOf(page).length).toBe(10);
  for (const frame of framesOf(page)) {
    await expect(frame.locator('footer')).toBeVisible();
    await expectFits(frame, frame.url());
  }
  expect(watched.ofFrames.toSorted()).toEqual(slugs.slice(0, 10).map((slug) => `${ledger}/embed/${slug}?release=2`).toSorted());
  expect([watched.ofStrangers, watched.errors]).toEqual([[], []]);
  await page.screenshot({ path: info.outputPath('ten.png'), fullPage: true });
});

test('a frame far below is asked for when it is scrolled to, and moves nothing', async ({ page }) => {
  const watched = watch(page);
  await page.goto(`${site.origin}/below`);
  await page.waitForTimeout(500);
  expect(watched.ofFrames).toEqual([]);
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  const frame = await frameOf(page);
  await expectShown(frame);
  await expectFits(frame, 'below');
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(tall);
  expect(watched.ofFrames).toHaveLength(1);
});

for (const [width, hasScript] of FITTED) {
  test(`every chart fits the height in its code at ${width} px, ${hasScript ? 'the script stripped' : 'without JavaScript'}`, async ({ browser }, info) => {
    const context = await browser.newContext({ javaScriptEnabled: hasScript, viewport: { width: Math.max(width, 400), height: 1000 } });
    const page = await context.newPage();
    const watched = watch(page);
    const rooms: string[] = [];
    await page.goto(`${site.origin}/columns?width=${width}&slugs=${slugs.join(',')}`);
    await expect.poll(() => framesOf(page).length).toBe(slugs.length);
    for (const frame of framesOf(page)) {
      await expect(frame.locator('footer')).toBeVisible();
      const { content, slack } = await expectFits(frame, `${frame.url()} at ${width} px`);
      rooms.push(`${new URL(frame.url()).pathname.slice(7)} ${content} px, ${Math.round(slack)} of them slack`);
    }
    expect(watched.errors).toEqual([]);
    info.annotations.push({ type: 'heights', description: rooms.join('; ') });
    await page.screenshot({ path: info.outputPath('columns.png'), fullPage: true });
    await context.close();
  });
}
