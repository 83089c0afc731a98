import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { sessions } from '@/db/schema/accounts';
import { draftRows } from '@/db/mutations/draft-rows';
import { findOpenVersions } from '@/db/queries/find-versions';
import { otherReviewer } from '../fixtures/ledger-editors';
import { enterDesk, openOwnChangeset } from '../fixtures/desk-walk';
import { draftOf } from '../fixtures/ledger-rows';
import { valueOf } from '../fixtures/ledger-steps';
import { startOwnServer, type OwnServer } from '../fixtures/own-server';
import { expect, test } from './fixture';

// Several people at one changeset: nothing typed is lost, nobody overwrites anybody unknowingly, and what one does the others see.

test.describe.configure({ mode: 'serial' });

let server: OwnServer;
let context: BrowserContext;
let page: Page;
let changesetId = '';
let errors: string[] = [];
/** Backup codes of the second factor, each good once. */
let papers: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(400_000);
  server = await startOwnServer();
  context = await browser.newContext({ baseURL: server.origin, viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  papers = await enterDesk(page, server);
  changesetId = await openOwnChangeset(page, 'Places of October');
});

test.afterAll(async () => {
  await context?.close();
  await server?.stop();
});

test.afterEach(() => {
  // Refusals and lost networks are told by the browser, too.
  expect(errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
  errors = [];
});

const nameField = () => page.getByLabel('Name', { exact: true });
const save = () => page.getByRole('button', { name: 'Save the place' }).click();
const desk = () => `/admin/changesets/${changesetId}`;
const row = (id: string) => `${desk()}/rows/place/${id}`;
const place = (id: string, name: string, more: object = {}) => draftOf('', 'place', { id, citations: [], ...more }, { name });
const drafted = async (id: string) => (await findOpenVersions(server.open.db, 'place', [id])).find(({ publishedIn }) => publishedIn === null);
/** A colleague with a browser of his own. */
const colleague = (draft: ReturnType<typeof place>) => draftRows(server.open.db, otherReviewer, { changesetId, rows: [draft] }, new Date());

test('a colleague’s row shows on the shared desk without a reload, with who wrote it', async () => {
  await page.goto(desk());
  await expect(page.getByText('Nothing is drafted here yet.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  valueOf(await colleague(place('angoor-adda-gate', 'Angoor Ada')));
  await expect(page.getByRole('link', { name: 'Angoor Ada', exact: true })).toBeVisible();
  await expect(page.getByText(`${otherReviewer.name} changed something just now.`)).toBeVisible();
  await expect(page.getByText(`New by ${otherReviewer.name}`)).toBeVisible();
});

test('what was typed and not saved is offered again after a reload, and listed on the overview', async () => {
  await page.goto(row('angoor-adda-gate'));
  await expect(nameField()).toHaveValue('Angoor Ada');
  await nameField().fill('Angoor Adda, typed');
  await page.reload();
  await expect(page.getByText(/You typed something here on .* and did not save it/)).toBeVisible();
  await expect(nameField()).toHaveValue('Angoor Ada');
  await page.goto('/admin');
  await expect(page.getByText('Typed in this browser and not saved')).toBeVisible();
  await page.goto(row('angoor-adda-gate'));
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(nameField()).toHaveValue('Angoor Adda, typed');
});

test('a colleague was quicker: both versions side by side, and one’s own is saved upon his', async () => {
  valueOf(await colleague(place('angoor-adda-gate', 'Angur Ada', { expectedRevision: 1 })));
  await save();
  const dialog = page.getByRole('dialog', { name: 'Changed meanwhile' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^Name/ })).toContainText('Angoor Adda, typed');
  await expect(dialog.getByRole('row', { name: /^Name/ })).toContainText('Angur Ada');
  await expect(dialog).toContainText(`${otherReviewer.name} saved this place`);
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(nameField()).toHaveValue('Angoor Adda, typed');
  await save();
  await dialog.getByRole('button', { name: 'Save mine upon it' }).click();
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  expect(await drafted('angoor-adda-gate')).toMatchObject({ revision: 3, content: { name: 'Angoor Adda, typed' } });
});

test('or his is taken, and one’s own goes', async () => {
  await page.goto(row('angoor-adda-gate'));
  valueOf(await colleague(place('angoor-adda-gate', 'Angoor Adda', { expectedRevision: 3 })));
  await nameField().fill('Angor');
  await save();
  await page.getByRole('dialog').getByRole('button', { name: `Take ${otherReviewer.name}’s` }).click();
  await expect(nameField()).toHaveValue('Angoor Adda');
  expect(await drafted('angoor-adda-gate')).toMatchObject({ revision: 4, content: { name: 'Angoor Adda' } });
});

test('without a network the text stays, and saving works once it is back', async () => {
  await page.goto(row('angoor-adda-gate'));
  await nameField().fill('Angoor Adda Gate');
  await context.setOffline(true);
  await save();
  await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached' })).toBeVisible();
  await context.setOffline(false);
  await save();
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  expect(await drafted('angoor-adda-gate')).toMatchObject({ content: { name: 'Angoor Adda Gate' } });
});

test('without a session the text stays, signing in in another tab is enough', async () => {
  await page.goto(row('angoor-adda-gate'));
  await nameField().fill('Angoor Adda, at the gate');
  await server.open.db.delete(sessions);
  await save();
  const alert = page.getByRole('alert').filter({ hasText: 'You are signed out' });
  await expect(alert.getByRole('link', { name: 'Sign in in another tab' })).toHaveAttribute('target', '_blank');
  await expect(nameField()).toHaveValue('Angoor Adda, at the gate');
  expect(await drafted('angoor-adda-gate')).toMatchObject({ content: { name: 'Angoor Adda Gate' } });
  const [tab] = await Promise.all([context.waitForEvent('page'), alert.getByRole('link').click()]);
  await tab.getByLabel('Email address').fill('amina@ledger.example');
  await tab.getByLabel('Password', { exact: true }).fill('teapot window gravel oath');
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await tab.getByLabel('Code', { exact: true }).fill(papers[0] ?? '');
  await tab.getByRole('button', { name: 'Go on' }).click();
  await expect(tab).toHaveURL(/\/admin$/);
  await tab.close();
  await save();
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  expect(await drafted('angoor-adda-gate')).toMatchObject({ content: { name: 'Angoor Adda, at the gate' } });
});

test('a row is thrown away and brought back, spoken about and settled', async () => {
  await page.goto(desk());
  const title = 'Angoor Adda, at the gate';
  await page.getByRole('button', { name: `Throw away ${title}` }).click();
  await expect(page.getByText(`Thrown away: ${title}`)).toBeVisible();
  await expect(page.getByText('Nothing is drafted here yet.')).toBeVisible();
  expect(await drafted('angoor-adda-gate')).toBeUndefined();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  expect(await drafted('angoor-adda-gate')).toMatchObject({ content: { name: title } });
  await page.getByRole('button', { name: `Comment on ${title}` }).click();
  await page.getByLabel('Say something about this row').fill('Is the gate meant?');
  await page.reload();
  await page.getByRole('button', { name: `Comment on ${title}` }).click();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('button', { name: 'Say it' }).first().click();
  await expect(page.locator('li', { hasText: 'Is the gate meant?' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Mark as settled' }).click();
  await expect(page.getByText('One settled comment')).toBeVisible();
});

test('any row is found by its words, says who holds it, and leads to a changeset', async () => {
  await page.goto('/admin/rows?q=angoor+gate');
  await expect(page.getByText('held by Places of October (Amina Yousaf)')).toBeVisible();
  await page.getByRole('searchbox').fill('crss q2 2025 616');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /Q2 2025: 616/ }).first().click();
  await expect(page.getByRole('heading', { name: /^Versions/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Change it in “Places of October”' })).toHaveAttribute('href', /\/readings\?series=crss-violence-fatalities/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('abandoning says what it will do, takes two presses, and stays in sight', async () => {
  await page.goto(desk());
  await page.getByText('Abandon it…').click();
  await expect(page.getByText('Its 1 place will be taken out and not be published')).toBeVisible();
  await page.getByRole('button', { name: 'Abandon “Places of October”' }).click();
  await expect(page.getByText('Its rows were taken out and nothing of it was published.')).toBeVisible();
  await page.goto('/admin/changesets');
  await expect(page.getByRole('link', { name: 'Places of October' })).toBeVisible();
});

test('without JavaScript a refusal comes back to its page in words', async ({ browser }) => {
  const bare = await browser.newContext({ baseURL: server.origin, storageState: await context.storageState(), javaScriptEnabled: false });
  const [one, other] = [await bare.newPage(), await bare.newPage()];
  await one.goto('/admin/changesets');
  if (!(await one.getByLabel('Name').isVisible())) await one.getByText('Open a new one').click();
  await one.getByLabel('Name').fill('   ');
  await one.getByRole('button', { name: 'Open it' }).click();
  await expect(one.getByText('Give the changeset a name that says what it is about.')).toBeVisible();

  const id = await openOwnChangeset(page, 'Seen in two tabs');
  valueOf(await draftRows(server.open.db, otherReviewer, { changesetId: id, rows: [place('spin-boldak-yard', 'Spin Boldak yard')] }, new Date()));
  for (const tab of [one, other]) await tab.goto(`/admin/changesets/${id}`);
  await one.getByRole('button', { name: 'Hand in for review' }).click();
  await expect(one.getByText('What comes next')).toBeVisible();
  await other.getByRole('button', { name: 'Hand in for review' }).click();
  await expect(other.getByText('The changeset was moved on meanwhile, so this was not done.')).toBeVisible();
  await bare.close();
});
