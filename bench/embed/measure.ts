import type { Browser } from '@playwright/test';
import type { Page } from './pages';

// One look at one page in a new browser context: nothing kept, CPU slowed to a quarter.

const SLOWER = 4;
const SETTLE_MS = 700;
const GIVE_UP_MS = 60_000;

export interface Look {
  /** From the start of the navigation until the frame with the 16 bars had been painted. */
  readonly visibleMs: number;
  readonly bytes: number;
  readonly requests: number;
  readonly layoutShift: number;
}

/** Runs in the page, before anything of it: looks at every frame whether the bars are there, and takes the time after that frame. */
function watchBars(bars: string | null): void {
  const seen = { visible: null as number | null, shift: 0 };
  (window as unknown as { benchSeen: typeof seen }).benchSeen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const isDrawn = () => {
    if (bars === null) return document.documentElement?.dataset.drawn !== undefined;
    return document.querySelectorAll(bars).length >= 16;
  };
  const look = () => {
    if (!isDrawn()) return void requestAnimationFrame(look);
    // The callback runs before the frame is painted, a message sent from it arrives after.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      seen.visible = performance.now();
    };
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

export async function lookAt(browser: Browser, origin: string, page: Page): Promise<Look> {
  const context = await browser.newContext({ viewport: { width: 720, height: 900 } });
  try {
    const tab = await context.newPage();
    const cdp = await context.newCDPSession(tab);
    await cdp.send('Network.enable');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    let [bytes, requests] = [0, 0];
    cdp.on('Network.requestWillBeSent', () => {
      requests += 1;
    });
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await tab.addInitScript(watchBars, page.bars);
    await tab.goto(new URL(page.address, origin).href);
    await tab.waitForFunction(() => (window as unknown as { benchSeen: { visible: number | null } }).benchSeen.visible !== null, null, { timeout: GIVE_UP_MS });
    await tab.waitForTimeout(SETTLE_MS);
    const { visible, shift } = await tab.evaluate(() => (window as unknown as { benchSeen: { visible: number; shift: number } }).benchSeen);
    return { visibleMs: visible, bytes, requests, layoutShift: shift };
  } finally {
    await context.close();
  }
}
