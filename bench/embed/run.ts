import { chromium, type Browser } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../../tests/fixtures/chromium';
import { lookAt, type Look } from './measure';
import { bareCopy, HAND_MADE, installPeers, LEFT_OUT, makePages, SAME_DRAWING, type Page, type ServedFile } from './pages';
import { BENCH_SLUG, startProduct } from './product';
import { serveFiles } from './server';

// `npm run bench:embed`: what the embed costs a reader beside others that draw the same bars, and an error if a goal is missed.
// `ROUNDS=3` for a quick look.

const ROUNDS = Number(process.env.ROUNDS ?? 10);
const GOAL = { bytes: 14 * 1024, requests: 1, layoutShift: 0, ratio: 1.15 } as const;
const PRODUCT = 'Frontier Ledger, the product';
const COPY = 'Frontier Ledger, same server';

interface Contender {
  readonly page: Page;
  readonly origin: string;
  readonly looks: Look[];
}

const say = (line: string) => console.info(line);
installPeers(say);
const product = await startProduct(say);
const { pages, files } = await makePages();
const copy = await copyOf(product.origin, `/embed/${BENCH_SLUG}`);
const bare = bareCopy(copy.body.toString());
const served = await serveFiles([...files, copy, bare.file]);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumArguments] });
try {
  const marks = 'svg .mark';
  const contenders: Contender[] = [
    ...pages.map((page) => ({ page, origin: served.origin, looks: [] })),
    { page: bare.page, origin: served.origin, looks: [] },
    { page: { name: COPY, address: '/copy', bars: marks }, origin: served.origin, looks: [] },
    { page: { name: PRODUCT, address: `/embed/${BENCH_SLUG}`, bars: marks }, origin: product.origin, looks: [] },
  ];
  await lookInTurns(browser, contenders);
  report(contenders);
} finally {
  await browser.close();
  await served.stop();
  await product.stop();
}

/** Every contender once a round, from a different one on each time; the first round is thrown away. */
async function lookInTurns(over: Browser, contenders: readonly Contender[]): Promise<void> {
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (let step = 0; step < contenders.length; step += 1) {
      const contender = contenders[(round + step) % contenders.length];
      if (!contender) continue;
      const look = await lookAt(over, contender.origin, contender.page);
      if (round > 0) contender.looks.push(look);
    }
    say(`round ${round} of ${ROUNDS}`);
  }
}

function report(contenders: readonly Contender[]): void {
  const rows = contenders.map(({ page, looks }) => ({
    name: page.name,
    visible: median(looks.map(({ visibleMs }) => visibleMs)),
    firstByte: median(looks.map(({ firstByteMs }) => firstByteMs)),
    bytes: median(looks.map(({ bytes }) => bytes)),
    requests: Math.max(...looks.map(({ requests }) => requests)),
    shift: Math.max(...looks.map(({ layoutShift }) => layoutShift)),
  }));
  const timeOf = (asked: string): number => rows.find(({ name }) => name === asked)?.visible ?? Number.NaN;
  const [same, handMade] = [timeOf(SAME_DRAWING), timeOf(HAND_MADE)];
  const cells = rows
    .sort((a, b) => a.visible - b.visible)
    .map(({ name, visible, firstByte, bytes, requests, shift }) => [name, visible.toFixed(0), (visible / same).toFixed(2), (visible / handMade).toFixed(2), firstByte.toFixed(0), (bytes / 1024).toFixed(1), String(requests), shift.toFixed(3)]);
  const table = [['16 bars, 4x slower CPU', 'visible ms', 'to same', 'to hand-made', 'first byte ms', 'KB', 'requests', 'layout shift'], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) say(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
  for (const line of LEFT_OUT) say(`not measured: ${line}`);
  say(`goal: at most ${GOAL.bytes / 1024} KB, ${GOAL.requests} request, no layout shift, ${GOAL.ratio} times the same drawing bare; median of ${ROUNDS}`);
  const missed = rows.filter(({ name }) => name === PRODUCT || name === COPY).flatMap(({ name, visible, bytes, requests, shift }) => [
    // The time is that of the documents: both from one server. What the product's own server takes stands in its row.
    ...(name === COPY && !(visible / same <= GOAL.ratio) ? [`time of ${name}`] : []),
    ...(bytes <= GOAL.bytes && requests <= GOAL.requests && shift <= GOAL.layoutShift ? [] : [`weight or layout shift of ${name}`]),
  ]);
  for (const what of missed) say(`MISSED: ${what}`);
  if (missed.length > 0) process.exitCode = 1;
}

/** The product's own answer, to be served like the others: what is left is the document alone. */
async function copyOf(origin: string, address: string): Promise<ServedFile> {
  const answer = await fetch(`${origin}${address}`);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return { path: '/copy', type: 'text/html; charset=utf-8', body: Buffer.from(await answer.arrayBuffer()) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
