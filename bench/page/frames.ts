import type { Browser, Page } from '@playwright/test';

// A hand drags an end of the range over twenty years of days and back. The same movement over a place where nothing happens says what the machine can do.

const STEPS = 90;
const GIVE_UP_MS = 60_000;

export interface Frames {
  /** Frames a second while the range is dragged, and while the pointer moves over nothing. */
  readonly dragged: number;
  readonly idle: number;
  /** Longest wait for a frame while dragged, in ms. */
  readonly longest: number;
}

async function rate(page: Page, from: { x: number; y: number }, to: { x: number; y: number }, isPressed: boolean): Promise<{ fps: number; longest: number }> {
  await page.mouse.move(from.x, from.y);
  if (isPressed) await page.mouse.down();
  await page.evaluate(`(() => {
    const times = (window.benchTimes = []);
    const tick = (now) => { times.push(now); if (window.benchTimes === times) requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  })()`);
  for (const [a, b] of [[from, to], [to, from]] as const) {
    await page.mouse.move(b.x, b.y, { steps: STEPS });
    if (a === to) break;
  }
  const times = await page.evaluate<number[]>('(() => { const times = window.benchTimes; window.benchTimes = null; return times; })()');
  if (isPressed) await page.mouse.up();
  const waits = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  return { fps: (waits.length * 1000) / total, longest: Math.max(...waits) };
}

export async function framesWhileDragging(browser: Browser, address: string): Promise<Frames> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(address, { timeout: GIVE_UP_MS });
    await page.locator('.drawing-stack').first().scrollIntoViewIfNeeded();
    await page.locator('.drawing-stack[data-ready]').first().waitFor({ timeout: GIVE_UP_MS });
    const track = await page.locator('.range-track').first().boundingBox();
    if (track === null) throw new Error('The chart has no range to drag.');
    const y = track.y + track.height / 2;
    const idle = await rate(page, { x: track.x, y: y - 200 }, { x: track.x + track.width * 0.9, y: y - 200 }, false);
    const dragged = await rate(page, { x: track.x, y }, { x: track.x + track.width * 0.9, y }, true);
    return { dragged: dragged.fps, idle: idle.fps, longest: dragged.longest };
  } finally {
    await context.close();
  }
}
