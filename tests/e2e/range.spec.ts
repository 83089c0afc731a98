import { expect, test } from './fixture';

// The range of a time axis: by mouse and keys, in the address, in both drawings; and what a page weighs.

test('a range is narrowed by mouse and keys, stands in the address, and a link to it opens the same', async ({ page }) => {
  await page.goto('/charts/fatalities-by-quarter');
  await page.locator('.drawing-stack').scrollIntoViewIfNeeded();
  await expect(page.locator('.drawing-stack[data-ready]')).toBeVisible();
  const marks = page.locator('[data-layer="interactive"] [data-mark]');
  const all = await marks.count();
  const first = page.getByRole('slider', { name: 'First period drawn' });
  const last = page.getByRole('slider', { name: 'Last period drawn' });
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(marks).toHaveCount(all - 2);
  await expect(page).toHaveURL(/[?&]from=/);

  const track = await page.locator('.range-track').boundingBox();
  if (track === null) throw new Error('no track');
  await page.mouse.move(track.x + track.width, track.y + track.height / 2);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width * 0.6, track.y + track.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/[?&]to=/);
  // One series: as many marks as steps between the thumbs, once the drawing has followed.
  await expect(async () => {
    expect(await marks.count()).toBe(Number(await last.inputValue()) - Number(await first.inputValue()));
  }).toPass();
  const shown = await marks.count();
  expect(shown).toBeLessThan(all - 2);
  const words = [await first.getAttribute('aria-valuetext'), await last.getAttribute('aria-valuetext')];

  await page.reload();
  await expect(page.locator('[data-layer="static"] [data-mark]')).toHaveCount(shown);
  await page.locator('.drawing-stack').scrollIntoViewIfNeeded();
  await expect(first).toHaveAttribute('aria-valuetext', words[0] ?? '');
  await expect(last).toHaveAttribute('aria-valuetext', words[1] ?? '');
});

test('every closure is as wide as its days, in both drawings, within a pixel', async ({ page }) => {
  for (const slug of ['border-closures', 'border-closures-since-2014']) {
    await page.goto(`/charts/${slug}`);
    const model = await page.evaluate(async (address) => (await fetch(address)).json() as Promise<{
      axis: { from: number; to: number }; bars: { id: string; solidFrom: number; solidTo: number }[];
    }>, `/charts/${slug}.model.json`);
    await page.locator('.drawing-stack').scrollIntoViewIfNeeded();
    await expect(page.locator('.drawing-stack[data-ready]')).toBeVisible();
    expect(model.bars.length).toBeGreaterThan(3);
    for (const layer of ['static', 'interactive']) {
      const widths = await page.locator(`[data-layer="${layer}"]`).evaluate((root) => {
        const plot = root.querySelector('.plot-box')?.getBoundingClientRect().width ?? 0;
        return [...root.querySelectorAll('[data-mark]')].flatMap((mark) => {
          const bar = mark.querySelector<SVGRectElement>('rect.closure');
          return bar === null ? [] : [{ id: mark.getAttribute('data-mark') ?? '', share: bar.width.baseVal.value / plot, plot }];
        });
      });
      expect(widths.length, `${slug}, ${layer}`).toBe(model.bars.length);
      for (const { id, share, plot } of widths) {
        const bar = model.bars.find((one) => one.id === id);
        const days = bar === undefined ? Number.NaN : Math.max(bar.solidTo - bar.solidFrom, 0);
        expect(Math.abs(share - days / (model.axis.to - model.axis.from)) * plot, `${id}, ${layer}`).toBeLessThanOrEqual(1);
      }
    }
  }
});

test('a page is sent once: its drawings and tables are not repeated for the script', async ({ page }) => {
  const answer = await page.request.get('/charts/attacks-by-month');
  const html = await answer.text();
  const repeated = [...html.matchAll(/<script>self\.__next_f\.push.*?<\/script>/gs)].reduce((sum, [text]) => sum + text.length, 0);
  expect(html.match(/data-still=/g)?.length ?? 0).toBeGreaterThan(1);
  expect(repeated / html.length).toBeLessThan(0.4);
});
