import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { findChangeset } from '@/db/queries/find-changesets';
import { enterDesk, openOwnChangeset } from '../fixtures/desk-walk';
import { startOwnServer, type OwnServer } from '../fixtures/own-server';
import { expect, test } from './fixture';

// An editor builds a chart with the keyboard alone and writes a sentence whose first comparison is refused.

test.describe.configure({ mode: 'serial' });

let server: OwnServer;
let context: BrowserContext;
let page: Page;
let changesetId: string;
let errors: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(400_000);
  server = await startOwnServer();
  context = await browser.newContext({ baseURL: server.origin, viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  // A definition that is refused is answered with 422, which the browser writes down by itself.
  page.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource') && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await enterDesk(page, server);
  changesetId = await openOwnChangeset(page, 'Charts and sentences');
});

test.afterAll(async () => {
  await context?.close();
  await server?.stop();
});

test.afterEach(() => {
  expect(errors).toEqual([]);
  errors = [];
});

async function hasNoFaults(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
}

/** What is clicked before the page's script runs is lost, so a busy machine is waited for. */
async function openPage(path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

/** Goes on with Tab until the focus is on the control of this label. */
async function tabTo(label: string): Promise<void> {
  const wanted = page.locator('form').getByLabel(label, { exact: true });
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${label}.`);
}

const preview = () => page.getByRole('region', { name: 'Preview of the chart' });
const bars = () => preview().locator('[data-layer="static"] [data-mark]');

test('a chart of quarters is built by keyboard, seen at once in every form, and saved', async () => {
  await openPage(`/admin/changesets/${changesetId}/charts/new`);
  await expect(page.getByText('Choose what the chart shows, and it is drawn here.')).toBeVisible();
  await page.getByRole('radio', { name: 'Over periods' }).focus();
  await tabTo('Part, place or any word');
  await page.keyboard.type('CRSS deaths from violence pakistan');
  await tabTo('Series that can be chosen');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(preview()).toBeVisible();
  const whole = await bars().count();
  await tabTo('From');
  await page.keyboard.type('2025');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2025');
  await expect(bars()).toHaveCount(4);
  expect(whole).toBeGreaterThan(4);

  // What cannot be drawn is said beside its field, and what was drawn stays.
  await page.keyboard.type('-Q7');
  await expect(page.locator('#to-fault')).toContainText('There is no quarter');
  await expect(bars()).toHaveCount(4);
  for (let letters = 0; letters < 3; letters += 1) await page.keyboard.press('Backspace');
  await expect(page.locator('#to-fault')).toHaveCount(0);

  await tabTo('Title');
  await page.keyboard.type('Deaths in 2025');
  await expect(preview().getByRole('heading', { name: 'Deaths in 2025' })).toBeVisible();
  await page.getByRole('button', { name: 'Save the chart' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#field-altText-fault, #altText-fault')).toContainText('cannot see the chart');
  await expect(page.getByLabel('Subtitle', { exact: true })).toBeFocused();
  for (const [label, words] of [['Subtitle', 'Deaths from violence in Pakistan by quarter'], ['Description', 'The four quarters as CRSS counted them.'], ['What is counted', 'CRSS counts everybody killed.'], ['Alt text', 'Four bars, one a quarter.']] as const) {
    await tabTo(label);
    await page.keyboard.type(words);
  }
  await expect(page.locator('[data-alt="whole"]')).toContainText('Four bars, one a quarter. Highest');
  await tabTo('Address');
  await page.keyboard.type('deaths-in-2025');
  await hasNoFaults();

  await page.getByRole('radio', { name: 'Phone' }).check();
  await expect(page.locator('[data-preview]')).toHaveCSS('width', '360px');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('[data-preview]')).toHaveCSS('background-color', 'rgb(20, 22, 26)');
  await page.getByRole('radio', { name: 'Table' }).check();
  await expect(preview().getByRole('row')).toHaveCount(5);
  await page.getByRole('radio', { name: 'Embed' }).check();
  await expect(preview().frameLocator('iframe').getByRole('heading', { name: 'Deaths in 2025' })).toBeVisible();
  await page.getByRole('radio', { name: 'Card' }).check();
  await expect(preview().getByRole('img', { name: /^Card of a link/ })).toBeVisible();
  await page.getByLabel('Seen with').selectOption('deuteranopia');
  await expect(page.locator('[data-preview]')).toHaveCSS('filter', /sight-deuteranopia/);

  await page.getByRole('button', { name: 'Save the chart' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/charts\/deaths-in-2025\?saved=1$/);
  const drafts = (await findChangeset(server.open.db, changesetId))?.drafts ?? [];
  expect(drafts).toMatchObject([{ kind: 'chart', id: 'deaths-in-2025', change: 'add', content: { options: { seriesIds: ['crss-violence-fatalities'], from: '2025', to: '2025', arrangement: 'single' } } }]);
});

test('only parts that make a whole can be stacked', async () => {
  await openPage(`/admin/changesets/${changesetId}/charts/victims-by-quarter`);
  await expect(page.getByRole('radio', { name: /^Stacked/ })).toBeChecked();
  await page.getByLabel('Organisation', { exact: true }).selectOption('crss');
  await expect(page.getByRole('checkbox', { name: /^CRSS, Deaths from violence, Pakistan/ })).toHaveCount(0);
  await page.getByText(/more cannot stand here$/).click();
  await expect(page.getByRole('list', { name: 'Series that cannot be chosen' })).toContainText('They may count the same people twice.');
  await expect(page.getByRole('heading', { name: 'Colours' })).toBeVisible();
});

test('a sentence: an unequal comparison is refused, the fair one is taken, and it is saved', async () => {
  await openPage(`/admin/changesets/${changesetId}/sentences/new`);
  const addNumber = async (at: number, name: string, period: string) => {
    await page.getByRole('button', { name: 'Add a number' }).click();
    const fields = page.getByRole('group', { name: new RegExp(`^Number ${at}:`) });
    await fields.getByLabel('Name').fill(name);
    await fields.getByLabel('Series').selectOption('crss-violence-fatalities');
    await fields.getByLabel('Period').selectOption(period);
  };
  await addNumber(1, 'now', '2025-Q1..Q3');
  await expect(page.locator('[data-tried="now"]')).toContainText('2,414');
  await addNumber(2, 'before', '2024');
  await expect(page.locator('[data-tried="before"]')).toContainText('2,555');
  await page.getByRole('button', { name: 'Add a number' }).click();
  const third = page.getByRole('group', { name: /^Number 3:/ });
  await third.getByLabel('Name').fill('change');
  await third.getByLabel('Stands for').selectOption('change-percent');
  await third.getByLabel('From').selectOption('before');
  await third.getByLabel('To').selectOption('now');

  const text = page.getByLabel('The sentence');
  await text.click();
  await page.keyboard.type('CRSS counted {n');
  await expect(page.getByRole('listbox', { name: 'Numbers for this slot' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' deaths from January to September 2025 against {b');
  await page.keyboard.press('Tab');
  await page.keyboard.type(' in the same months of 2024, {nobody} more.');
  await expect(page.getByText('Nothing fills {nobody} yet')).toBeVisible();
  await text.fill('CRSS counted {now} deaths from January to September 2025 against {before} in the same months of 2024, {change} more.');
  const refused = page.getByRole('region', { name: 'The comparison change' });
  await expect(refused).toContainText('January–September 2025 (9 months) is not compared with 2024 (12 months)');
  await expect(page.locator('[data-read="now"]')).toContainText('Not shown.');
  await hasNoFaults();

  await refused.getByRole('button', { name: 'Take: January–September 2025 against January–September 2024' }).click();
  await expect(page.locator('[data-read="now"]')).toContainText('CRSS counted 2,414 deaths from January to September 2025 against 1,527 in the same months of 2024, 58% more.');
  await expect(refused).toHaveCount(0);
  await expect(page.getByText('{now} is no whole year.')).toBeVisible();
  await expect(page.locator('[data-read="Release 1"]')).toContainText('Not shown.');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('Number of condition 1', { exact: true }).selectOption('change');
  await page.getByLabel('Fixed number of condition 1').fill('100');
  await expect(page.locator('[data-read="now"]')).toContainText('is not');
  await page.getByLabel('Fixed number of condition 1').fill('0');
  await expect(page.locator('[data-read="now"]')).toContainText('1,527');

  await page.getByRole('button', { name: 'Save the sentence' }).click();
  await expect(page).toHaveURL(/\/sentences\/home-crss-counted-deaths\S*\?saved=1$/);
  const saved = ((await findChangeset(server.open.db, changesetId))?.drafts ?? []).find(({ kind }) => kind === 'sentence');
  expect(saved).toMatchObject({ change: 'add', content: { placement: 'home', bindings: [{ name: 'now', period: '2025-Q1..Q3' }, { name: 'before', period: '2024-Q1..Q3' }, { name: 'change', from: 'before', to: 'now' }] } });
});

test('what was typed and not saved is offered again', async () => {
  await openPage(`/admin/changesets/${changesetId}/charts/fatalities-by-year`);
  await page.locator('form').getByLabel('Title', { exact: true }).fill('Deaths, year by year');
  await expect(preview().getByRole('heading', { name: 'Deaths, year by year' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.locator('form').getByLabel('Title', { exact: true })).toHaveValue('Deaths, year by year');
});
