import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openChangeset } from '@/db/mutations/open-changeset';
import { findChangeset } from '@/db/queries/find-changesets';
import { mintPersonEditor } from '@/lib/auth';
import { cookieOf, deskOver, join, NOW } from '../fixtures/desk';
import { valueOf } from '../fixtures/ledger-steps';
import { startOwnServer, type OwnServer } from '../fixtures/own-server';
import { expect, test } from './fixture';

// The forms by keyboard alone: a document by its DOI, a closure without a known end and with a rival date, an incident with three claims.

test.describe.configure({ mode: 'serial' });

let server: OwnServer;
let desk = '';
let cookie = { name: '', value: '' };
let changesetId = '';

test.beforeAll(async () => {
  test.setTimeout(400_000);
  server = await startOwnServer();
  const own = deskOver(server.open, server.origin);
  await join(own);
  const [name = '', value = ''] = (await cookieOf(own)).split('=');
  cookie = { name, value };
  const writer = mintPersonEditor({ userId: 'person-of-the-forms', name: 'Amina', role: 'admin', verifiedSession: 'a session of the tests' });
  changesetId = valueOf(await openChangeset(server.open.db, writer, { name: 'October figures', note: '' }, NOW)).changesetId;
  desk = `${server.origin}/admin/changesets/${changesetId}`;
});
test.afterAll(() => server.stop());
test.beforeEach(({ context }) => context.addCookies([{ ...cookie, url: server.origin }]));

async function hasNoFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'px beyond the window').toBeLessThanOrEqual(0);
}

/** Opens a page of the changeset and waits until its form answers: what is typed before that is the browser's alone. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${desk}${path}`);
  await page.waitForFunction(() => Object.keys(document.querySelector('main form') ?? {}).some((key) => key.startsWith('__reactProps')));
}

/** Types into the control that a label names, as somebody without a pointer would. */
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  const control = page.getByLabel(label).first();
  await control.focus();
  await control.pressSequentially(text);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

/** Chooses the first document that has these words. */
async function cite(page: Page, label: string | RegExp, words: string, where: string): Promise<void> {
  await type(page, label, words);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await type(page, /^Where in it/, where);
}

test('a document by its DOI: what it says is filled in, what is missing is said, a second entry of it is told', async ({ page }) => {
  await visit(page, '/rows/source/new');
  await type(page, 'Paste an address, a DOI or a citation line', 'Journal of Borders, 12 Oct 2025: “Counting the dead of the frontier” doi:10.1000/Frontier.12');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Read from it: the DOI 10\.1000\/frontier\.12; the publisher, Journal of Borders; the title; the date, 12 Oct 2025/)).toBeVisible();
  await expect(page.getByLabel('Web address')).toHaveValue('https://doi.org/10.1000/frontier.12');
  await expect(page.getByLabel('Id', { exact: true })).toHaveValue('journal-of-borders-2025-10-12-counting-the-dead-of-the-frontier');
  await type(page, 'Archived copy', 'https://web.archive.org/web/*/https://doi.org/10.1000/frontier.12');
  await expect(page.getByText('This is the calendar of all copies.')).toBeVisible();
  await page.getByLabel('Archived copy').fill('');
  await page.getByLabel('Read on').fill('');
  await press(page, 'Save the document');
  await expect(page.getByText('Write the day you read it.')).toBeVisible();
  await expect(page.getByLabel('Read on')).toBeFocused();
  await hasNoFaults(page);
  await page.keyboard.type('22 Nov 2026');
  await press(page, 'Save the document');
  await expect(page).toHaveURL(/\/rows\/source\/journal-of-borders-2025-10-12-counting-the-dead-of-the-frontier\?saved=1$/);
  await expect(page.getByText('Saved as a draft in “October figures”.')).toBeVisible();
  await visit(page, '/rows/source/new');
  await type(page, 'Paste an address, a DOI or a citation line', 'https://dx.doi.org/10.1000/FRONTIER.12?utm_source=x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').getByRole('link', { name: 'Journal of Borders: Counting the dead of the frontier' })).toHaveAttribute('href', /journal-of-borders/);
});

test('what was typed is offered again after a reload', async ({ page }) => {
  await visit(page, '/rows/place/new');
  await type(page, 'Name', 'Shalman');
  const kept = () => page.evaluate(() => Object.values(localStorage).some((text) => text.includes('Shalman')));
  await expect.poll(kept).toBe(true);
  await page.reload();
  await page.waitForLoadState('networkidle');
  await expect(page.getByText(/You typed something here/)).toBeVisible();
  await press(page, 'Take it');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Shalman');
  const map = page.getByRole('application');
  await map.focus();
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('Latitude, north')).toHaveValue('33.6');
  await expect(page.getByLabel('Longitude, east')).toHaveValue('70.21');
  await page.getByLabel('Longitude, east').fill('');
  await press(page, 'Save the place');
  await expect(page.getByText('Give latitude and longitude, or neither.')).toBeVisible();
  await hasNoFaults(page);
});

