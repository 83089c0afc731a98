import type { Browser, BrowserContext } from '@playwright/test';

// The grid at its largest on a machine four times slower: from a key until the browser has painted what it did.

const SLOWER = 4;
const SIDE = 60;
const GIVE_UP_MS = 120_000;

/** From the key to the frame that shows what it did. */
const OBSERVE = `(() => {
  const waits = (window.benchWaits = []);
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Control') return;
    const from = performance.now();
    requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - from), 0));
  }, true);
})();`;
const TOLD = 500;

/** Times in ms of each key, by what was done. */
export async function gridKeys(browser: Browser, state: Awaited<ReturnType<BrowserContext['storageState']>>, address: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const context = await browser.newContext({ storageState: state, viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const found = new Map<string, readonly number[]>();
  try {
    const page = await context.newPage();
    await page.addInitScript({ content: OBSERVE });
    await page.goto(address, { timeout: GIVE_UP_MS });
    const grid = page.locator('[data-grid]');
    await grid.waitFor({ timeout: GIVE_UP_MS });
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const doing = async (name: string, act: () => Promise<void>) => {
      await page.waitForTimeout(TOLD);
      await page.evaluate('window.benchWaits.length = 0');
      await act();
      await page.waitForTimeout(TOLD);
      found.set(name, await page.evaluate<number[]>('[...window.benchWaits]'));
    };
    const press = async (keys: readonly string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForTimeout(60);
      }
    };
    const typed = Array.from({ length: 12 }, (_, at) => [...String(100 + at), 'Enter']).flat();
    await grid.getByRole('gridcell').first().click();
    // The machine's own share.
    await doing('a key that does nothing', () => press(Array<string>(20).fill('Shift')));
    await doing('arrows', () => press(Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 'ArrowDown' : 'ArrowRight'))));
    await press(['Control+Home']);
    await doing('typing', () => press(typed));
    await press(['Control+Home']);
    await page.evaluate((block) => navigator.clipboard.writeText(block), Array.from({ length: SIDE }, (_, row) => Array.from({ length: SIDE }, (__, column) => String(100 + row + column)).join('\t')).join('\n'));
    await doing('pasting 3,600 cells', async () => {
      await page.keyboard.press('Control+v');
      await page.locator('[data-said]').filter({ hasText: 'pasted' }).waitFor({ timeout: GIVE_UP_MS });
    });
    await page.waitForTimeout(3_000);
    await doing('arrows among 3,600', () => press(Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 'ArrowDown' : 'ArrowRight'))));
    await doing('typing among 3,600', () => press(typed));
    await doing('taking back', () => press(['Control+z', 'Control+z', 'Control+z']));
    return found;
  } finally {
    await context.close();
  }
}
