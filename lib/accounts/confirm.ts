import { and, eq } from 'drizzle-orm';
import { credentials, sessionProofs } from '@/db/schema/accounts';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import type { Desk } from './desk';
import { hashPassword, verifyPassword } from './password';
import type { AnySession } from './session';
import { countAttempt, settleAttempt, subjectOf } from './throttle';

// Publishing and changing people take a password given within the last ten minutes: a desk left open is not enough.

export const CONFIRMED_MS = 10 * 60 * 1000;
export const WRONG_PASSWORD = 'This is not your password. Check it and try again.';

export type ConfirmRefusal =
  | { readonly code: 'wrong-password'; readonly message: string }
  | { readonly code: 'too-many-tries'; readonly message: string; readonly retryAfterSeconds: number };

/** Whether the password was given lately in this session, at its start or since. */
export function isConfirmed(session: Pick<AnySession, 'confirmedAt'>, now: Date): boolean {
  return now.getTime() - session.confirmedAt.getTime() <= CONFIRMED_MS;
}

/**
 * Looks at the password of the session's owner. Guesses count for themselves, apart from those at the sign-in: there a stranger can use up
 * every try, here nobody guesses but who holds a session of the account.
 */
export async function checkOwnPassword(desk: Desk, session: AnySession, password: string, now: Date): Promise<Outcome<true, ConfirmRefusal>> {
  const subject = subjectOf(`confirm ${session.userId}`);
  const attempt = await countAttempt(desk.db, subject, subject, now);
  if (attempt.retryAfterSeconds !== null) {
    return refuse({ code: 'too-many-tries', message: 'Too many tries. Wait an hour at most, then try again.', retryAfterSeconds: attempt.retryAfterSeconds });
  }
  const [row] = await desk.db.select({ hash: credentials.password }).from(credentials)
    .where(and(eq(credentials.userId, session.userId), eq(credentials.providerId, 'credential')));
  // Without a password the same work is done, so that the answer takes as long.
  const isRight = row?.hash == null ? (await hashPassword(password), false) : await verifyPassword(row.hash, password);
  if (!isRight) return refuse({ code: 'wrong-password', message: WRONG_PASSWORD });
  await settleAttempt(desk.db, attempt.id, 'succeeded');
  return accept(true);
}

/** The same, and the session counts as confirmed from now on. */
export async function confirmSession(desk: Desk, session: AnySession, password: string, now: Date): Promise<Outcome<true, ConfirmRefusal>> {
  const checked = await checkOwnPassword(desk, session, password, now);
  if (!checked.ok) return checked;
  await desk.db.insert(sessionProofs).values({ sessionId: session.id, confirmedAt: now })
    .onConflictDoUpdate({ target: sessionProofs.sessionId, set: { confirmedAt: now } });
  return checked;
}
