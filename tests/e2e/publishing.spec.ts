import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import type { DraftRow } from '@/domain/draft';
import { inviteFirstAdmin } from '@/lib/accounts/invitation';
import { cite, draftOf } from '../fixtures/ledger-rows';
import { valueOf } from '../fixtures/ledger-steps';
import { startOwnServer, type OwnServer } from '../fixtures/own-server';
import { setUpSecondFactor } from '../fixtures/second-factor';
import { expect, test } from './fixture';

// Four quarters go the whole way: an invited editor pastes them, they are looked at under embargo, reviewed, published, and corrected in public.

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1280, height: 900 } });

const PASSWORD = 'teapot window gravel oath';
const SLUG = 'fatalities-by-quarter';
const SERIES = 'crss-violence-fatalities';
const QUARTERS = [['q1', '2025-01-01', '2025-03-31', 903], ['q2', '2025-04-01', '2025-06-30', 613], ['q3', '2025-07-01', '2025-09-30', 901], ['q4', '2025-10-01', '2025-12-31', 1005]] as const;
const DAY = '2026-02-01';

let server: OwnServer;
let admin: BrowserContext;
let editor: BrowserContext;
let reviewer: BrowserContext;
let changesetId: string;
let previewCsv: string;
/** Pressed by the editor, in the grid. */
let keys = 0;

async function joined(browser: Browser, link: string, hasFactor: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  if (hasFactor) await setUpSecondFactor(page);
  await expect(page).toHaveURL(/\/admin$/);
  await page.close();
  return context;
}

async function invited(browser: Browser, person: { readonly name: string; readonly email: string; readonly role: 'editor' | 'reviewer' }): Promise<BrowserContext> {
  await posted(admin.request, '/api/admin/people/invite', person);
  const page = await admin.newPage();
  await page.goto(`${server.origin}/admin/people`);
  const link = /https?:[^"&\s]+\/admin\/join\?token=[\w-]+/.exec(await page.content())?.[0] ?? '';
  await page.close();
  return joined(browser, link, person.role === 'reviewer');
}

const send = (request: APIRequestContext, path: string, data: object) =>
  request.post(`${server.origin}${path}`, { headers: { accept: 'application/json', origin: server.origin }, data });

/** What a route answers that must not refuse. */
async function posted<T = unknown>(request: APIRequestContext, path: string, data: object): Promise<T> {
  const answer = await send(request, path, data);
  const body = (await answer.json()) as { readonly data: T };
  expect(answer.status(), JSON.stringify(body)).toBe(200);
  return body.data;
}

const path = (verb: string, id = changesetId) => `/api/admin/changesets/${id}/${verb}`;

/** The newest version of the reading that the walk's source gives for a quarter, with another value. */
async function reading(quarter: (typeof QUARTERS)[number], more: Partial<DraftRow> = {}, value: number = quarter[3]): Promise<DraftRow> {
  const [, start, end] = quarter;
  const answer = await server.open.db.execute<{ id: string; revision: number }>(
    sql`select id, max(revision) as revision from readings where series_id = ${SERIES} and period_start = ${start} and period_end = ${end} and reported_on = ${DAY} group by id`,
  );
  expect(answer.rows).toHaveLength(1);
  const [found] = answer.rows;
  const draft = { id: found?.id, expectedRevision: Number(found?.revision), citations: [cite('walk-')], ...more };
  return draftOf('walk-', 'reading', draft as never, { seriesId: SERIES, period: { kind: 'quarter', start, end }, value, reportedOn: DAY, knownFrom: DAY });
}

/** The four quarters in the grid, the editor in it; what is pressed is counted. */
async function gridOf(id: string): Promise<Page> {
  const page = await editor.newPage();
  await page.goto(`${server.origin}/admin/changesets/${id}/readings?series=${SERIES}&kind=quarter&from=2025-Q1&to=2025-Q4`);
  const field = page.getByRole('combobox', { name: 'Source of everything typed' });
  await field.focus();
  await typed(page, 'annual report 2025');
  await expect(page.getByRole('option').first()).toBeVisible();
  await pressed(page, 'Enter');
  for (let step = 0; step < 12 && !(await page.getByRole('grid').evaluate((grid) => grid.contains(document.activeElement))); step += 1) await pressed(page, 'Tab');
  return page;
}

async function pressed(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name);
  keys += names.length;
}

async function typed(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  keys += words.length;
}

async function hasNoFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map((node) => node.target.join(' ')) }))).toEqual([]);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await isSo())) {
    if (performance.now() - start > 20_000) throw new Error('It never came.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const text = async (request: APIRequestContext, address: string) => (await request.get(`${server.origin}${address}`)).text();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(400_000);
  server = await startOwnServer();
  const { token } = valueOf(await inviteFirstAdmin(server.open.db, { email: 'amina@ledger.example', name: 'Amina Yousaf' }, new Date()));
  admin = await joined(browser, `${server.origin}/admin/join?token=${token}`, true);
  editor = await invited(browser, { name: 'Bilal Khan', email: 'bilal@ledger.example', role: 'editor' });
  reviewer = await invited(browser, { name: 'Zarghuna Rahimi', email: 'zarghuna@ledger.example', role: 'reviewer' });
});
test.afterAll(async () => {
  await Promise.all([admin, editor, reviewer].map((context) => context?.close()));
  await server?.stop();
});

