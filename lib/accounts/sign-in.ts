import { isAPIError } from 'better-auth/api';
import { and, eq, isNotNull } from 'drizzle-orm';
import { roles, sessions, users } from '@/db/schema/accounts';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import type { Desk } from './desk';
import type { Auth } from './identity';
import { guessedSubject, knownBrowserCookie } from './known-browser';
import { peerAddress } from './peer-address';
import { countAttempt, settleAttempt } from './throttle';

export type SignInRefusal =
  | { readonly code: 'wrong-pair' | 'suspended'; readonly message: string }
  | { readonly code: 'too-many-tries'; readonly message: string; readonly retryAfterSeconds: number };

export const WRONG_PAIR = 'This email address and password do not belong together. Check both and try again.';

export const SUSPENDED = 'Your access is suspended. Ask an admin of this installation.';

/** Said only to somebody who knew the password; the session that was just made ends with it. */
async function endIfSuspended({ db }: Desk, email: string): Promise<boolean> {
  const [row] = await db.select({ userId: users.id }).from(users).innerJoin(roles, eq(roles.userId, users.id))
    .where(and(eq(users.email, email.trim().toLowerCase()), isNotNull(roles.suspendedAt)));
  if (row) await db.delete(sessions).where(eq(sessions.userId, row.userId));
  return row !== undefined;
}

/** Sleeps in requests, returns at once in tests. */
export type Wait = (milliseconds: number) => Promise<void>;
const sleep: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Signs a person in; the value holds the cookies to set. An unknown address, a wrong password and a person without one get the same answer.
 * `headers` are the request's: where it comes from, which browser it is, whether that browser is known.
 */
export async function signIn(
  desk: Desk,
  person: { readonly email: string; readonly password: string },
  headers: Headers,
  now: Date,
  wait: Wait = sleep,
): Promise<Outcome<{ readonly cookies: readonly string[] }, SignInRefusal>> {
  const { secret } = await desk.auth.$context;
  const { subject, isKnown } = guessedSubject(headers.get('cookie'), desk.siteUrl, secret, person.email);
  // A known browser does not pay for what others do from the same address, which may be that of a proxy.
  const attempt = await countAttempt(desk.db, subject, isKnown ? subject : peerAddress(headers), now);
  if (attempt.retryAfterSeconds !== null) {
    const minutes = Math.ceil(attempt.retryAfterSeconds / 60);
    const message = `Too many tries. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
    return refuse({ code: 'too-many-tries', message, retryAfterSeconds: attempt.retryAfterSeconds });
  }
  if (attempt.delayMs > 0) await wait(attempt.delayMs);
  const cookies = await cookiesFor(desk.auth, person, headers.get('user-agent') ?? '');
  if (cookies === null) return refuse({ code: 'wrong-pair', message: WRONG_PAIR });
  await settleAttempt(desk.db, attempt.id, 'succeeded');
  if (await endIfSuspended(desk, person.email)) return refuse({ code: 'suspended', message: SUSPENDED });
  return accept({ cookies: [...cookies, knownBrowserCookie(desk.siteUrl, secret, person.email)] });
}

async function cookiesFor(auth: Auth, person: { readonly email: string; readonly password: string }, userAgent: string): Promise<readonly string[] | null> {
  try {
    const { headers } = await auth.api.signInEmail({
      body: { email: person.email.trim(), password: person.password },
      headers: new Headers({ 'user-agent': userAgent.slice(0, 300) }),
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
