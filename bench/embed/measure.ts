import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import type { Page } from './pages';

// One look at one page in a new browser context: nothing kept, CPU slowed to a quarter.

const SLOWER = 4;
const SETTLE_MS = 700;
const GIVE_UP_MS = 30_000;

export interface Look {
  /** From the start of the navigation until the frame with the 16 bars had been painted. */
  readonly visibleMs: number;
  /** Until the first byte of the answer: the server's part of it. */
  readonly firstByteMs: number;
  readonly bytes: number;
  readonly requests: number;
  readonly layoutShift: number;
}

const WATCH = readFileSync(new URL('watch.js', import.meta.url), 'utf8');

interface Seen {
  readonly visible: number | null;
  readonly firstByte: number;
  readonly shift: number;
}

export async function lookAt(browser: Browser, origin: string, page: Page): Promise<Look> {
  const context = await browser.newContext({ viewport: { width: 720, height: 900 } });
  try {
    const tab = await context.newPage();
    const cdp = await context.newCDPSession(tab);
    await cdp.send('Network.enable');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    let [bytes, requests] = [0, 0];
    const icons = new Set<string>();
    cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
      // A browser asks for the icon of a page, not of a frame.
      if (request.url.endsWith('/favicon.ico')) icons.add(requestId);
      else requests += 1;
    });
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!icons.has(requestId)) bytes += encodedDataLength;
    });
    await tab.addInitScript({ content: `window.benchBars = ${JSON.stringify(page.bars)};${WATCH}` });
    await tab.goto(new URL(page.address, origin).href);
    await tab.waitForFunction('window.benchSeen.visible !== null', null, { timeout: GIVE_UP_MS });
    await tab.waitForTimeout(SETTLE_MS);
    const { visible, firstByte, shift } = await tab.evaluate<Seen>("({ ...window.benchSeen, firstByte: performance.getEntriesByType('navigation')[0].responseStart })");
    return { visibleMs: visible ?? Number.NaN, firstByteMs: firstByte, bytes, requests, layoutShift: shift };
  } finally {
    await context.close();
  }
}
