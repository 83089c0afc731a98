import type { Instrumentation } from 'next';

/** Opens the ledger while the server starts, so that the first reader does not wait for it. */
export async function register(): Promise<void> {
  const { env } = await import('./lib/env');
  if (env().isBuilding) return;
  const { currentRelease } = await import('./lib/current-release');
  // A database that is away has already been logged; the server starts all the same and asks again.
  await currentRelease().catch(() => undefined);
}

/** One line for every error that reached a reader, with the id that his page shows. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  const message = error instanceof Error ? error.message : String(error);
  console.error(JSON.stringify({ event: 'request-failed', id: digest, method: request.method, path: request.path, route: context.routePath, message }));
};
