import 'server-only';
import { cache } from 'react';
import { findReleases } from '@/db/queries/find-releases';
import type { Correction, Release } from '@/domain/release';
import { readCorrections } from './corrections';
import { ledgerAt } from './ledger';

/** The releases up to and including the one read, newest first. */
export const readReleases = cache(async (release: number): Promise<readonly Release[]> => {
  const releases = await findReleases(await ledgerAt(release));
  return releases.filter((published) => published.number <= release).toSorted((a, b) => b.number - a.number);
});

/** One release with the corrections it made, or null when it is not among those up to `release`. */
export async function readRelease(release: number, number: number): Promise<{ release: Release; corrections: readonly Correction[] } | null> {
  const [releases, corrections] = await Promise.all([readReleases(release), readCorrections(release)]);
  const found = releases.find((published) => published.number === number);
  return found ? { release: found, corrections: corrections.filter((correction) => correction.release === number) } : null;
}
