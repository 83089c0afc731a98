import type { Instrumentation } from 'next';

/** Opens the ledger while the server starts, so that the first reader does not wait for it, the door for commands on this machine, and the clock of what is to be published. */
export async function register(): Promise<void> {
  // Not a setting: the bundler puts the runtime's name here and leaves out what the other one cannot load.
  // eslint-disable-next-line no-restricted-properties
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env } = await import('./lib/env');
  if (env().isBuilding) return;
  const { metricsPort, nodeEnv, stopsItself } = env();
  const { takeConsole } = await import('./lib/log');
  if (nodeEnv === 'production') takeConsole();
  const { startMetrics } = await import('./lib/metrics');
  const { watchRequests } = await import('./lib/watch-requests');
  const requests = watchRequests(metricsPort === null ? null : startMetrics(metricsPort));
  const { stopGracefully } = await import('./lib/graceful-stop');
  if (stopsItself) stopGracefully(requests);
  const { refuseOddMethods } = await import('./lib/odd-methods');
  refuseOddMethods();
  const { openLocalDoor } = await import('./lib/accounts/local-door');
  openLocalDoor();
  const { openSentAnswers } = await import('./lib/sent-answers-door');
  // Where sources change under the server, an answer is only as good as the moment.
  if (env().nodeEnv === 'production') openSentAnswers();
  const { currentRelease } = await import('./lib/current-release');
  const { startPublishingClock } = await import('./lib/review/publishing-clock');
  startPublishingClock();
  const { startUploadSweep } = await import('./lib/import/upload-sweep');
  startUploadSweep();
  // A database that is away has already been logged; the server starts all the same and asks again.
  await currentRelease().catch(() => undefined);
}

/** One line for every error that reached a reader, with the id that his page shows. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  const message = error instanceof Error ? error.message : String(error);
  console.error(JSON.stringify({ event: 'request-failed', id: digest, method: request.method, route: context.routePath, message }));
};
