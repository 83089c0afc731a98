import { getReadDatabase } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';

// The number of the current release is the only thing that changes under a reader. It is asked for a few times a second at
// most, never waited for longer than 50 ms once it is known, and the last known one is used while the database is away.

const ASK_EVERY_MS = 250;
const WAIT_AT_MOST_MS = 50;
/** Without any known release there is nothing to fall back on; opening the embedded database takes about two seconds. */
const FIRST_WAIT_MS = 15_000;

interface Pointer {
  known: number | null;
  askedAt: number;
  asking: Promise<number> | null;
  isAway: boolean;
  /** When the known one was first seen, on the clock that only goes forward. */
  seenAt: number;
}

const holder = globalThis as typeof globalThis & { frontierLedgerPointer?: Pointer };

function pointer(): Pointer {
  return (holder.frontierLedgerPointer ??= { known: null, askedAt: -Infinity, asking: null, isAway: false, seenAt: performance.now() });
}

/** The number of the newest published release, 0 when nothing is published. Throws only when none was ever learnt. */
export async function currentRelease(): Promise<number> {
  const state = pointer();
  const isFresh = performance.now() - state.askedAt < ASK_EVERY_MS;
  if (state.known !== null && isFresh && state.asking === null) return state.known;
  const answer = ask(state);
  if (state.known === null) return await within(answer, FIRST_WAIT_MS);
  return await within(answer, WAIT_AT_MOST_MS).catch(() => state.known ?? 0);
}

/** The last one learnt, without asking, and for how long it has been known; null before the first. */
export function knownRelease(): { readonly release: number | null; readonly ageMs: number } {
  const { known, seenAt } = pointer();
  return { release: known, ageMs: known === null ? 0 : performance.now() - seenAt };
}

/** Asks the database now, for the operators' check. Rejects when it does not answer within a second. */
export function askDatabase(): Promise<number> {
  return within(ask(pointer()), 1000);
}

function ask(state: Pointer): Promise<number> {
  state.askedAt = performance.now();
  return (state.asking ??= learn(state).finally(() => {
    state.asking = null;
    state.askedAt = performance.now();
  }));
}

async function learn(state: Pointer): Promise<number> {
  try {
    const found = await findCurrentRelease(await getReadDatabase(0));
    // Release numbers never move back: a lower one comes from a replica that lags behind.
    if (found > (state.known ?? -1)) state.seenAt = performance.now();
    state.known = Math.max(found, state.known ?? 0);
    if (state.isAway) console.info(JSON.stringify({ event: 'database-back', release: state.known }));
    state.isAway = false;
    return state.known;
  } catch (cause) {
    if (!state.isAway) console.error(JSON.stringify({ event: 'database-away', lastKnownRelease: state.known, cause: String(cause) }));
    state.isAway = true;
    throw cause;
  }
}

/** The promise's value, or a rejection after `ms`; the promise itself goes on and its late failure is not lost as unhandled. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  promise.catch(() => undefined);
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
