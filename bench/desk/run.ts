import { chromium } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../../tests/fixtures/chromium';
import { setUpSecondFactor } from '../../tests/fixtures/second-factor';
import { startProduct } from '../embed/product';
import { layOutDesk, type DeskLedger } from './desk-ledger';
import { gridKeys } from './grid-keys';
import { screensOf, visit, WATCH, type Visit } from './screens';

// `npm run bench:desk`: every screen of the desk, warm, until it can be worked on, and what a key costs in the largest grid. Times are
// printed, never judged: they are this machine's. `ROUNDS=3` for a quick look, `ONLY=review` for some screens.

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const ONLY = process.env.ONLY ?? '';
const AIM_MS = 300;

const say = (line: string) => console.info(line);
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;
const ms = (value: number): string => value.toFixed(0).padStart(5);

let ledger: DeskLedger | null = null;
const product = await startProduct(say, async (db) => {
  ledger = await layOutDesk(db);
});
// The desk answers to the name it knows itself by.
const origin = product.origin.replace('127.0.0.1', 'localhost');
const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumArguments] });
try {
  if (ledger === null) throw new Error('The desk was not laid out.');
  const { token } = ledger as DeskLedger;
  const screens = [...screensOf(ledger)].filter(([name]) => name.includes(ONLY));
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`/admin/join?token=${token}`);
  await page.getByLabel('Password', { exact: true }).fill('teapot window gravel oath');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await setUpSecondFactor(page);
  await page.addInitScript({ content: WATCH });
  const meter = await context.newCDPSession(page);
  await meter.send('Performance.enable', { timeDomain: 'threadTicks' });
  const visits = new Map<string, Visit[]>(screens.map(([name]) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    // The first round warms up: server, database and the browser's cache.
    for (const [name, address] of screens) {
      const looked = await visit(page, meter, address);
      if (round > 0) visits.get(name)?.push(looked);
    }
  }
  say(`${'screen'.padEnd(26)} ready (median, worst)  document there  browser's work  HTML, KB`);
  const slow: string[] = [];
  for (const [name, some] of visits) {
    const ready = some.map(({ readyMs }) => readyMs);
    say(`${name.padEnd(26)} ${ms(median(ready))} ${ms(Math.max(...ready))}            ${ms(median(some.map(({ serverMs }) => serverMs)))}           ${ms(median(some.map(({ workMs }) => workMs)))}     ${median(some.map(({ kilobytes }) => kilobytes)).toFixed(0).padStart(5)}`);
    if (median(ready) > AIM_MS) slow.push(name);
  }
  say(slow.length === 0 ? `All ${visits.size} screens are ready within ${AIM_MS} ms.` : `Over ${AIM_MS} ms: ${slow.join('; ')}.`);
  const address = screensOf(ledger).get('readings, 60 x 60') ?? '';
  for (const [what, waits] of 'readings, 60 x 60'.includes(ONLY) ? await gridKeys(browser, await context.storageState(), `${origin}${address}`) : []) {
    say(`60 x 60, CPU slowed 4x, ${what}: median ${ms(median(waits))} ms, slowest ${ms(Math.max(...waits))} ms of ${waits.length} keys`);
  }
} finally {
  await browser.close();
  await product.stop();
}