test('an editor drafts the four quarters; a link shows the site under embargo to whoever has it, until it is closed', async ({ browser }) => {
  ({ changesetId } = await posted<{ changesetId: string }>(editor.request, '/api/admin/changesets', { name: 'CRSS, the year 2025', note: '' }));
  await posted(editor.request, path('rows'), { rows: [draftOf('walk-', 'source', {}, { title: 'Annual report 2025', publishedOn: DAY })] });
  const grid = await gridOf(changesetId);
  await grid.evaluate((block) => navigator.clipboard.writeText(block), QUARTERS.map(([, , , value]) => value).join('\t'));
  await pressed(grid, 'Control+v');
  await expect(grid.locator('[data-counts]')).toContainText('4 typed: 4 to save');
  await pressed(grid, 'Control+s');
  await expect(grid.locator('[data-said]')).toHaveText('Saved: 4 readings are drafted.');
  console.log(`four quarters from the clipboard with one source: ${keys} keys, the choice of the source among them`);
  await grid.close();
  const { url, linkId } = await posted<{ url: string; linkId: string }>(editor.request, path('preview-links'), { hours: 24 });

  const stranger = await browser.newContext({ colorScheme: 'dark' });
  const page = await stranger.newPage();
  const answer = await page.goto(url);
  expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  expect(answer?.headers()['cache-control']).toContain('no-store');
  expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(await stranger.cookies()).toEqual([]);
  await expect(page.getByRole('note').filter({ hasText: 'Under embargo' })).toBeVisible();
  await hasNoFaults(page);
  await page.locator(`a[href$="/charts/${SLUG}"]`).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await hasNoFaults(page);
  previewCsv = await (await stranger.request.get(`${url}/charts/${SLUG}/csv`)).text();
  expect(previewCsv).toContain('903');
  expect(await text(stranger.request, `/charts/${SLUG}.csv`)).not.toContain('903');
  await posted(editor.request, path('withdraw-preview-link'), { linkId });
  expect((await stranger.request.get(url)).status()).toBe(404);
  expect((await stranger.request.get(`${url}/charts/${SLUG}/csv`)).status()).toBe(404);
  expect((await stranger.request.get(`${server.origin}/preview/${'x'.repeat(43)}`)).status()).toBe(404);
  await stranger.close();
  await posted(editor.request, path('submit'), {});
});

test('a reviewer sees what changes, approves what he saw, publishes, and readers have it within a second', async ({ request }) => {
  const page = await reviewer.newPage();
  await page.goto(`${server.origin}/admin/changesets/${changesetId}/review`);
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  // The third quarter is now printed without its "at least", so that the printed totals cannot be right any more: somebody has to say so.
  await expect(page.getByRole('heading', { name: '2 things stand against publishing' })).toBeVisible();
  await expect(page.locator('#checklist')).toContainText('the printed total is 3,417, its parts add up to 3,422, so that it is 5 less');
  await expect(page.getByText('It cannot be approved while something stands against publishing it.')).toBeVisible();
  const answer = page.getByPlaceholder('Why it is right as it is').first();
  await answer.fill('CRSS prints the older totals in the same report.');
  await answer.press('Enter');
  await expect(page.getByText('Nothing stands against publishing.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Settled by a comment' })).toBeVisible();
  expect(await page.locator('#charts h3').count()).toBeGreaterThanOrEqual(2);
  await expect(page.locator('#charts').getByRole('row').filter({ hasText: 'Q1 2025' }).first()).toContainText('903');
  await expect(page.locator('#rows')).toContainText('Annual report 2025');
  await hasNoFaults(page);

  // What a colleague changes meanwhile is told, and nothing is approved.
  const versions = await posted<{ rows: readonly { id: string; revision: number }[] }>(editor.request, path('rows'), { rows: [await reading(QUARTERS[3])] });
  expect(versions.rows).toHaveLength(1);
  await posted(editor.request, path('submit'), {});
  await page.getByRole('button', { name: 'Approve what is shown here' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'no longer' })).toContainText('Bilal Khan changed the reading');
  await page.reload();
  await page.getByRole('button', { name: 'Approve what is shown here' }).click();
  await expect(page.getByRole('heading', { name: 'Publish', exact: true })).toBeVisible();
  await page.getByLabel('Title of the release').fill('CRSS on the year 2025');
  await hasNoFaults(page);

  // Readers ask all the while: what counts is when they see it, not when the desk says so.
  const addresses = [`/charts/${SLUG}.csv`, `/charts/${SLUG}`, `/embed/${SLUG}`, `/api/v1/readings?series=${SERIES}&period=quarter&from=2025&fields=period,value`];
  const seen = Promise.all(addresses.map((address) => until(async () => (await text(request, address)).includes('903')).then(() => Date.now())));
  const { number: before } = await newest();
  const committed = until(async () => (await newest()).number > before).then(() => Date.now());
  await page.getByRole('button', { name: 'Publish now' }).click();
  const times = await seen;
  await expect(page.getByText('Readers see it everywhere within a second.')).toBeVisible();
  const released = await committed;
  console.log(`seen after the release stood in the database: in the CSV ${times.map((at, index) => `${['', 'on the page ', 'in a frame ', 'by the API '][index]}${at - released} ms`).join(', ')}`);
  await hasNoFaults(page);
  // The file under embargo was the file that was published.
  expect(await text(request, `/charts/${SLUG}.csv`)).toBe(previewCsv);
  await page.close();
});

