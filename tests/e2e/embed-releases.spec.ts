import { createHash } from 'node:crypto';
import { Agent, get } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import type { Frame, Locator, Page } from '@playwright/test';
import { findEmbedSightings } from '@/db/queries/find-embed-sightings';
import { recordEmbedSightings } from '@/db/mutations/record-embed-sightings';
import type { DraftRow } from '@/domain/draft';
import { inviteFirstAdmin } from '@/lib/accounts/invitation';
import { codesFor } from '../fixtures/host-codes';
import { startHost, type HostSite } from '../fixtures/host-server';
import { draftOf } from '../fixtures/ledger-rows';
import { publishRows, valueOf } from '../fixtures/ledger-steps';
import { startOwnServer, type OwnServer } from '../fixtures/own-server';
import { setUpSecondFactor } from '../fixtures/second-factor';
import { expect, test } from './fixture';

// Frames through releases made while the product serves: what changes, what says so, what it costs, and who showed it.

test.describe.configure({ mode: 'serial' });
// Tall enough for three frames in one picture.
test.use({ viewport: { width: 1000, height: 1500 } });

const PREFIX = 'modes-';
const SLUG = 'modes-fatalities';
const MODES = ['live', 'pinned', 'guarded'] as const;
type Mode = (typeof MODES)[number];
const QUARTERS = { 'q1': ['2025-01-01', '2025-03-31'], 'q2': ['2025-04-01', '2025-06-30'], 'q3': ['2025-07-01', '2025-09-30'] } as const;

let server: OwnServer;
let site: HostSite;
let first: number;
let before: Record<Mode, Shown>;

function reading(quarter: keyof typeof QUARTERS, value: number, more: Parameters<typeof draftOf<'reading'>>[2] = {}): DraftRow {
  const [start, end] = QUARTERS[quarter];
  return draftOf(PREFIX, 'reading', { id: `${PREFIX}${quarter}`, ...more }, { value, period: { kind: 'quarter', start, end }, reportedOn: end, knownFrom: end });
}

const publish = (...rows: DraftRow[]) => publishRows(server.open.db, rows);

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(300_000);
  server = await startOwnServer();
  const rest = (['source', 'organisation', 'indicator', 'series', 'chart'] as const).map((kind) => draftOf(PREFIX, kind));
  first = await publish(...rest, reading('q1', 897), reading('q2', 615), reading('q3', 901));
  const request = await playwright.request.newContext();
  await expect.poll(async () => (await request.get(`${server.origin}/embed/${SLUG}?release=${first}`)).status()).toBe(200);
  const codes = new Map<string, string>();
  for (const mode of MODES) codes.set(mode, (await codesFor(request, { slug: SLUG, release: first, siteUrl: server.origin }, { mode })).iframe.replace('loading="lazy"', ''));
  await request.dispose();
  site = await startHost({ ledger: server.origin, codes });
});
test.afterAll(async () => {
  await site?.stop();
  await server?.stop();
});

interface Shown {
  /** Text of each bar, as it is read out. */
  readonly values: readonly string[];
  readonly foot: string;
  readonly drawing: string;
  readonly whole: string;
}

const frameOf = (page: Page, mode: Mode): Frame => {
  const mark = { live: (query: URLSearchParams) => query.size === 0, pinned: (query: URLSearchParams) => query.has('release'), guarded: (query: URLSearchParams) => query.has('guard') }[mode];
  const frame = page.frames().find((each) => each.url().includes(`/embed/${SLUG}`) && mark(new URL(each.url()).searchParams));
  if (!frame) throw new Error(`There is no ${mode} frame.`);
  return frame;
};

const pixels = async (part: Locator): Promise<string> => createHash('sha256').update(await part.screenshot()).digest('hex');