test('a closure without a known end and with a rival date, drawn on the calendar by keyboard', async ({ page }) => {
  await visit(page, '/closures?crossing=badini');
  await page.getByRole('application').focus();
  for (const key of ['Home', 'ArrowDown', 'Enter', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByLabel('Lane', { exact: true })).toHaveValue('trade');
  await expect(page.getByLabel('Shut from')).toBeFocused();
  await expect(page.getByLabel('Shut from')).not.toHaveValue('');
  await page.getByRole('radio', { name: /The end is not known/ }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Shut from').fill('12 Oct 2025');
  await type(page, 'Last known shut on', '2025-10-20');
  await press(page, 'Add a rival date');
  await type(page, /^Day$/, '2025-10-11');
  await type(page, 'Source of rival 1', 'Express Tribune');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await press(page, 'Save the closure');
  await expect(page.getByText('Write who closed it, or “Not stated”.')).toBeVisible();
  await type(page, 'Closed by', 'Pakistan');
  await type(page, 'Reason', 'Clashes of 11–12 October 2025');
  await press(page, 'Add a source');
  await cite(page, 'Source 1', 'Dawn', 'third paragraph');
  await hasNoFaults(page);
  await press(page, 'Save the closure');
  await expect(page.getByText('Saved as a draft.')).toBeVisible();
  const drafts = (await findChangeset(server.open.db, changesetId))?.drafts ?? [];
  expect(drafts.find(({ kind }) => kind === 'closure')).toMatchObject({
    id: 'badini-2025-10-trade', content: { start: '2025-10-12', startLow: '2025-10-11', startHigh: '2025-10-12', end: null, endState: 'unknown', knownOn: '2025-10-20', rivals: [{ edge: 'start', day: '2025-10-11' }] },
  });
  await press(page, 'New closure');
  await page.getByLabel('Lane', { exact: true }).selectOption('trade');
  await type(page, 'Shut from', '2025-10-15');
  await type(page, 'Last known shut on', '2025-10-16');
  await type(page, 'Closed by', 'Pakistan');
  await type(page, 'Reason', 'Again');
  await expect(page.getByText(/It shares 15 Oct 2025 to 16 Oct 2025 with another closure of this lane/)).toBeVisible();
});

test('an incident and three claims about it, each by keyboard, the claims in one save', async ({ page }) => {
  await visit(page, '/rows/incident/new');
  await type(page, 'Title', 'Clash at Shalman on 3 November 2025');
  await type(page, 'First day', '3 Nov 2025');
  await type(page, 'Last day', '3 Nov 2025');
  await page.getByLabel('Places').selectOption({ label: 'Kurram, Khyber Pakhtunkhwa' });
  await type(page, 'What set it off', 'Not stated.');
  await type(page, 'Summary', 'Fire across the line for some hours.');
  await press(page, 'Add a source');
  await cite(page, 'Source 1', 'Dawn', 'first paragraph');
  await press(page, 'Save the clash or strike');
  await expect(page).toHaveURL(/\/rows\/incident\/2025-11-clash-shalman-november\?saved=1$/);
  await hasNoFaults(page);

  await visit(page, '/claims/2025-11-clash-shalman-november');
  const line = (number: number) => page.getByRole('group', { name: new RegExp(`^Claim ${number}\\b`) });
  const fill = async (number: number, claimant: string, losses: string, figure: string) => {
    await line(number).getByLabel('Who says it').selectOption({ label: claimant });
    await line(number).getByLabel('Whose losses').fill(losses);
    await line(number).getByLabel('How many').fill(figure);
  };
  await fill(1, 'ISPR', 'Taliban forces', 'more than 15');
  await line(1).getByLabel('Said on').fill('4 Nov 2025');
  await press(page, /Sources and more of claim 1/);
  await press(page, 'Add a source');
  await cite(page, 'Source 1', 'Dawn', 'second paragraph');
  await page.keyboard.press('Control+Enter');
  await expect(line(2).getByLabel('Who says it')).toBeFocused();
  await fill(2, 'ISPR', 'Pakistani forces', '2');
  await line(2).getByLabel('It', { exact: true }).selectOption('admits');
  await page.keyboard.press('Control+Enter');
  await fill(3, 'Taliban', 'Pakistani forces', '7-5');
  await press(page, 'Save all lines');
  await expect(page.getByText('The low figure, 7, is above the high one, 5.')).toBeVisible();
  await expect(line(3).getByLabel('How many')).toBeFocused();
  await line(3).getByLabel('How many').fill('5-7');
  await expect(page.getByRole('img', { name: /.+/ }).or(page.locator('.drawing')).first()).toBeVisible();
  await hasNoFaults(page);
  await press(page, 'Save all lines');
  await expect(page.getByText('3 claims are saved as drafts.').or(page.getByText('Everything here is saved.'))).toBeVisible();
  const drafts = ((await findChangeset(server.open.db, changesetId))?.drafts ?? []).filter(({ kind }) => kind === 'claim');
  expect(drafts.map(({ content, citations }) => [(content as { low: number }).low, (content as { high: number | null }).high, citations.length]).toSorted()).toEqual([[15, null, 1], [2, 2, 1], [5, 7, 1]]);
});

for (const [kind, id] of [['organisation', 'crss'], ['indicator', 'violence-fatalities'], ['series', 'crss-violence-fatalities'], ['crossing', 'torkham'], ['annotation', '2021-08-15-taliban-takeover'], ['source', 'starting-editorial']] as const) {
  test(`the form of one ${kind} has no fault, says what rests on it, and a correction asks for its reason`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await visit(page, `/rows/${kind}/${id}`);
    await expect(page.getByText(/^(Used by|Nothing published refers)/)).toBeVisible();
    await expect(page.getByRole('heading', { name: /^History/ })).toBeVisible();
    await page.getByRole('radio', { name: /^Correction/ }).focus();
    await page.keyboard.press('Space');
    await press(page, 'Save the correction');
    await expect(page.getByText('Say why: readers see it.')).toBeVisible();
    await hasNoFaults(page);
  });
}
