import { canonicalJson, sha256 } from '../canonical-json';
import type { Database } from '../client';
import { findLedger } from '../queries/find-ledger';
import { findReleases } from '../queries/find-releases';

/** A hash for each release over everything that readers can be shown of it: two databases with the same ones give the same public answers. */
export async function findPublicDigests(db: Database): Promise<ReadonlyMap<number, string>> {
  const digests = new Map<number, string>();
  for (const { number } of (await findReleases(db)).toReversed()) digests.set(number, sha256(canonicalJson(await findLedger(db, number))));
  return digests;
}