/** All three frames of the page, once the live one shows the release. */
async function look(page: Page, release: number): Promise<Record<Mode, Shown>> {
  await expect(async () => {
    await page.goto(`${site.origin}/ten`);
    await expect(frameOf(page, 'live').locator('footer')).toContainText(`Release ${release} of`, { timeout: 1_000 });
  }).toPass();
  await page.mouse.move(0, 0);
  const shown = {} as Record<Mode, Shown>;
  for (const mode of MODES) {
    const frame = frameOf(page, mode);
    const values = await frame.locator('svg .mark').evaluateAll((marks) => marks.map((mark) => mark.querySelector('.value')?.textContent ?? ''));
    const foot = (await frame.locator('footer').innerText()).replace(/\s+/g, ' ');
    shown[mode] = { values, foot, drawing: await pixels(frame.locator('.drawing')), whole: await pixels(frame.locator('main')) };
  }
  return shown;
}

test('three frames begin alike, and say which release they follow', async ({ page }) => {
  before = await look(page, first);
  for (const mode of MODES) {
    expect(before[mode].values).toEqual(['897', '615', '901']);
    expect(before[mode].drawing).toBe(before.live.drawing);
    expect(before[mode].foot).not.toMatch(/Since release|Stopped before/);
  }
  expect(before.pinned.foot).toContain(`Fixed on release ${first}.`);
});

test('a release that changes nothing in the chart changes no pixel of the pinned frame', async ({ page }) => {
  const release = await publish(draftOf('elsewhere-', 'source'), draftOf('elsewhere-', 'organisation'));
  const now = await look(page, release);
  expect(now.pinned).toEqual(before.pinned);
  for (const mode of MODES) expect([now[mode].values, now[mode].drawing]).toEqual([before[mode].values, before[mode].drawing]);
  expect(now.guarded.foot).not.toMatch(/Since release|Stopped before/);
});

test('an update: live and guarded show it, the pinned drawing stays to the pixel and its frame says what changed', async ({ page }, info) => {
  const release = await publish(reading('q2', 616, { change: 'update', expectedRevision: 1 }));
  const now = await look(page, release);
  expect([now.live.values, now.guarded.values, now.pinned.values]).toEqual([['897', '616', '901'], ['897', '616', '901'], ['897', '615', '901']]);
  expect(now.pinned.drawing).toBe(before.pinned.drawing);
  expect(now.live.drawing).not.toBe(before.live.drawing);
  expect(now.guarded.drawing).toBe(now.live.drawing);
  expect(now.pinned.foot).toContain(`Since release ${first}: Q2 2025 615 → 616 (update).`);
  expect(now.live.foot + now.guarded.foot).not.toMatch(/Since release|Stopped before/);
  await expect(frameOf(page, 'pinned').getByRole('link', { name: 'See the latest' })).toHaveAttribute('href', `/charts/${SLUG}`);
  await page.screenshot({ path: info.outputPath('update.png'), fullPage: true });
});

test('a correction: live shows it, the pinned drawing stays, the guarded frame stops before it until a new code is taken', async ({ page, request }, info) => {
  const release = await publish(reading('q3', 910, { change: 'correct', changeNote: 'A report was counted as of the wrong quarter.', expectedRevision: 1 }));
  const now = await look(page, release);
  expect([now.live.values, now.guarded.values, now.pinned.values]).toEqual([['897', '616', '910'], ['897', '616', '901'], ['897', '615', '901']]);
  expect(now.pinned.drawing).toBe(before.pinned.drawing);
  expect(now.pinned.foot).toContain('Q3 2025 901 → 910 (correction); Q2 2025 615 → 616 (update).');
  expect(now.guarded.foot).toContain(`Stopped before release ${release}: Q3 2025 901 → 910 (correction).`);
  expect(now.guarded.foot).toContain(`Release ${release - 1} of`);
  expect(now.live.foot).toContain(`Corrected in release ${release}`);
  await expect(frameOf(page, 'guarded').getByRole('link', { name: 'Take a new code' })).toHaveAttribute('href', `/charts/${SLUG}#embed`);
  await page.screenshot({ path: info.outputPath('correction.png'), fullPage: true });

  // Updates after a stop are not let through either, and a new code follows again.
  const later = await publish(reading('q1', 900, { change: 'update', expectedRevision: 1 }));
  const after = await look(page, later);
  expect([after.live.values, after.guarded.values, after.pinned.values]).toEqual([['900', '616', '910'], ['897', '616', '901'], ['897', '615', '901']]);
  expect([after.guarded.drawing, after.pinned.drawing]).toEqual([now.guarded.drawing, before.pinned.drawing]);
  const { iframe } = await codesFor(request, { slug: SLUG, release: later, siteUrl: server.origin }, { mode: 'guarded' });
  expect(iframe).toContain(`guard=${later}`);
  const renewed = await (await request.get(`${server.origin}/embed/${SLUG}?guard=${later}`)).text();
  expect(renewed).toContain('910');
  expect(renewed).not.toContain('Stopped before');
});

