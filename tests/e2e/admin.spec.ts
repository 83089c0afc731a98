import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { setUpSecondFactor } from '../fixtures/second-factor';
import { expect, test } from './fixture';

// One admin is made on the server of the run, so these walks follow each other.
test.describe.configure({ mode: 'serial' });

const EMAIL = 'amina@ledger.example';
const PASSWORD = 'teapot window gravel oath';
let link = '';
/** Backup codes, each good once: codes of the phone would have to be waited for. */
let papers: string[] = [];

/** A command of the installation, run beside the server that holds the data. */
function command(script: string, ...given: string[]) {
  const env = { ...process.env, PORT: process.env.E2E_PORT, DATA_DIR: join(process.env.E2E_DATA ?? '', 'data'), DATABASE_URL: '' };
  return spawnSync(join('node_modules', '.bin', 'tsx'), [`scripts/${script}.ts`, ...given], { env, encoding: 'utf8' });
}
const firstAdmin = (...given: string[]) => command('first-admin', ...given);

async function signIn(page: Page, password = PASSWORD): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('Email address').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function giveCode(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/admin\/second-factor$/);
  await page.getByLabel('Code', { exact: true }).fill(papers.shift() ?? '');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/\/admin$/);
}

async function hasNoFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
}

test('signed out, the desk leads to the sign-in, is kept by nobody and found by no search', async ({ page }) => {
  const refused = await page.request.get('/admin', { maxRedirects: 0 });
  expect([refused.status(), refused.headers()['location']]).toEqual([307, '/admin/sign-in']);
  const answer = await page.goto('/admin');
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await hasNoFaults(page);
});

test('the command prints a link, the link makes the admin, the admin is on the desk, signs out and is refused', async ({ page }) => {
  expect(firstAdmin('--email', 'no address', '--name', 'X').status).toBe(2);
  const printed = firstAdmin('--email', EMAIL, '--name', 'Amina Yousaf');
  expect(printed.stderr).toBe('');
  link = /https?:\S+\/admin\/join\?token=\S+/.exec(printed.stdout)?.[0] ?? '';
  expect(link).not.toBe('');

  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Welcome, Amina Yousaf' })).toBeVisible();
  await hasNoFaults(page);
  const password = page.getByLabel('Password', { exact: true });
  await password.fill(PASSWORD);
  await expect(password).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();

  // An admin may do nothing before the second factor stands.
  await expect(page).toHaveURL(/\/admin\/second-factor\/set-up$/);
  await page.goto('/admin/people');
  await expect(page).toHaveURL(/\/admin\/second-factor\/set-up$/);
  await hasNoFaults(page);
  papers = await setUpSecondFactor(page);
  await expect(page).toHaveURL(/\/admin$/);
  await expect(page.getByRole('heading', { name: 'Amina Yousaf' })).toBeVisible();
  await expect(page.getByText('admin', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Published lately' })).toBeVisible();
  await hasNoFaults(page);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual(['frontier-ledger-known', 'frontier-ledger-sid']);
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('status')).toHaveText('You are signed out.');
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['frontier-ledger-known']);
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
});

