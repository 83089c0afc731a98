import { createHash, randomUUID } from 'node:crypto';
import { and, desc, eq, gt, lt } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { signInAttempts } from '@/db/schema/accounts';

// Guessing is slowed for each account, wherever the guesses come from, and for each address, whomever they try. Nobody is locked out for good:
// an account opens again at most an hour after the guesses.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const FREE_FAILURES = 5;
export const ACCOUNT_LIMIT = 20;
export const ADDRESS_LIMIT = 100;
const LONGEST_DELAY = 8_000;

export interface Attempt {
  readonly id: string;
  /** How long this try has to wait before the password is looked at. */
  readonly delayMs: number;
  /** Not null: the try is refused until so many seconds from now, whatever the password. */
  readonly retryAfterSeconds: number | null;
}

/** One name for an account, whether it exists or not. */
export function subjectOf(email: string): string {
  return createHash('sha256').update(email.normalize('NFKC').trim().toLowerCase()).digest('hex');
}

/**
 * Writes the try down as failed and then counts, so that of many tries at once each sees the ones written before it and no burst passes.
 * Refused tries do not count: else hammering on would keep the owner out for ever.
 */
export async function countAttempt(db: Database, subject: string, address: string, now: Date): Promise<Attempt> {
  const id = randomUUID();
  await db.delete(signInAttempts).where(lt(signInAttempts.attemptedAt, new Date(now.getTime() - DAY)));
  await db.insert(signInAttempts).values({ id, subject, address, outcome: 'failed', attemptedAt: now });

  const failures = (column: 'subject' | 'address', value: string, limit: number) =>
    db
      .select({ attemptedAt: signInAttempts.attemptedAt })
      .from(signInAttempts)
      .where(and(eq(signInAttempts[column], value), eq(signInAttempts.outcome, 'failed'), gt(signInAttempts.attemptedAt, new Date(now.getTime() - HOUR))))
      .orderBy(desc(signInAttempts.attemptedAt))
      .limit(limit + 1);
  const ofAccount = await failures('subject', subject, ACCOUNT_LIMIT);
  const ofAddress = await failures('address', address, ADDRESS_LIMIT);

  const over = [
    { rows: ofAccount, limit: ACCOUNT_LIMIT },
    { rows: ofAddress, limit: ADDRESS_LIMIT },
  ].filter(({ rows, limit }) => rows.length > limit);
  if (over.length > 0) {
    await settleAttempt(db, id, 'refused');
    // The next try is free when the limit-th failure before this one is an hour old.
    const opensAt = Math.max(...over.map(({ rows, limit }) => (rows[limit]?.attemptedAt ?? now).getTime() + HOUR));
    return { id, delayMs: 0, retryAfterSeconds: Math.max(1, Math.ceil((opensAt - now.getTime()) / 1000)) };
  }
  const recent = ofAccount.filter((row) => row.attemptedAt.getTime() > now.getTime() - 15 * MINUTE).length - 1;
  return { id, delayMs: recent < FREE_FAILURES ? 0 : Math.min(LONGEST_DELAY, 500 * 2 ** (recent - FREE_FAILURES)), retryAfterSeconds: null };
}

/** A try that succeeded, or was refused before the password was looked at, is no failure. */
export async function settleAttempt(db: Database, id: string, outcome: 'succeeded' | 'refused'): Promise<void> {
  await db.update(signInAttempts).set({ outcome }).where(eq(signInAttempts.id, id));
}
