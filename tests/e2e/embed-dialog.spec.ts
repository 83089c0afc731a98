import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture';

const CHART = '/charts/fatalities-by-quarter';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function openDialog(page: Page, path = CHART): Promise<Locator> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Embed this chart' }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed this chart' });
  await expect(dialog).toBeVisible();
  return dialog;
}

const codeIn = (dialog: Locator): Locator => dialog.getByRole('textbox', { name: /^Code:/ });

/** Presses Tab until the wanted element has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Forty presses of Tab did not reach it.');
}

test('by keyboard alone: open, choose, copy, hear that it was copied, close', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(CHART);
  const trigger = page.getByRole('button', { name: 'Embed this chart' });
  await page.locator('#embed').getByRole('heading').scrollIntoViewIfNeeded();
  await trigger.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Embed this chart' });
  await expect(dialog).toBeVisible();

  await tabTo(page, dialog.getByRole('radio', { name: /Pinned/ }));
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /stop at corrections/ })).toBeChecked();
  await expect(codeIn(dialog)).toHaveValue(/\/embed\/fatalities-by-quarter\?guard=2"/);
  await page.keyboard.press('ArrowUp');
  await expect(codeIn(dialog)).toHaveValue(/\?release=2"/);

  await tabTo(page, dialog.getByRole('tab', { name: 'Frame', exact: true }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('tab', { name: 'Picture' })).toHaveAttribute('aria-selected', 'true');
  await expect(codeIn(dialog)).toHaveValue(/^<a href=.*<img .*alt="Bars of deaths/);

  await tabTo(page, dialog.getByRole('button', { name: 'Copy code' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await codeIn(dialog).inputValue());

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(trigger).toBeFocused();
});

test('the focus stays in the dialog', async ({ page }) => {
  const dialog = await openDialog(page);
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const isInside = await dialog.evaluate((element) => element.contains(document.activeElement) || document.activeElement?.hasAttribute('data-base-ui-focus-guard') === true);
    expect(isInside).toBe(true);
  }
});

test('without leave to use the clipboard the code is selected, and that is said', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) } });
    document.execCommand = () => false;
  });
  const dialog = await openDialog(page);
  await dialog.getByRole('button', { name: 'Copy code' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: 'Selected: press Ctrl+C' })).toBeVisible();
  const selected = await codeIn(dialog).evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
  expect(selected).toBe(await codeIn(dialog).inputValue());
});

test('every choice changes the code and the frame shown', async ({ page }) => {
  const dialog = await openDialog(page);
  const frame = dialog.locator('iframe');
  const expectSource = async (source: string): Promise<void> => {
    await expect(frame).toHaveAttribute('src', source);
    await expect(codeIn(dialog)).toHaveValue(new RegExp(`src="http://[^"/]+${source.replaceAll('&', '&amp;').replace(/[?.]/g, '\\$&')}"`));
  };
  await expectSource('/embed/fatalities-by-quarter?release=2');
  await expect(dialog.frameLocator('iframe').getByRole('heading', { name: 'Deaths from violence by quarter' })).toBeVisible();
  const before = await codeIn(dialog).inputValue();

  await dialog.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expectSource('/embed/fatalities-by-quarter?release=2&theme=dark');
  await dialog.getByLabel('From', { exact: true }).fill('2025');
  await expectSource('/embed/fatalities-by-quarter?release=2&from=2025-01-01&theme=dark');
  await dialog.getByLabel('To', { exact: true }).fill('2024');
  await expect(dialog.getByText(/^To: a period or a day that does not end before/)).toBeVisible();
  await dialog.getByLabel('To', { exact: true }).fill('2025-Q3');
  await expectSource('/embed/fatalities-by-quarter?release=2&from=2025-01-01&to=2025-09-30&theme=dark');
  await dialog.getByRole('checkbox', { name: 'Title' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Table first' }).check();
  await expectSource('/embed/fatalities-by-quarter?release=2&from=2025-01-01&to=2025-09-30&theme=dark&hide=title&table=1');
  await dialog.getByRole('radio', { name: /^Live Always/ }).check();
  await expectSource('/embed/fatalities-by-quarter?from=2025-01-01&to=2025-09-30&theme=dark&hide=title&table=1');
  await expect(dialog.getByText('This one is live: it follows the newest release.')).toBeVisible();

  const height = (code: string): string | undefined => /height="(\d+)"/.exec(code)?.[1];
  await expect.poll(async () => height(await codeIn(dialog).inputValue())).not.toBe(height(before));
  for (const width of ['320', '900', '600']) {
    await dialog.getByRole('radio', { name: `${width} px` }).check({ force: true });
    await expect(frame).toHaveAttribute('width', width);
  }
  for (const form of ['Frame + script', 'Picture', 'oEmbed', 'Markdown']) {
    await dialog.getByRole('tab', { name: form }).click();
    await expect(codeIn(dialog)).toHaveValue(/from=2025|from%3D2025/);
  }
});

test('a chart of several series offers them, and never none', async ({ page }) => {
  const dialog = await openDialog(page, '/charts/attacks-by-month');
  const series = dialog.getByRole('group', { name: 'Series' }).getByRole('checkbox');
  const count = await series.count();
  expect(count).toBeGreaterThan(1);
  for (let index = 1; index < count; index += 1) await series.nth(index).uncheck();
  await expect(series.first()).toBeDisabled();
  await expect(codeIn(dialog)).toHaveValue(/series=picss/);
});

test('the account of one side is offered where claims are', async ({ page }) => {
  const dialog = await openDialog(page, '/charts/clashes-october-2025');
  await dialog.getByLabel('Whose account').selectOption('taliban');
  await expect(codeIn(dialog)).toHaveValue(/lens=taliban/);
});

for (const [width, colorScheme] of [[320, 'light'], [1440, 'dark']] as const) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme });
    test('the dialog has no fault that axe knows and does not scroll sideways', async ({ page }) => {
      const dialog = await openDialog(page);
      await expect(dialog.frameLocator('iframe').getByRole('heading').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').exclude('iframe').withTags(TAGS).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map((node) => node.target.join(' ')), why: nodes[0]?.failureSummary }))).toEqual([]);
      expect(await dialog.evaluate((element) => [...element.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto').length)).toBe(0);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the codes stand in the page to be selected by hand', async ({ page }) => {
    await page.goto(`${CHART}?from=2025`);
    await expect(page.getByRole('button', { name: 'Embed this chart' })).toBeHidden();
    await page.getByText('Codes to copy').click();
    await expect(page.getByLabel('Frame', { exact: true })).toHaveValue(/^<div style="container-type:inline-size.*pinned to release 2.*\?release=2&amp;from=2025-01-01"/);
    await expect(page.getByLabel('Frame + script')).toHaveValue(/embed\.js"><\/script>$/);
    await expect(page.getByRole('textbox', { name: 'Picture' })).toHaveValue(/^<a href="http.*alt="/);
    await expect(page.getByLabel('oEmbed')).toHaveValue(/\/api\/oembed\?url=http/);
    await expect(page.getByLabel('Markdown')).toHaveValue(/^\[!\[Bars of deaths/);
  });
});

test('the code holds its promise in a page: no scrollbar, nothing cut, in columns of every width, also where a host takes styles away', async ({ page }) => {
  const dialog = await openDialog(page);
  const code = await codeIn(dialog).inputValue();
  const site = new URL(page.url()).origin;
  // Another page of this origin, so that the frame's inside can be measured without its help.
  await page.route(`${site}/host`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title><body style="margin:0"><div id="column"></div>' }));
  await page.goto(`${site}/host`);
  const strip: Record<string, (html: string) => string> = {
    whole: (html) => html,
    'box taken away': (html) => html.replace(/^<div[^>]*>/, '').replace(/<\/div>$/, ''),
    'box without style': (html) => html.replace(/^<div[^>]*>/, '<div>'),
    'no styles at all': (html) => html.replace(/ style="[^"]*"/g, ''),
  };
  for (const [name, take] of Object.entries(strip)) {
    for (const width of [280, 320, 480, 599, 600, 760, 900, 1200]) {
      await page.setViewportSize({ width: Math.max(width, 320), height: 900 });
      await page.locator('#column').evaluate((column, [html, px]) => {
        column.setAttribute('style', `width:${px}px`);
        column.innerHTML = html.replace('loading="lazy"', '');
      }, [take(code), width] as const);
      await page.frameLocator('iframe').getByRole('heading').waitFor();
      const size = await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
        const root = frame.contentDocument?.documentElement;
        return { needed: root?.scrollHeight ?? 0, given: frame.clientHeight, wide: frame.clientWidth, across: root?.scrollWidth ?? 0 };
      });
      expect(size.needed, `${name}, ${width} px: ${JSON.stringify(size)}`).toBeLessThanOrEqual(size.given);
      expect(size.across).toBeLessThanOrEqual(size.wide);
      expect(size.wide).toBe(width);
    }
  }
});
