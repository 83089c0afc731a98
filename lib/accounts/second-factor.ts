import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import type { Transaction } from '@/db/client';
import { writeLedger } from '@/db/mutations/ledger-transaction';
import { recordAudit } from '@/db/mutations/record-audit';
import { backupCodes, nextSecondFactors, secondFactors, sessionProofs } from '@/db/schema/accounts';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import { mintSystemEditor } from '@/lib/auth';
import type { Desk } from './desk';
import { markOf, seal, unseal } from './seal';
import type { AnySession } from './session';
import { countAttempt, settleAttempt, subjectOf } from './throttle';

// A phone beside the password: a code of the clock (RFC 6238), each step taken once, and ten codes on paper, each good once.

const PERIOD_SECONDS = 30;
/** Steps that a phone's clock may be off. */
const WINDOW = 1;
const CODES = 10;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 10;
const SECOND_FACTORS = mintSystemEditor('second-factor');

export type CodeRefusal =
  | { readonly code: 'wrong-code'; readonly message: string }
  | { readonly code: 'too-many-tries'; readonly message: string; readonly retryAfterSeconds: number };

export const WRONG_CODE = 'This code is wrong, too old or was used already. Wait for the next one, or use a backup code.';

type Person = Pick<AnySession, 'userId' | 'name' | 'email'>;

export const secretOf = async (desk: Desk): Promise<string> => (await desk.auth.$context).secret;

export function clockOf(base32: string, email: string): TOTP {
  return new TOTP({ issuer: 'Frontier Ledger', label: email, secret: Secret.fromBase32(base32), period: PERIOD_SECONDS });
}

/** `abcde-fghjk`: 10 letters and digits that are not mistaken for each other, the same again for as long as the set-up lasts. */
export function codesFor(secret: string, userId: string, createdAt: Date): readonly string[] {
  return Array.from({ length: CODES }, (_, number) => {
    const bytes = markOf(secret, 'backup-code', `${userId} ${createdAt.toISOString()} ${number}`);
    const letters = Array.from({ length: CODE_LENGTH }, (__, at) => LETTERS[bytes.readUInt16BE(at * 2) % LETTERS.length]).join('');
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}

const plainCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, '');
export const hashCode = (secret: string, userId: string, code: string): string => markOf(secret, 'backup-code-hash', `${userId} ${plainCode(code)}`).toString('base64url');

export interface SetUp {
  /** `otpauth://…`, for the square code. */
  readonly address: string;
  /** The same secret for typing. */
  readonly key: string;
  readonly codes: readonly string[];
}

/** A fresh secret, in place of one that was never confirmed. Refuses where a second factor stands already. */
export async function beginSetUp(desk: Desk, person: Person, now: Date): Promise<Outcome<true, { code: 'factor-stands'; message: string }>> {
  const secret = await secretOf(desk);
  const row = { sealedSecret: seal(secret, 'second-factor', new Secret({ size: 20 }).base32), createdAt: now, confirmedAt: null, lastStep: 0 };
  const [written] = await desk.db
    .insert(secondFactors).values({ userId: person.userId, ...row })
    .onConflictDoUpdate({ target: secondFactors.userId, set: row, setWhere: isNull(secondFactors.confirmedAt) })
    .returning({ userId: secondFactors.userId });
  return written ? accept(true) : refuse({ code: 'factor-stands', message: 'A second factor is set up already.' });
}

/** What the set-up page shows until a first code was right; null when nothing is being set up. */
export async function readSetUp(desk: Desk, person: Person): Promise<SetUp | null> {
  const [row] = await desk.db.select().from(secondFactors).where(and(eq(secondFactors.userId, person.userId), isNull(secondFactors.confirmedAt)));
  if (!row) return null;
  const secret = await secretOf(desk);
  const key = unseal(secret, 'second-factor', row.sealedSecret);
  return { address: clockOf(key, person.email).toString(), key, codes: codesFor(secret, person.userId, row.createdAt) };
}

/** The first right code makes the second factor stand, with its backup codes, and proves this session. */
export async function finishSetUp(desk: Desk, session: AnySession, typed: string, now: Date): Promise<Outcome<true, CodeRefusal>> {
  const secret = await secretOf(desk);
  return inTurn(desk, session, now, () => writeLedger<true, CodeRefusal>(desk.db, async (tx) => {
    const [row] = await tx.select().from(secondFactors).where(and(eq(secondFactors.userId, session.userId), isNull(secondFactors.confirmedAt)));
    if (!row || !(await takeStep(tx, secret, row, typed, now))) return refuse({ code: 'wrong-code', message: WRONG_CODE });
    await tx.update(secondFactors).set({ confirmedAt: now }).where(eq(secondFactors.userId, session.userId));
    await tx.delete(backupCodes).where(eq(backupCodes.userId, session.userId));
    const codes = codesFor(secret, session.userId, row.createdAt);
    await tx.insert(backupCodes).values(codes.map((code) => ({ id: randomUUID(), userId: session.userId, codeHash: hashCode(secret, session.userId, code) })));
    await proveSession(tx, session.id, now);
    await audit(tx, session.userId, 'set-second-factor', now);
    return accept(true);
  }));
}

/** Whether the code is the phone's of now, or one on paper that was never used; proves this session. */
export async function proveSecondFactor(desk: Desk, session: AnySession, typed: string, now: Date): Promise<Outcome<true, CodeRefusal>> {
  const secret = await secretOf(desk);
  return inTurn(desk, session, now, () => writeLedger<true, CodeRefusal>(desk.db, async (tx) => {
    const [row] = await tx.select().from(secondFactors).where(and(eq(secondFactors.userId, session.userId), isNotNull(secondFactors.confirmedAt)));
    if (!row) return refuse({ code: 'wrong-code', message: WRONG_CODE });
    const isPaper = plainCode(typed).length === CODE_LENGTH;
    const isRight = isPaper ? await takeBackupCode(tx, hashCode(secret, session.userId, typed), session.userId, now) : await takeStep(tx, secret, row, typed, now);
    if (!isRight) return refuse({ code: 'wrong-code', message: WRONG_CODE });
    await proveSession(tx, session.id, now);
    if (isPaper) await audit(tx, session.userId, 'use-backup-code', now);
    return accept(true);
  }));
}

/** Backup codes not used yet; 0 without a second factor. */
export function countBackupCodes(desk: Desk, userId: string): Promise<number> {
  return desk.db.$count(backupCodes, and(eq(backupCodes.userId, userId), isNull(backupCodes.usedAt)));
}

/** Takes the second factor and its codes away, for a lost phone. The caller writes the audit. */
export async function forgetSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  await tx.delete(backupCodes).where(eq(backupCodes.userId, userId));
  await tx.delete(nextSecondFactors).where(eq(nextSecondFactors.userId, userId));
  const gone = await tx.delete(secondFactors).where(eq(secondFactors.userId, userId)).returning({ userId: secondFactors.userId });
  return gone.length === 1;
}