test('two reviewers who publish at once make one release, and a wrong number is corrected in public', async ({ request }) => {
  const wrong = (await newest()).number;
  ({ changesetId } = await posted<{ changesetId: string }>(editor.request, '/api/admin/changesets', { name: 'A misread quarter', note: '' }));
  const note = 'The report prints 904 for the first quarter; we had misread it.';
  const other = 'The report prints 612 for the second quarter; we had misread it.';
  const grid = await gridOf(changesetId);
  await pressed(grid, 'Control+Home');
  await typed(grid, '904');
  await pressed(grid, 'Enter');
  // The same source gave another number: the grid asks which of the two it is, and a correction has its reason.
  await expect(grid.locator('[data-counts]')).toContainText('1 waiting for your answer');
  await pressed(grid, 'Control+Home', 'F6', 'Space', 'Tab');
  await typed(grid, note);
  await pressed(grid, 'Control+s');
  await expect(grid.locator('[data-said]')).toHaveText(/^Saved: /);
  await grid.close();
  await posted(editor.request, path('rows'), { rows: [await reading(QUARTERS[1], { change: 'correct', changeNote: other }, 612)] });
  await posted(editor.request, path('submit'), {});
  const page = await reviewer.newPage();
  await page.goto(`${server.origin}/admin/changesets/${changesetId}/review`);
  await page.getByRole('button', { name: 'Approve what is shown here' }).click();
  await expect(page.getByLabel('Release note')).toHaveValue(new RegExp('misread it'));
  await expect(page.locator('#told')).toContainText(note);
  const words = { title: 'Two misread quarters', note };
  const answers = await Promise.all([send(reviewer.request, path('publish'), words), send(admin.request, path('publish'), words)]);
  expect(answers.map((answer) => answer.status()).sort()).toEqual([200, 409]);
  expect((await newest()).number).toBe(wrong + 1);
  await until(async () => (await text(request, '/corrections')).includes(note));
  expect(await text(request, '/corrections.atom')).toContain(note);
  expect(await text(request, `/embed/${SLUG}?release=${wrong}`)).toMatch(/903[^]*904 \(correction\)/);
  expect(await text(request, `/embed/${SLUG}`)).toContain('904');
  await page.close();
});

test('an emergency is told in public until a second person has approved it', async ({ request }) => {
  ({ changesetId } = await posted<{ changesetId: string }>(reviewer.request, '/api/admin/changesets', { name: 'A name in a note', note: '' }));
  const place = draftOf('walk-', 'place', { citations: [] }, { name: 'Kurram district' });
  await posted(reviewer.request, path('rows'), { rows: [place] });
  await posted(reviewer.request, path('submit'), {});
  const page = await reviewer.newPage();
  await page.goto(`${server.origin}/admin/changesets/${changesetId}/review`);
  await page.getByRole('link', { name: 'Publish it in an emergency' }).click();
  await page.getByLabel('Why it cannot wait for a second person').fill('A victim was named.');
  await page.getByRole('button', { name: 'Publish in an emergency' }).click();
  await expect(page.getByText('No second person has approved it yet.')).toBeVisible();
  const { number } = await newest();
  await until(async () => (await text(request, `/releases/${number}`)).includes('A victim was named.'));
  await page.close();

  const second = await admin.newPage();
  await second.goto(`${server.origin}/admin/releases`);
  await hasNoFaults(second);
  await second.getByRole('button', { name: 'Approve it after the fact' }).click();
  await second.getByRole('button', { name: /^Yes/ }).click();
  await expect(second.getByText(`as release ${number + 1} tells`)).toBeVisible();
  await until(async () => (await text(request, `/releases/${number}`)).includes('Amina Yousaf approved it after the fact'));
  await second.close();
});

async function newest(): Promise<{ readonly number: number }> {
  const answer = await server.open.db.execute<{ number: number }>('select max(number) as number from releases');
  return { number: Number(answer.rows[0]?.number) };
}
