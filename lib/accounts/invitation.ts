import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Transaction } from '@/db/client';
import { writeLedger } from '@/db/mutations/ledger-transaction';
import { recordAudit, type AuditEntry } from '@/db/mutations/record-audit';
import { credentials, invitations, roles, users } from '@/db/schema/accounts';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import { mintSystemEditor } from '@/lib/auth';
import { hashToken } from './invitation-token';
import { checkPassword, hashPassword, type PasswordRefusal } from './password';
import { replacePassword } from './own-password';
import { findAdmin } from './session';

export const INVITATION_MS = 24 * 60 * 60 * 1000;

export const invitee = z.strictObject({
  email: z.email('Give an email address such as you@example.org.').trim().toLowerCase().max(254),
  name: z.string().trim().min(1, 'Give the name that releases will carry.').max(120),
});
export type Invitee = z.infer<typeof invitee>;

const FIRST_ADMIN = mintSystemEditor('first-admin');

export type FirstAdminRefusal = { readonly code: 'admin-exists'; readonly message: string };

/**
 * Makes the link's token for the first admin, valid for a day; an earlier one that was not used becomes worthless.
 * Refuses when there is an admin. Only the token's hash is stored: the answer is the only place where it ever stands.
 */
export function inviteFirstAdmin(db: Database, person: Invitee, now: Date): Promise<Outcome<{ token: string; expiresAt: Date }, FirstAdminRefusal>> {
  // Writers queue at the audit chain, so two commands at once cannot both find that there is no admin.
  return writeLedger(db, async (tx) => {
    const admin = await findAdmin(tx);
    if (admin) return refuse({ code: 'admin-exists', message: `There is an admin already: ${admin.name} <${admin.email}>. Only the first one is made by this command.` });
    await tx.delete(invitations).where(and(isNull(invitations.usedAt), eq(invitations.invitedBy, FIRST_ADMIN.id)));
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + INVITATION_MS);
    const id = randomUUID();
    await tx.insert(invitations).values({
      id,
      tokenHash: hashToken(token),
      ...person,
      role: 'admin',
      invitedBy: FIRST_ADMIN.id,
      createdAt: now,
      expiresAt,
    });
    const after = { name: person.name, role: 'admin', expiresAt };
    await recordAudit(tx, FIRST_ADMIN, [auditOf('invite', 'invitation', id, after)], now);
    return accept({ token, expiresAt });
  });
}

const usable = (token: string, now: Date) =>
  and(eq(invitations.tokenHash, hashToken(token)), isNull(invitations.usedAt), gt(invitations.expiresAt, now));

export interface Invited {
  readonly email: string;
  readonly name: string;
  readonly purpose: 'join' | 'new-password';
}

/** Whom the link invites, or null when it is wrong, used or too old: all three look the same. Changes nothing. */
export async function findInvitation(db: Database, token: string, now: Date): Promise<Invited | null> {
  const [row] = await db.select({ email: invitations.email, name: invitations.name, purpose: invitations.purpose }).from(invitations).where(usable(token, now));
  return row ?? null;
}

export type JoinRefusal = PasswordRefusal | { readonly code: 'link-invalid' | 'email-taken'; readonly message: string };

export const LINK_INVALID = 'This link does not work: it was used already, is older than 24 hours, or was not copied whole. Ask for a new one.';

/** The audit is kept for ever, so it tells of names and rights, never of addresses, tokens or passwords. */
function auditOf(action: string, subject: string, subjectId: string, after: object): AuditEntry {
  return { action, subject, subjectId, revision: null, changesetId: null, before: null, after };
}

/**
 * Uses the link up: person, password and right in one transaction, or nothing. The role is the invitation's; nothing typed can change it.
 * A link for a new password changes that alone, and ends every session of its owner.
 */
export async function acceptInvitation(db: Database, input: { token: string; password: string }, now: Date): Promise<Outcome<{ email: string }, JoinRefusal>> {
  const invited = await findInvitation(db, input.token, now);
  if (!invited) return refuse({ code: 'link-invalid', message: LINK_INVALID });
  const password = checkPassword(input.password, invited);
  if (!password.ok) return password;
  const hash = await hashPassword(password.value);
  return writeLedger<{ email: string }, JoinRefusal>(db, async (tx) => {
    const [used] = await tx.update(invitations).set({ usedAt: now }).where(usable(input.token, now)).returning();
    if (!used) return refuse({ code: 'link-invalid', message: LINK_INVALID });
    return used.purpose === 'join' ? join(tx, used, hash, now) : setPassword(tx, used, hash, now);
  });
}

type UsedLink = typeof invitations.$inferSelect;

async function join(tx: Transaction, used: UsedLink, hash: string, now: Date): Promise<Outcome<{ email: string }, JoinRefusal>> {
  const [namesake] = await tx.select({ id: users.id }).from(users).where(eq(users.email, used.email));
  if (namesake) return refuse({ code: 'email-taken', message: 'There is an account with this email address already. Sign in with it.' });
  const userId = randomUUID();
  const times = { createdAt: now, updatedAt: now };
  await tx.insert(users).values({ id: userId, name: used.name, email: used.email, emailVerified: false, ...times });
  await tx.insert(credentials).values({ id: randomUUID(), userId, providerId: 'credential', accountId: userId, password: hash, ...times });
  await tx.insert(roles).values({ userId, role: used.role, grantedBy: used.invitedBy, grantedAt: now });
  await tx.update(invitations).set({ userId }).where(eq(invitations.id, used.id));
  const after = { name: used.name, role: used.role, invitation: used.id, invitedBy: used.invitedBy };
  await recordAudit(tx, mintSystemEditor('invitations'), [auditOf('join', 'person', userId, after)], now);
  return accept({ email: used.email });
}

async function setPassword(tx: Transaction, used: UsedLink, hash: string, now: Date): Promise<Outcome<{ email: string }, JoinRefusal>> {
  if (used.userId === null) return refuse({ code: 'link-invalid', message: LINK_INVALID });
  await replacePassword(tx, used.userId, hash, null, now);
  await recordAudit(tx, mintSystemEditor('invitations'), [auditOf('change-password', 'person', used.userId, { invitation: used.id })], now);
  return accept({ email: used.email });
}
