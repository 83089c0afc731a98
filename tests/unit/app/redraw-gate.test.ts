import { describe, expect, it } from 'vitest';
import { redrawGate } from '@/lib/redraw-gate';

// A server of one thread on a clock of its own: readers ask, the gate says who has his page drawn.

interface Load { readonly pages: number; readonly everyMs: number; readonly publishEveryMs: number; readonly drawMs: number; readonly forMs: number }

function serve({ pages, everyMs, publishEveryMs, drawMs, forMs }: Load) {
  let ms = 0;
  const gate = redrawGate(() => ms);
  /** When the release of each page's kept answer was followed; null while it is the newest. */
  const followed = Array.from<number | null>({ length: pages }).fill(null);
  const underway: { readonly page: number; readonly release: number; readonly end: () => void; left: number }[] = [];
  const seen = { drawings: 0, atOnce: 0, oldest: 0, drawingMs: 0 };
  let release = 1;
  let at = 0;
  for (; ms < forMs; ms += 1) {
    if (ms > 0 && ms % publishEveryMs === 0) {
      release += 1;
      for (const page of followed.keys()) followed[page] ??= ms;
    }
    if (ms % everyMs === 0) {
      // Every second question is for one of the first three pages.
      const page = at % 2 === 0 ? (at / 2) % 3 : ((at - 1) / 2) % pages;
      at += 1;
      const since = followed[page] ?? null;
      if (since !== null && gate.admits(String(page), since)) {
        seen.drawings += 1;
        underway.push({ page, release, end: gate.begin(String(page)), left: drawMs });
        seen.atOnce = Math.max(seen.atOnce, underway.length);
      } else if (since !== null) {
        seen.oldest = Math.max(seen.oldest, ms - since);
      }
    }
    const [one] = underway;
    if (one === undefined) continue;
    seen.drawingMs += 1;
    one.left -= 1;
    if (one.left > 0) continue;
    underway.shift();
    one.end();
    followed[one.page] = one.release === release ? null : Math.floor(ms / publishEveryMs) * publishEveryMs;
  }
  return { ...seen, share: seen.drawingMs / forMs, left: followed.filter((since) => since !== null).length };
}

describe('the gate before drawings', () => {
  it('lets every page be drawn at once after a release that few ask for', () => {
    const seen = serve({ pages: 4, everyMs: 100, publishEveryMs: 5_000, drawMs: 40, forMs: 9_000 });
    expect(seen).toMatchObject({ left: 0, drawings: 4, oldest: 0 });
  });

  it('spends at most about half of the time on drawing where releases come faster than pages can be drawn, the longest waiting first', () => {
    const seen = serve({ pages: 40, everyMs: 2, publishEveryMs: 1_000, drawMs: 50, forMs: 60_000 });
    expect(seen.share).toBeGreaterThan(0.2);
    expect(seen.share).toBeLessThan(0.65);
    expect(seen.oldest).toBeLessThan(15_000);
    // A few at the first moment, before it is known what a drawing takes and how many are wanted.
    expect(seen.atOnce).toBeLessThanOrEqual(6);
  });

  it('has everything drawn soon after a single release under load', () => {
    const seen = serve({ pages: 40, everyMs: 2, publishEveryMs: 6_000, drawMs: 50, forMs: 11_500 });
    expect(seen.left).toBe(0);
    expect(seen.drawings).toBe(40);
    expect(seen.oldest).toBeLessThan(5_000);
  });

  it('has a page drawn that was last drawn long ago, beside others, but not all such pages at once', () => {
    let ms = 0;
    const gate = redrawGate(() => ms);
    for (let page = 0; page < 20; page += 1) gate.begin(String(page))();
    const end = gate.begin('slow');
    for (let page = 0; page < 20; page += 1) gate.admits(String(page), 0);
    ms = 61_000;
    for (let page = 0; page < 20; page += 1) gate.admits(String(page), 60_000);
    const admitted = Array.from({ length: 10 }, (_, page) => `old ${page}`).filter((page) => gate.admits(page, 0) && gate.begin(page));
    expect(admitted).toEqual(['old 0', 'old 1']);
    end();
    expect(gate.admits('old 9', 0)).toBe(true);
  });
});
