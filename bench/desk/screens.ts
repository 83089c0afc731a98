import type { CDPSession, Page } from '@playwright/test';
import type { DeskLedger } from './desk-ledger';

// Every screen of the desk, opened as an editor does: by its address, everything around it known to the browser already.

const GIVE_UP_MS = 60_000;

/** To be run in every document: kept is the time when React has taken the page over and the frame after that is painted. */
export const WATCH = `window.benchReady = new Promise((resolve) => {
  const look = () => {
    const main = document.getElementById('content');
    if (main === null || !Object.keys(main).some((key) => key.startsWith('__reactFiber'))) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
});`;

export interface Visit {
  /** Until the last byte of the document is there, in ms. */
  readonly serverMs: number;
  /** Until the document can be read and worked on. */
  readonly readyMs: number;
  /** What the page's own thread worked until then, in ms: not what it waited for on a busy machine. */
  readonly workMs: number;
  readonly kilobytes: number;
}

/** What each screen is called and where it is. */
export function screensOf({ changesetId: id, longChangesetId, ids, gridSeries }: DeskLedger): ReadonlyMap<string, string> {
  const within = `/admin/changesets/${id}`;
  const violence = 'crss-violence-fatalities';
  return new Map([
    ['overview', '/admin'], ['changesets', '/admin/changesets'], ['a changeset', within], ['choose a changeset', '/admin/changesets?do=readings'],
    ['readings, one family', `${within}/readings?series=${violence},${violence}-civilians,${violence}-security-personnel,${violence}-outlaws`],
    ['readings, 60 x 60', `${within}/readings?series=${gridSeries.join()}&kind=month&from=2021-01&to=2025-12`],
    ['a new source', `${within}/rows/source/new`], ['a source', `${within}/rows/source/${ids.source}`], ['an incident', `${within}/rows/incident/${ids.incident}`],
    ['closures', `${within}/closures`], ['claims', `${within}/claims/${ids.incident}`], ['a sentence', `${within}/sentences/${ids.sentence}`],
    ['a new chart', `${within}/charts/new`], ['a chart', `${within}/charts/${ids.chart}`], ['import', `${within}/import`],
    ['review', `${within}/review`], ['publish', `${within}/publish`],
    ['changeset of 2,000 rows', `/admin/changesets/${longChangesetId}`], ['review of 2,000 rows', `/admin/changesets/${longChangesetId}/review`],
    ['find a row', '/admin/rows?q=CRSS'], ['a row', `/admin/rows/reading/${ids.reading}`], ['releases', '/admin/releases'], ['a release', '/admin/releases/1'],
    ['audit', '/admin/audit'], ['embeds', '/admin/embeds'], ['people', '/admin/people'], ['settings', '/admin/settings'], ['account', '/admin/account'],
  ]);
}

/** The page must have been given WATCH, and `meter` the domain of its thread's own time. */
export async function visit(page: Page, meter: CDPSession, address: string): Promise<Visit> {
  const before = await workOf(meter);
  const answer = await page.goto(address, { timeout: GIVE_UP_MS });
  if (answer?.ok() !== true) throw new Error(`${address} answered ${answer?.status()}`);
  const readyMs = await page.evaluate<number>('window.benchReady');
  const after = await workOf(meter);
  const serverMs = await page.evaluate<number>('performance.getEntriesByType("navigation")[0].responseEnd');
  // The count begins anew with a new process of the browser.
  return { readyMs, serverMs, workMs: after >= before ? after - before : after, kilobytes: (await answer.body()).length / 1024 };
}

async function workOf(meter: CDPSession): Promise<number> {
  const { metrics } = await meter.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}
