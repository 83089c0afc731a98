import { and, asc, eq, gt, isNull, max } from 'drizzle-orm';
import { invitations, roles, secondFactors, sessions, users } from '@/db/schema/accounts';
import type { Role } from '@/domain/editor';
import type { Desk } from './desk';
import { invitationToken } from './invitation-token';

// Who may enter the desk, and who is asked in.

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly grantedAt: Date;
  readonly suspendedAt: Date | null;
  readonly hasSecondFactor: boolean;
  /** Null while the person is nowhere signed in. */
  readonly lastUsedAt: Date | null;
}

/** Everybody with a right, by name. */
export async function listPeople({ db }: Desk): Promise<Person[]> {
  const rows = await db
    .select({
      id: users.id, name: users.name, email: users.email, role: roles.role, grantedAt: roles.grantedAt, suspendedAt: roles.suspendedAt,
      factorAt: secondFactors.confirmedAt, lastUsedAt: max(sessions.updatedAt),
    })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .groupBy(users.id, roles.userId, secondFactors.userId)
    .orderBy(asc(users.name), asc(users.id));
  return rows.map(({ factorAt, ...row }) => ({ ...row, hasSecondFactor: factorAt !== null }));
}

export interface OpenInvitation {
  readonly id: string;
  readonly purpose: 'join' | 'new-password';
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
  /** Null for a link that only the command printed. */
  readonly link: string | null;
  /** When the link went out by mail, or why it did not; both null where no mail was tried. */
  readonly mailedAt: Date | null;
  readonly mailProblem: string | null;
}

/** The links that still open a door, soonest to end first. */
export async function listInvitations(desk: Desk, now: Date): Promise<OpenInvitation[]> {
  const rows = await desk.db.select().from(invitations)
    .where(and(isNull(invitations.usedAt), gt(invitations.expiresAt, now))).orderBy(asc(invitations.expiresAt), asc(invitations.id));
  const { secret } = await desk.auth.$context;
  return rows.map((row) => {
    const { token, hash } = invitationToken(secret, row.id);
    const link = hash === row.tokenHash ? `${desk.siteUrl}/admin/join?token=${token}` : null;
    return { id: row.id, purpose: row.purpose, name: row.name, email: row.email, role: row.role, expiresAt: row.expiresAt, link, mailedAt: row.mailedAt, mailProblem: row.mailProblem };
  });
}
