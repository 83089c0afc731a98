import type { Browser, CDPSession, Page } from '@playwright/test';

// A phone: small window, CPU slowed to a quarter, slow 4G.

const SLOWER = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const GIVE_UP_MS = 60_000;

async function phone(browser: Browser, network: boolean): Promise<{ page: Page; cdp: CDPSession; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  if (network) await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, cdp, close: () => context.close() };
}

export interface FirstChart {
  /** From the start of the navigation until the frame with the whole first drawing was painted. */
  readonly visibleMs: number;
  readonly bytes: number;
}

/** The first drawing is there when what follows it in the document is. */
const WATCH = `(() => {
  const seen = (window.benchSeen = { visible: null });
  const look = () => {
    if (document.querySelector('.chart-figure figcaption') === null) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { seen.visible = performance.now(); };
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
})();`;

export async function firstChart(browser: Browser, address: string): Promise<FirstChart> {
  const { page, cdp, close } = await phone(browser, true);
  try {
    let bytes = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
    await page.addInitScript({ content: WATCH });
    await page.goto(address, { timeout: GIVE_UP_MS });
    await page.waitForFunction('window.benchSeen.visible !== null', null, { timeout: GIVE_UP_MS });
    return { visibleMs: await page.evaluate<number>('window.benchSeen.visible'), bytes };
  } finally {
    await close();
  }
}

/** Longest time in ms from doing a thing to seeing it, by what was done: everything a reader can do with a chart, each once. */
export type Interactions = ReadonlyMap<string, number>;

const OBSERVE = `window.benchSlowest = 0;
  new PerformanceObserver((list) => { for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.benchSlowest = Math.max(window.benchSlowest, duration); })
    .observe({ type: 'event', durationThreshold: 16, buffered: true });`;
/** Time in ms in which the browser has told of an interaction. */
const TOLD = 700;

export async function interactions(browser: Browser, address: string): Promise<Interactions> {
  const { page, close } = await phone(browser, false);
  const found = new Map<string, number>();
  const doing = async (name: string, act: () => Promise<void>): Promise<void> => {
    await page.evaluate('window.benchSlowest = 0');
    await act();
    await page.waitForTimeout(TOLD);
    found.set(name, await page.evaluate<number>('window.benchSlowest'));
  };
  try {
    await page.addInitScript({ content: OBSERVE });
    await page.goto(address, { timeout: GIVE_UP_MS });
    const stack = page.locator('.drawing-stack').first();
    await stack.scrollIntoViewIfNeeded();
    await page.locator('.drawing-stack[data-ready]').first().waitFor({ timeout: GIVE_UP_MS });
    await page.waitForTimeout(TOLD);
    await doing('tap on a mark', () => page.locator('[data-layer="interactive"] .measured').first().tap());
    const toggles = page.locator('.drawing-over .legend-toggle');
    if (await toggles.count() > 1) {
      await doing('series off', () => toggles.first().tap());
      await doing('series on', () => toggles.first().tap());
    }
    await page.locator('[data-layer="interactive"]').first().focus();
    await doing('walk by keys', async () => {
      for (const key of ['ArrowRight', 'ArrowRight', 'Escape']) await page.keyboard.press(key);
    });
    const thumb = page.locator('.range-thumb').first();
    if (await thumb.count() > 0) {
      await thumb.focus();
      await doing('range by keys', async () => {
        for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
      });
    }
    await doing('theme', () => page.getByRole('button', { name: /Theme/ }).tap());
    return found;
  } finally {
    await close();
  }
}
