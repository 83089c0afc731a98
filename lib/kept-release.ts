import { isKept } from './cache-handler.js';

// While the database is away a live address is answered with the newest release of which its answer is still known: an older page that
// names its release serves a reader better than none.

const RELEASES_BACK = 200;

/** The newest release, from `newest` down to `oldest`, for which the internal address is kept in memory; null where none of the last 200 is. */
export function keptRelease(newest: number, oldest: number, addressAt: (release: number) => string): number | null {
  for (let release = newest; release >= Math.max(oldest, newest - RELEASES_BACK, 0); release -= 1) if (isKept(addressAt(release))) return release;
  return null;
}
