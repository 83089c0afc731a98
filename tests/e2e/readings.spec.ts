import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { findChangeset } from '@/db/queries/find-changesets';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findRowIds } from '@/db/queries/find-row-ids';
import type { RowContents } from '@/domain/draft';
import { formatPeriod } from '@/domain/period';
import { enterDesk, openOwnChangeset } from '../fixtures/desk-walk';
import { startOwnServer, type OwnServer } from '../fixtures/own-server';
import { expect, test } from './fixture';

// An editor at the grid: by keyboard alone, from the clipboard, through a lost network and a lost session, and at its largest.

test.describe.configure({ mode: 'serial' });

let server: OwnServer;
let context: BrowserContext;
let page: Page;
/** Lines of the console that are no fault: the browser's own, about an address that cannot be reached. */
let errors: string[] = [];

const FATALITIES = ['', '-civilians', '-security-personnel', '-outlaws', '-civilians-and-security'].map((part) => `crss-violence-fatalities${part}`);
/** As a sheet copies it: headings on top and at the side. */
const BLOCK = [
  ['Killed', 'Q1 2025', 'Q2 2025', 'Q3 2025', 'Q4 2025'], ['Total', '902', '618', '905', '1,005'], ['Civilians', '210', '155', '221', '150'],
  ['Security personnel', '190', '131', '167', '137'], ['Outlaws', '502', '332', '517', '718'],
].map((row) => row.join('\t')).join('\n');

