import 'server-only';
import { cache } from 'react';
import { findNames } from '@/db/queries/find-names';
import { findRows } from '@/db/queries/find-rows';
import { searchEntries } from '@/lib/search/entries';
import type { SearchEntry } from '@/lib/search/entry';
import { type Finder, makeFinder } from '@/lib/search/finder';
import { ledgerAt } from './ledger';

/** Everything that can be found in a release. */
export const readSearchEntries = cache(async (release: number): Promise<readonly SearchEntry[]> => {
  const db = await ledgerAt(release);
  const names = await findNames(db, release);
  const events = (await findRows(db, 'annotation', release)).filter(({ status }) => status === 'current');
  return searchEntries({ ...names, events: events.flatMap((event) => (event.citations[0] ? [{ ...event, sourceId: event.citations[0].source.id }] : [])) });
});

const FINDERS_KEPT = 4;
const holder = globalThis as typeof globalThis & { frontierLedgerFinders?: Map<number, Promise<Finder>> };

/** The search over a release. Making one takes longer than asking it, and a release never changes, so the last few are kept. */
export function readFinder(release: number): Promise<Finder> {
  const kept = (holder.frontierLedgerFinders ??= new Map());
  const known = kept.get(release);
  if (known) return known;
  const made = readSearchEntries(release).then(makeFinder);
  made.catch(() => kept.delete(release));
  kept.set(release, made);
  const oldest = kept.keys().next().value;
  if (kept.size > FINDERS_KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
}
