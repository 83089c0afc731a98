import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { Secret } from 'otpauth';
import { writeLedger } from '@/db/mutations/ledger-transaction';
import { recordAudit } from '@/db/mutations/record-audit';
import { backupCodes, nextSecondFactors, secondFactors, sessions } from '@/db/schema/accounts';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import type { Desk } from './desk';
import { seal, unseal } from './seal';
import { clockOf, codesFor, type CodeRefusal, hashCode, inTurn, secretOf, type SetUp, stepOf, WRONG_CODE } from './second-factor';
import type { LiveSession } from './session';

// Another phone: it is set up beside the one that stands, and takes its place with its first right code. Until then the old one works alone.

/** A fresh secret for the app that shall take over; one that was begun before and not finished is forgotten. */
export async function beginReplacement(desk: Desk, session: LiveSession, now: Date): Promise<Outcome<true, { code: 'no-factor'; message: string }>> {
  if (!session.hasSecondFactor) return refuse({ code: 'no-factor', message: 'There is no second factor to replace. Set one up first.' });
  const row = { sealedSecret: seal(await secretOf(desk), 'second-factor', new Secret({ size: 20 }).base32), createdAt: now };
  await desk.db.insert(nextSecondFactors).values({ userId: session.userId, ...row }).onConflictDoUpdate({ target: nextSecondFactors.userId, set: row });
  return accept(true);
}

/** What is shown until the first code of the new app was right; null when nothing is being replaced. */
export async function readReplacement(desk: Desk, session: LiveSession): Promise<SetUp | null> {
  const [row] = await desk.db.select().from(nextSecondFactors).where(eq(nextSecondFactors.userId, session.userId));
  if (!row) return null;
  const secret = await secretOf(desk);
  const key = unseal(secret, 'second-factor', row.sealedSecret);
  return { address: clockOf(key, session.email).toString(), key, codes: codesFor(secret, session.userId, row.createdAt) };
}

/** Leaves everything as it is. */
export async function dropReplacement(desk: Desk, session: LiveSession): Promise<void> {
  await desk.db.delete(nextSecondFactors).where(eq(nextSecondFactors.userId, session.userId));
}

/** The first right code of the new app puts it in the place of the old one, with backup codes of its own; every other session of the person ends. */
export async function finishReplacement(desk: Desk, session: LiveSession, typed: string, now: Date): Promise<Outcome<true, CodeRefusal>> {
  const secret = await secretOf(desk);
  return inTurn(desk, session, now, () => writeLedger<true, CodeRefusal>(desk.db, async (tx) => {
    const [next] = await tx.delete(nextSecondFactors).where(eq(nextSecondFactors.userId, session.userId)).returning();
    const step = next ? stepOf(unseal(secret, 'second-factor', next.sealedSecret), typed, now) : null;
    if (!next || step === null) return refuse({ code: 'wrong-code', message: WRONG_CODE });
    const replaced = await tx.update(secondFactors).set({ sealedSecret: next.sealedSecret, createdAt: next.createdAt, confirmedAt: now, lastStep: step })
      .where(and(eq(secondFactors.userId, session.userId), isNotNull(secondFactors.confirmedAt))).returning({ userId: secondFactors.userId });
    if (replaced.length !== 1) return refuse({ code: 'wrong-code', message: WRONG_CODE });
    await tx.delete(backupCodes).where(eq(backupCodes.userId, session.userId));
    const codes = codesFor(secret, session.userId, next.createdAt);
    await tx.insert(backupCodes).values(codes.map((code) => ({ id: randomUUID(), userId: session.userId, codeHash: hashCode(secret, session.userId, code) })));
    await tx.delete(sessions).where(and(eq(sessions.userId, session.userId), ne(sessions.id, session.id)));
    const entry = { action: 'replace-second-factor', subject: 'person', subjectId: session.userId, revision: null, changesetId: null, before: null, after: null };
    await recordAudit(tx, session.editor, [entry], now);
    return accept(true);
  }));
}