const REQUESTS = 10_000;
const SOCKETS = 128;

/** Every answer as status and hash, of so many requests begun at once. */
async function askAtOnce(address: string, count: number, headers: Record<string, string>): Promise<Map<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  const answers = new Map<string, number>();
  const ask = () => new Promise<void>((resolve, reject) => {
    get(address, { agent, headers }, (response) => {
      const hash = createHash('sha256');
      response.on('data', (part: Buffer) => hash.update(part));
      response.on('end', () => {
        const answer = `${response.statusCode} ${hash.digest('hex')}`;
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
        resolve();
      });
      response.on('error', reject);
    }).on('error', reject);
  });
  await Promise.all(Array.from({ length: count }, ask));
  agent.destroy();
  return answers;
}

/** How often the rows that a chart is drawn from were read since `from`. */
const reads = (from: number): number => [...server.statements().slice(from).matchAll(/from "readings"/g)].length;

test('ten thousand requests for one frame at once cost one rendering', async ({ request }) => {
  test.setTimeout(240_000);
  let from = server.statements().length;
  expect((await request.get(`${server.origin}/embed/fatalities-by-quarter?theme=light`)).status()).toBe(200);
  const ofOne = reads(from);
  expect(ofOne).toBeGreaterThan(0);

  from = server.statements().length;
  const started = performance.now();
  const headers = { referer: 'https://www.newspaper.example.org/story', 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' };
  const answers = await askAtOnce(`${server.origin}/embed/fatalities-by-quarter?theme=dark`, REQUESTS, headers);
  const seconds = (performance.now() - started) / 1000;
  test.info().annotations.push({ type: 'rate', description: `${Math.round(REQUESTS / seconds)} requests a second` });
  expect([...answers.values()]).toEqual([REQUESTS]);
  expect([...answers.keys()][0]).toMatch(/^200 /);
  expect(reads(from)).toBe(ofOne);
});

test('editors see which hosts show a chart, and since when', async ({ page }) => {
  const { db } = server.open;
  await recordEmbedSightings(db, [
    { slug: SLUG, host: 'www.dawn.example', day: '2026-11-02', count: 40 },
    { slug: SLUG, host: 'www.dawn.example', day: '2026-11-20', count: 1200 },
    { slug: 'a-former-name', host: 'blog.example', day: '2026-11-20', count: 1 },
  ]);
  const { token } = valueOf(await inviteFirstAdmin(db, { email: 'amina@ledger.example', name: 'Amina Yousaf' }, new Date()));
  await page.goto(`${server.origin}/admin/embeds`);
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
  await page.goto(`${server.origin}/admin/join?token=${token}`);
  await page.getByLabel('Password', { exact: true }).fill('teapot window gravel oath');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await setUpSecondFactor(page);
  await page.getByRole('link', { name: 'Embeds' }).click();
  await expect(page.getByRole('heading', { name: 'Where charts are embedded' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'www.dawn.example' })).toHaveText(/2 Nov 2026\s*20 Nov 2026\s*2\s*1,240/);
  await expect(page.getByRole('heading', { name: /^Fatalities by quarter/ })).toBeVisible();
  await expect(page.getByText('it was renamed or withdrawn')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('what was counted is written when the server ends, and nothing but the host', async () => {
  await server.stopProduct();
  const found = (await findEmbedSightings(server.open.db)).find(({ slug }) => slug === 'fatalities-by-quarter');
  expect(found?.hosts).toMatchObject([{ host: 'www.newspaper.example.org', days: 1, sightings: REQUESTS }]);
  expect(server.statements()).not.toContain('newspaper.example.org/story');
});
