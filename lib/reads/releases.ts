import 'server-only';
import { cache } from 'react';
import { findPublishedChanges } from '@/db/queries/find-published-changes';
import { findReleases } from '@/db/queries/find-releases';
import type { PublishedChange, Release } from '@/domain/release';
import { ledgerAt } from './ledger';

/** The releases up to and including the one read, newest first. */
export const readReleases = cache(async (release: number): Promise<readonly Release[]> => {
  const releases = await findReleases(await ledgerAt(release), release);
  return releases.filter((published) => published.number <= release).toSorted((a, b) => b.number - a.number);
});

export interface ReleaseRead {
  readonly release: Release;
  /** Everything it changed, by kind and id. */
  readonly changes: readonly PublishedChange[];
}

/** One release with every row it changed, or null when it is not among those up to `release`. */
export const readRelease = cache(async (release: number, number: number): Promise<ReleaseRead | null> => {
  const releases = await readReleases(release);
  const found = releases.find((published) => published.number === number);
  return found ? { release: found, changes: await findPublishedChanges(await ledgerAt(release), release, { kind: 'made-in', number }) } : null;
});
