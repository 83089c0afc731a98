import { getReadDatabase } from '@/db/client';
import { findChartDefinitions } from '@/db/queries/find-chart-definitions';
import { findRowIds } from '@/db/queries/find-row-ids';

// Which charts, incidents and sources a release has. Asked before anything is rendered, so that an invented address costs one
// look into a set.

export type NamedKind = 'chart' | 'incident' | 'source';

const ANSWERS_KEPT = 64;

const holder = globalThis as typeof globalThis & { frontierLedgerNames?: Map<string, Promise<ReadonlySet<string>>> };

/** The names by which addresses call the rows of a kind: slugs of charts, else ids. A release never changes, so the answer is kept; a failed question is asked again. */
export function knownNames(release: number, kind: NamedKind): Promise<ReadonlySet<string>> {
  const kept = (holder.frontierLedgerNames ??= new Map());
  const key = `${release} ${kind}`;
  const known = kept.get(key);
  if (known) return known;
  const asked = ask(release, kind);
  asked.catch(() => kept.delete(key));
  kept.set(key, asked);
  const oldest = kept.keys().next().value;
  if (kept.size > ANSWERS_KEPT && oldest !== undefined) kept.delete(oldest);
  return asked;
}

async function ask(release: number, kind: NamedKind): Promise<ReadonlySet<string>> {
  const db = await getReadDatabase(release);
  if (kind !== 'chart') return new Set(await findRowIds(db, kind, release));
  const definitions = await findChartDefinitions(db, release);
  return new Set(definitions.map((definition) => definition.slug));
}
