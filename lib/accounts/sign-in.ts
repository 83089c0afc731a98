import { isAPIError } from 'better-auth/api';
import type { Database } from '@/db/client';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import type { Auth } from './identity';
import { countAttempt, settleAttempt } from './throttle';

export type SignInRefusal =
  | { readonly code: 'wrong-pair'; readonly message: string }
  | { readonly code: 'too-many-tries'; readonly message: string; readonly retryAfterSeconds: number };

export const WRONG_PAIR = 'This email address and password do not belong together. Check both and try again.';

/** Sleeps in requests, returns at once in tests. */
export type Wait = (milliseconds: number) => Promise<void>;
const sleep: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Signs a person in; the value holds the cookies to set. An unknown address, a wrong password and a person without one get the same answer. */
export async function signIn(
  desk: { readonly db: Database; readonly auth: Auth },
  input: { readonly email: string; readonly password: string; readonly address: string; readonly userAgent: string },
  now: Date,
  wait: Wait = sleep,
): Promise<Outcome<{ readonly cookies: readonly string[] }, SignInRefusal>> {
  const attempt = await countAttempt(desk.db, input.email, input.address, now);
  if (attempt.retryAfterSeconds !== null) {
    const minutes = Math.ceil(attempt.retryAfterSeconds / 60);
    const message = `Too many tries. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
    return refuse({ code: 'too-many-tries', message, retryAfterSeconds: attempt.retryAfterSeconds });
  }
  if (attempt.delayMs > 0) await wait(attempt.delayMs);
  const cookies = await cookiesFor(desk.auth, input);
  if (cookies === null) return refuse({ code: 'wrong-pair', message: WRONG_PAIR });
  await settleAttempt(desk.db, attempt.id, 'succeeded');
  return accept({ cookies });
}

async function cookiesFor(auth: Auth, input: { readonly email: string; readonly password: string; readonly userAgent: string }): Promise<readonly string[] | null> {
  try {
    const { headers } = await auth.api.signInEmail({
      body: { email: input.email.trim(), password: input.password },
      headers: new Headers({ 'user-agent': input.userAgent.slice(0, 300) }),
      returnHeaders: true,
    });
    return headers.getSetCookie();
  } catch (error) {
    // 400: no email address at all, or a password longer than any we take; 401: the pair is wrong. Anything else is broken, not refused.
    // Not instanceof: bundled, the library can be there twice.
    if (isAPIError(error) && (error.statusCode === 400 || error.statusCode === 401)) return null;
    throw error;
  }
}
