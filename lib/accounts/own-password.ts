import { and, eq, ne } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { writeLedger } from '@/db/mutations/ledger-transaction';
import { recordAudit } from '@/db/mutations/record-audit';
import { credentials, sessions } from '@/db/schema/accounts';
import { accept, type Outcome } from '@/domain/outcome';
import { checkOwnPassword, type ConfirmRefusal } from './confirm';
import type { Desk } from './desk';
import { checkPassword, hashPassword, type PasswordRefusal } from './password';
import type { LiveSession } from './session';

/** Writes the hash and ends every session of the person but `keptSession`. */
export async function replacePassword(tx: Transaction, userId: string, hash: string, keptSession: string | null, now: Date): Promise<void> {
  const changed = await tx.update(credentials).set({ password: hash, updatedAt: now })
    .where(and(eq(credentials.userId, userId), eq(credentials.providerId, 'credential'))).returning({ id: credentials.id });
  if (changed.length !== 1) throw new Error(`The person ${userId} has ${changed.length} passwords, not one.`);
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), keptSession === null ? undefined : ne(sessions.id, keptSession)));
}

/** Another password for oneself, given the present one; every other session of the person ends. */
export async function changeOwnPassword(
  desk: Desk, session: LiveSession, given: { readonly password: string; readonly newPassword: string }, now: Date,
): Promise<Outcome<true, ConfirmRefusal | PasswordRefusal>> {
  const checked = await checkOwnPassword(desk, session, given.password, now);
  if (!checked.ok) return checked;
  const password = checkPassword(given.newPassword, session);
  if (!password.ok) return password;
  const hash = await hashPassword(password.value);
  return writeLedger<true, never>(desk.db, async (tx) => {
    await replacePassword(tx, session.userId, hash, session.id, now);
    const entry = { action: 'change-password', subject: 'person', subjectId: session.userId, revision: null, changesetId: null, before: null, after: null };
    await recordAudit(tx, session.editor, [entry], now);
    return accept(true);
  });
}