test('the link works no more, and there is no second first admin', async ({ page }) => {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  const used = await page.getByRole('main').innerText();
  await page.goto('/admin/join?token=wrong');
  expect(await page.getByRole('main').innerText()).toBe(used);
  const again = firstAdmin('--email', 'mallory@ledger.example', '--name', 'Mallory');
  expect([again.status, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain('There is an admin already: Amina Yousaf');
});

test('an admin invites somebody, who joins and is let go again; nothing of it by a member without the right', async ({ page, browser }) => {
  await signIn(page);
  await giveCode(page);
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByLabel('Name, as releases will carry it').fill('Bilal Khan');
  await page.getByLabel('Email address').fill('bilal@ledger.example');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const invitation = await page.getByLabel('Link for Bilal Khan').inputValue();
  await hasNoFaults(page);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(invitation);
  await other.getByLabel('Password', { exact: true }).fill('lantern saddle quartz brook');
  await other.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(other).toHaveURL(/\/admin$/);
  await expect(other.getByRole('heading', { name: 'Bilal Khan' })).toBeVisible();
  await expect(other.getByRole('link', { name: 'People' })).toHaveCount(0);
  await other.goto('/admin/people');
  await expect(other).toHaveURL(/\/admin\?problem=no-right$/);
  await expect(other.getByText('takes the right of an admin')).toBeVisible();
  const origin = new URL(other.url()).origin;
  const forged = await other.request.post('/api/admin/people/invite', { headers: { origin }, form: { name: 'M', email: 'm@ledger.example', role: 'admin' } });
  expect(forged.status()).toBe(403);

  await page.reload();
  await page.getByRole('button', { name: 'Suspend Bilal Khan' }).click();
  await expect(page.getByRole('button', { name: 'Let in again Bilal Khan' })).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/admin\/sign-in$/);
  await elsewhere.close();
  await page.goto('/admin');
  await page.getByRole('button', { name: 'Sign out' }).click();
});

test('the audit tells what was done, field by field, and its chain is whole: on the page and from the command', async ({ page }) => {
  await signIn(page);
  await giveCode(page);
  await page.goto('/admin/audit?verify=1');
  await expect(page.getByRole('status').first()).toContainText('The chain is whole');
  await hasNoFaults(page);
  await page.getByLabel('What was done').selectOption({ label: 'suspended' });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const entries = page.getByRole('main').locator('ol > li');
  await expect(entries).toHaveCount(1);
  await entries.getByText('Bilal Khan').click();
  await expect(entries.getByRole('row', { name: 'Role' })).toContainText('editor');
  await hasNoFaults(page);
  await page.goto('/admin/audit?subject=reading&action=draft-row');
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page).toHaveURL(/before=\d+/);
  await page.getByRole('main').locator('ol > li summary').first().click();
  await expect(page.getByRole('row', { name: 'Period' }).first()).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'These as CSV' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  const verified = command('verify-audit');
  expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('The chain is whole')]);
  await page.goto('/admin');
  await page.getByRole('button', { name: 'Sign out' }).click();
});

test('a session ended from another browser is dead at once', async ({ page, browser }) => {
  await signIn(page);
  await giveCode(page);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other);
  await giveCode(other);
  await other.getByRole('link', { name: 'Your account' }).click();
  await expect(other.getByRole('heading', { name: /^Where you are signed in \(2\)/ })).toBeVisible();
  await other.getByRole('listitem').filter({ hasNotText: 'this one' }).getByRole('button', { name: /^End the session since/ }).click();
  await expect(other.getByRole('heading', { name: /^Where you are signed in \(1\)/ })).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
  await elsewhere.close();
});

test('a form of another site and the library’s own addresses open nothing', async ({ request }) => {
  const form = { email: EMAIL, password: PASSWORD };
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, {}] as Record<string, string>[]) {
    const refused = await request.post('/api/admin/sign-in', { headers, form, maxRedirects: 0 });
    expect([refused.status(), refused.headers()['set-cookie']]).toEqual([403, undefined]);
  }
  for (const path of ['sign-in/email', 'sign-up/email', '/sign-up/email', 'change-password', 'get-session', 'ok']) {
    expect((await request.post(`/api/auth/${path}`, { data: form })).status(), path).toBe(404);
  }
  expect((await request.get('/api/admin/sign-out')).status()).toBe(405);
  expect((await request.post('/api/admin/local/first-admin', { data: { email: 'a@b.org', name: 'A' } })).status()).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a wrong password is said on the page, the address stays typed, and the right one signs in', async ({ page }) => {
    await signIn(page, 'not my password at all');
    await expect(page.getByRole('alert')).toContainText('do not belong together');
    await expect(page.getByLabel('Email address')).toHaveValue(EMAIL);
    await expect(page.getByRole('button', { name: /Show/ })).toHaveCount(0);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await giveCode(page);

    await page.goto('/admin/people');
    await page.getByLabel('Name, as releases will carry it').fill('Amina Again');
    await page.getByLabel('Email address').fill(EMAIL);
    await page.getByRole('button', { name: 'Make a link' }).click();
    await expect(page.getByRole('alert')).toContainText('There is an account with this email address already');
    await expect(page.getByLabel('Name, as releases will carry it')).toHaveValue('Amina Again');
    await expect(page.getByLabel('Email address')).toHaveValue(EMAIL);
    await page.goto('/admin');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('status')).toHaveText('You are signed out.');
  });
});
