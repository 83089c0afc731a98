import { getDatabase } from '@/db/client';
import { findChartDefinitions } from '@/db/queries/find-chart-definitions';

// Which charts a release has. Asked before anything is rendered, so that an invented address costs one look into a set.

const RELEASES_KEPT = 64;

const holder = globalThis as typeof globalThis & { frontierLedgerSlugs?: Map<number, Promise<ReadonlySet<string>>> };

/** The chart slugs of a release. A release never changes, so the answer is kept; a failed question is asked again. */
export function chartSlugs(release: number): Promise<ReadonlySet<string>> {
  const kept = (holder.frontierLedgerSlugs ??= new Map());
  const known = kept.get(release);
  if (known) return known;
  const asked = ask(release);
  asked.catch(() => kept.delete(release));
  kept.set(release, asked);
  const oldest = kept.keys().next().value;
  if (kept.size > RELEASES_KEPT && oldest !== undefined) kept.delete(oldest);
  return asked;
}

async function ask(release: number): Promise<ReadonlySet<string>> {
  const definitions = await findChartDefinitions(await getDatabase(), release);
  return new Set(definitions.map((definition) => definition.slug));
}