/** The step of the clock that the code belongs to; null for a wrong one. */
export function stepOf(key: string, typed: string, now: Date): number | null {
  const token = plainCode(typed);
  if (!/^\d{6}$/.test(token)) return null;
  const offset = clockOf(key, '').validate({ token, timestamp: now.getTime(), window: WINDOW });
  return offset === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + offset;
}

/** Takes the step of the clock that the code belongs to; false when there is none, or when it or a later one was taken before. */
async function takeStep(tx: Transaction, secret: string, row: typeof secondFactors.$inferSelect, typed: string, now: Date): Promise<boolean> {
  const step = stepOf(unseal(secret, 'second-factor', row.sealedSecret), typed, now);
  if (step === null) return false;
  const taken = await tx.update(secondFactors).set({ lastStep: step })
    .where(and(eq(secondFactors.userId, row.userId), lt(secondFactors.lastStep, step))).returning({ userId: secondFactors.userId });
  return taken.length === 1;
}

async function takeBackupCode(tx: Transaction, codeHash: string, userId: string, now: Date): Promise<boolean> {
  const used = await tx.update(backupCodes).set({ usedAt: now })
    .where(and(eq(backupCodes.userId, userId), eq(backupCodes.codeHash, codeHash), isNull(backupCodes.usedAt))).returning({ id: backupCodes.id });
  return used.length === 1;
}

async function proveSession(tx: Transaction, sessionId: string, now: Date): Promise<void> {
  await tx.insert(sessionProofs).values({ sessionId, secondFactorAt: now })
    .onConflictDoUpdate({ target: sessionProofs.sessionId, set: { secondFactorAt: now } });
}

function audit(tx: Transaction, userId: string, action: string, now: Date): Promise<void> {
  return recordAudit(tx, SECOND_FACTORS, [{ action, subject: 'person', subjectId: userId, revision: null, changesetId: null, before: null, after: null }], now);
}

/** Guesses of six digits are slowed and stopped like guesses of a password. */
export async function inTurn(desk: Desk, session: AnySession, now: Date, work: () => Promise<Outcome<true, CodeRefusal>>): Promise<Outcome<true, CodeRefusal>> {
  const subject = subjectOf(`second factor of ${session.userId}`);
  const attempt = await countAttempt(desk.db, subject, subject, now);
  if (attempt.retryAfterSeconds !== null) {
    return refuse({ code: 'too-many-tries', message: 'Too many tries. Wait an hour at most, then try again.', retryAfterSeconds: attempt.retryAfterSeconds });
  }
  const outcome = await work();
  if (outcome.ok) await settleAttempt(desk.db, attempt.id, 'succeeded');
  return outcome;
}
