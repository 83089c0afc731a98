import { chromium } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../../tests/fixtures/chromium';
import { startProduct } from '../embed/product';
import { serveFiles } from '../embed/server';
import { DAYS_SLUG, publishDays } from './days';
import { framesWhileDragging } from './frames';
import { firstChart, interactions, type FirstChart } from './phone';
import { savedPage } from './saved';

// `npm run bench:page`: the overview on a phone beside the same page saved without scripts, how long a chart takes to answer, and how smoothly
// twenty years of days follow the range. Ends with an error if a goal is missed. `ROUNDS=3` for a quick look; `OTHER=http://...` adds another origin.

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const GOAL = { ratio: 1.3, interactionMs: 200, framesRatio: 50 / 60 } as const;
const CHARTS = ['/charts/attacks-by-month', '/charts/border-closures', `/charts/${DAYS_SLUG}`];

const say = (line: string) => console.info(line);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const product = await startProduct(say, publishDays);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumArguments] });
const served = await serveFiles(await savedPage(product.origin, '/'));
const missed: string[] = [];
try {
  const contenders = new Map<string, { readonly address: string; readonly looks: FirstChart[] }>();
  contenders.set('saved without scripts', { address: `${served.origin}/saved`, looks: [] });
  contenders.set('saved as it is', { address: `${served.origin}/whole`, looks: [] });
  contenders.set('the product', { address: `${product.origin}/`, looks: [] });
  if (process.env.OTHER) contenders.set('the other', { address: `${process.env.OTHER}/`, looks: [] });
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { address, looks } of contenders.values()) {
      const look = await firstChart(browser, address);
      if (round > 0) looks.push(look);
    }
    say(`round ${round} of ${ROUNDS}`);
  }
  const plain = contenders.get('saved without scripts')?.looks ?? [];
  for (const [name, { looks }] of contenders) {
    const ratio = median(looks.map(({ visibleMs }, round) => visibleMs / (plain[round]?.visibleMs ?? Number.NaN)));
    say(`${name}: first chart after ${median(looks.map(({ visibleMs }) => visibleMs)).toFixed(0)} ms, ${ratio.toFixed(2)} times the plain page, ${(median(looks.map(({ bytes }) => bytes)) / 1024).toFixed(0)} KB until then`);
    if (name === 'the product' && !(ratio <= GOAL.ratio)) missed.push(`first chart: ${ratio.toFixed(2)} (goal ${GOAL.ratio})`);
  }
  for (const path of CHARTS) {
    for (const [what, ms] of await interactions(browser, `${product.origin}${path}`)) {
      say(`${path}: ${what} ${ms.toFixed(0)} ms, 4x slower CPU`);
      if (!(ms < GOAL.interactionMs)) missed.push(`${what} on ${path}: ${ms.toFixed(0)} ms (goal ${GOAL.interactionMs})`);
    }
  }
  const { dragged, idle, longest } = await framesWhileDragging(browser, `${product.origin}/charts/${DAYS_SLUG}`);
  say(`7,300 days dragged: ${dragged.toFixed(0)} frames a second, over nothing ${idle.toFixed(0)}; longest wait ${longest.toFixed(0)} ms`);
  if (!(dragged / Math.min(idle, 60) >= GOAL.framesRatio)) missed.push(`frames: ${dragged.toFixed(0)} of ${idle.toFixed(0)} a second`);
} finally {
  await browser.close();
  await served.stop();
  await product.stop();
}
for (const what of missed) say(`MISSED: ${what}`);
if (missed.length > 0) process.exitCode = 1;
