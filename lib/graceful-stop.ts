import net from 'node:net';
import { closeDatabase } from '@/db/client';
import { stopEmbedSightings } from './embed-sightings';
import { flushLog, logEvent } from './log';
import type { Requests } from './watch-requests';

// Asked to end, the server takes no new connection, finishes what runs, writes what it has counted, closes the database and exits with 0.

const FINISH_MS = 15_000;
/** Connections kept alive are answered a last time if they ask within this, so that a proxy in the middle of asking meets no closed door. */
const LAST_QUESTION_MS = 500;
const CLOSE_MS = 5_000;
const LOOK_MS = 25;
/** A terminal, npm and the start command may each pass on the same signal. */
const SAME_SIGNAL_MS = 1_000;

const holder = globalThis as typeof globalThis & { frontierLedgerStopping?: boolean };

export function isStopping(): boolean {
  return holder.frontierLedgerStopping === true;
}

/** Ends the process on SIGTERM, SIGINT or SIGHUP; at once on a second one. */
export function stopGracefully(requests: Requests): void {
  let firstAt: number | null = null;
  const hear = (signal: NodeJS.Signals) => {
    if (firstAt === null) {
      firstAt = performance.now();
      holder.frontierLedgerStopping = true;
      void stop(signal, requests);
    } else if (performance.now() - firstAt > SAME_SIGNAL_MS) {
      logEvent('warn', 'stopped-at-once', { running: requests.running.size });
      leave(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, hear);
}

async function stop(signal: NodeJS.Signals, requests: Requests): Promise<void> {
  const startedAt = performance.now();
  logEvent('info', 'stopping', { signal, running: requests.running.size });
  const server = requests.server();
  // Not the server's own close(): that cuts connections which are idle this very moment.
  if (server?.listening) net.Server.prototype.close.call(server);
  requests.sayGoodbye();
  await waitUntil(() => performance.now() - startedAt >= LAST_QUESTION_MS, FINISH_MS);
  server?.closeIdleConnections();
  await waitUntil(() => requests.running.size === 0, FINISH_MS);
  const unfinished = requests.running.size;
  const isClosed = await within(stopEmbedSightings().then(closeDatabase), CLOSE_MS);
  logEvent(unfinished === 0 && isClosed ? 'info' : 'warn', 'stopped', { unfinished, databaseClosed: isClosed, ms: Math.round(performance.now() - startedAt) });
  leave(0);
}

function leave(code: number): void {
  flushLog();
  process.exit(code);
}

async function waitUntil(isTrue: () => boolean, ms: number): Promise<void> {
  const deadline = performance.now() + ms;
  while (!isTrue() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

/** Whether the work was done within the time; its failure counts as not done. */
function within(work: Promise<unknown>, ms: number): Promise<boolean> {
  return Promise.race([work.then(() => true, () => false), new Promise<false>((resolve) => setTimeout(() => resolve(false), ms))]);
}
