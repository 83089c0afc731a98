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

/** Everything a reader can do with a chart, each thing once; answers the longest time in ms from doing it to seeing it. */
export async function slowestInteraction(browser: Browser, address: string): Promise<number> {
  const { page, close } = await phone(browser, false);
  try {
    await page.addInitScript({ content: `window.benchSlowest = 0;
      new PerformanceObserver((list) => { for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.benchSlowest = Math.max(window.benchSlowest, duration); })
        .observe({ type: 'event', durationThreshold: 16, buffered: true });` });
    await page.goto(address, { timeout: GIVE_UP_MS });
    const stack = page.locator('.drawing-stack').first();
    await stack.scrollIntoViewIfNeeded();
    await page.locator('.drawing-stack[data-ready]').first().waitFor({ timeout: GIVE_UP_MS });
    const plot = page.locator('[data-layer="interactive"] .measured').first();
    await plot.tap();
    const toggles = page.locator('.drawing-over .legend-toggle');
    if (await toggles.count() > 1) {
      await toggles.first().tap();
      await toggles.first().tap();
    }
    await page.locator('[data-layer="interactive"]').first().focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'Escape']) await page.keyboard.press(key);
    const thumb = page.locator('.range-thumb').first();
    if (await thumb.count() > 0) {
      await thumb.focus();
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    }
    await page.getByRole('button', { name: /Theme/ }).tap();
    await page.waitForTimeout(1000);
    return await page.evaluate<number>('window.benchSlowest');
  } finally {
    await close();
  }
}