test.beforeAll(async ({ browser }) => {
  test.setTimeout(400_000);
  server = await startOwnServer();
  context = await browser.newContext({ baseURL: server.origin, viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await enterDesk(page, server);
});

test.afterAll(async () => {
  await context?.close();
  await server?.stop();
});

test.afterEach(() => {
  expect(errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
  errors = [];
});

const readings = (id: string, query = '') => `/admin/changesets/${id}/readings${query}`;
const said = () => page.locator('[data-said]');
const counts = () => page.locator('[data-counts]');
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const copy = (text: string) => page.evaluate((block) => navigator.clipboard.writeText(block), text);

async function draftsOf(id: string): Promise<readonly { readonly of: string; readonly content: RowContents['reading']; readonly change: string; readonly changeNote: string | null; readonly sources: string }[]> {
  const changeset = await findChangeset(server.open.db, id);
  return (changeset?.drafts ?? []).filter(({ kind }) => kind === 'reading').map(({ content, change, changeNote, citations }) => {
    const reading = content as RowContents['reading'];
    return { of: `${reading.seriesId.replace('crss-violence-fatalities', '') || 'all'} ${formatPeriod(reading.period)}`, content: reading, change, changeNote, sources: citations.map(({ sourceId }) => sourceId).join() };
  });
}

/** Into the grid from wherever the focus is, at a cell. */
async function goTo(name: RegExp): Promise<void> {
  await page.getByRole('gridcell', { name }).first().click();
}

async function chooseSource(words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Source of everything typed' });
  await field.focus();
  await page.keyboard.type(words);
  await expect(page.getByRole('option').first()).toBeVisible();
  await press('Enter');
  await expect(field).not.toHaveValue(words);
}

test('the four quarters of a year and their parts are in from the clipboard, by keyboard alone', async () => {
  const id = await openOwnChangeset(page, 'CRSS, all of 2025');
  await page.goto(readings(id));
  await page.evaluate(() => {
    const counted = window as unknown as { keys: number };
    counted.keys = 0;
    window.addEventListener('keydown', (event) => {
      if (!['Control', 'Shift', 'Alt'].includes(event.key)) counted.keys += 1;
    }, true);
  });
  await copy(BLOCK);
  const began = Date.now();
  await page.getByLabel('Find by words').focus();
  await page.keyboard.type('crss deaths');
  const family = page.getByRole('button', { name: 'by victim type 5 of CRSS, Deaths from violence' });
  for (let step = 0; step < 12 && !(await family.evaluate((button) => button === document.activeElement)); step += 1) await press('Tab');
  await press('Enter');
  await expect(page.getByRole('grid')).toBeVisible();
  await chooseSource('gulf news 2026');
  for (let step = 0; step < 12 && !(await page.getByRole('grid').evaluate((grid) => grid.contains(document.activeElement))); step += 1) await press('Tab');
  await press('Control+v');
  await expect(said()).toHaveText('16 cells pasted, laid by the names on its top and at its side.');
  await expect(counts()).toHaveText('16 typed: 15 to save, 1 waiting for your answer.');
  // This source is recorded with 1,003 for the last quarter: the cell is led to, and the answer given without a mouse.
  await expect(page.locator('[data-checks]')).toContainText('This source is recorded with 1,003');
  await press('Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  expect(await focused()).toContain('update or correction?');
  await press('F6', 'Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('counted again by CRSS');
  await press('Control+s');
  await expect(said()).toHaveText('Saved: 16 readings are drafted.');
  const milliseconds = Date.now() - began;
  const keys = await page.evaluate(() => (window as unknown as { keys: number }).keys);
  process.stdout.write(`    16 readings from the clipboard: ${keys} keys, ${(milliseconds / 1000).toFixed(1)} s as fast as they are pressed\n`);
  expect(keys).toBeLessThan(120);

  const drafts = await draftsOf(id);
  expect(drafts.map(({ of, content, change }) => `${of} ${content.value} ${change}`).sort()).toEqual([
    '-civilians 2025-Q1 210 add', '-civilians 2025-Q2 155 add', '-civilians 2025-Q3 221 add', '-civilians 2025-Q4 150 add',
    '-outlaws 2025-Q1 502 add', '-outlaws 2025-Q2 332 add', '-outlaws 2025-Q3 517 add', '-outlaws 2025-Q4 718 add',
    '-security-personnel 2025-Q1 190 add', '-security-personnel 2025-Q2 131 add', '-security-personnel 2025-Q3 167 add', '-security-personnel 2025-Q4 137 add',
    'all 2025-Q1 902 add', 'all 2025-Q2 618 add', 'all 2025-Q3 905 add', 'all 2025-Q4 1005 correct',
  ]);
  expect(drafts.find(({ change }) => change === 'correct')?.changeNote).toBe('counted again by CRSS');
  for (const { content, sources } of drafts) expect([sources.includes('gulf-news-2026-01-01'), content.reportedOn]).toEqual([true, '2026-01-01']);
  await expect(page.locator('[data-charts] figure').nth(1)).toBeVisible();
  await expect(page.locator('[data-charts]')).toContainText('1,005');
});

test('every key of a spreadsheet does what it does there', async () => {
  const id = await openOwnChangeset(page, 'Keys');
  await page.goto(readings(id, `?series=${FATALITIES.slice(0, 4).join()}&kind=quarter&from=2026-Q1&to=2026-Q4`));
  await goTo(/Deaths from violence, Q1 2026/);
  await page.keyboard.type('>200');
  await press('Tab');
  await page.keyboard.type('at least 600');
  await press('Enter');
  expect(await focused()).toContain('Civilians, Q1 2026');
  await page.keyboard.type('~450');
  await press('ArrowRight');
  await page.keyboard.type('2.414');
  await expect(page.getByText('write 2414 for thousands')).toBeVisible();
  await press('Escape', 'F2');
  await page.keyboard.type('nyr');
  await press('Enter');
  await press('Control+Home');
  expect(await focused()).toMatch(/^CRSS, Deaths from violence, Q1 2026, typed >200/);
  await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
  await expect(said()).toHaveText('3 cells filled down.');
  await press('Control+Home', 'End');
  await expect(page.locator('[role=gridcell][tabindex="0"]')).toHaveAttribute('aria-label', /Q4 2026/);
  await press('Shift+Home', 'Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('>200\t≥600\t\t'.replace('≥600', 'at least 600'));
  await press('Control+Home', 'Delete');
  await expect(said()).toHaveText('One cell cleared.');
  await press('Control+z', 'Control+z');
  await expect(said()).toHaveText('3 cells taken back.');
  await press('Control+y', 'Control+y');
  await expect(said()).toHaveText('One cell done again.');
  await press('Alt+ArrowDown', 'ArrowDown', 'Enter');
  expect(await focused()).toMatch(/Q1 2026, typed nc/);
  await press('Control+End', 'PageUp', 'Control+ArrowLeft');
  expect(await focused()).toMatch(/Deaths from violence, Q2 2026/);
  await press('Escape', 'Tab');
  expect(await page.getByRole('grid').evaluate((grid) => grid.contains(document.activeElement))).toBe(false);
});

test('nothing typed is lost by a lost network, a lost session, or a reload', async () => {
  const id = await openOwnChangeset(page, 'Lost and found');
  await page.goto(readings(id, `?series=${FATALITIES[0]}&kind=quarter&from=2026-Q1&to=2026-Q4`));
  await chooseSource('gulf news 2026');
  await goTo(/Q1 2026/);
  await page.keyboard.type('700');
  await press('Tab');
  await page.keyboard.type('710');
  await press('Enter');
  await context.setOffline(true);
  await press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible();
  await expect(counts()).toContainText('2 to save');
  await context.setOffline(false);
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Save 2 readings' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'signed out' })).toBeVisible();
  await context.addCookies(cookies);
  await page.reload();
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(counts()).toHaveText('2 typed: 2 to save.');
  await page.getByRole('button', { name: 'Save 2 readings' }).click();
  await expect(said()).toHaveText('Saved: 2 readings are drafted.');
  expect((await draftsOf(id)).map(({ content }) => content.value).sort()).toEqual([700, 710]);
  await page.reload();
  await expect(page.getByRole('gridcell', { name: /Q1 2026, drafted 700/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take it' })).toHaveCount(0);
});

test('the grid has no fault that axe knows, light and dark, on a desk and a tablet, and does not scroll the page sideways', async () => {
  const id = await openOwnChangeset(page, 'Looks');
  await page.goto(readings(id, `?series=${FATALITIES.join()}&kind=year-in-quarters&from=2024&to=2025`));
  await goTo(/Q1 2025/);
  await page.keyboard.type('<5');
  await press('Enter');
  for (const [colorScheme, width] of [['light', 1280], ['dark', 800]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id: rule, nodes }) => ({ rule, where: nodes.slice(0, 3).map((node) => node.html.slice(0, 160)) })), `${colorScheme}, ${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await press('Control+z');
});

test('sixty series by sixty months are typed in, pasted over and taken back, four times slowed; what a key costs is printed', async () => {
  const id = await openOwnChangeset(page, 'Large');
  const { db } = server.open;
  const series = (await findRowIds(db, 'series', await findCurrentRelease(db))).slice(0, 60);
  await page.goto(readings(id, `?series=${series.join()}&kind=month&from=2021-01&to=2025-12`));
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '61');
  await expect(grid).toHaveAttribute('aria-colcount', '61');
  await page.locator('[role=gridcell][tabindex="0"]').click();
  await press('Control+Home');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    const kept = window as unknown as { waits: number[] };
    kept.waits = [];
    // From the key to the frame that shows what it did.
    window.addEventListener('keydown', () => {
      const from = performance.now();
      requestAnimationFrame(() => setTimeout(() => kept.waits.push(performance.now() - from), 0));
    }, true);
  });
  const waits = async () => page.evaluate(() => (window as unknown as { waits: number[] }).waits.splice(0).sort((a, b) => a - b));
  const measured: Record<string, readonly number[]> = {};
  // What a key costs that does nothing: the machine's own share.
  for (let step = 0; step < 20; step += 1) await press('Shift');
  measured['a key that does nothing'] = await waits();
  for (let line = 0; line < 10; line += 1) {
    await page.keyboard.type('1234');
    await press('Enter');
  }
  measured['typing and Enter'] = await waits();
  for (let step = 0; step < 20; step += 1) await press(step % 2 === 0 ? 'ArrowDown' : 'ArrowRight');
  measured.arrows = await waits();
  await copy(Array.from({ length: 60 }, (_, row) => Array.from({ length: 60 }, (__, column) => String(100 + row + column)).join('\t')).join('\n'));
  await press('Control+Home');
  await waits();
  await press('Control+v');
  await expect(said()).toHaveText('3600 cells pasted.', { timeout: 30_000 });
  measured['pasting 3,600'] = await waits();
  await page.keyboard.type('1234');
  await press('Enter');
  measured['typing among 3,600'] = await waits();
  await press('Control+z', 'Control+z');
  await expect(counts()).toContainText('10 typed');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  for (const [what, all] of Object.entries(measured)) {
    const at = (part: number) => Math.round(all[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0);
    process.stdout.write(`    60 x 60, CPU slowed 4x, ${what}: median ${at(0.5)} ms, slowest ${at(1)} ms of ${all.length}\n`);
  }
});
