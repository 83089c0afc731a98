import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

// A fair share for each caller of an instance; what is cached in front of it never comes here.

export const POINTS = 600;
export const SECONDS = 60;

const holder = globalThis as typeof globalThis & { frontierLedgerApiShare?: RateLimiterMemory };

/** Null where the caller may go on, else the seconds to wait. `weight` in requests. */
export async function takeShare(address: string, weight = 1): Promise<number | null> {
  const share = (holder.frontierLedgerApiShare ??= new RateLimiterMemory({ points: POINTS, duration: SECONDS }));
  try {
    await share.consume(address, weight);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
  }
}
