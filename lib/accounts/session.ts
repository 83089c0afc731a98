import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { isDatabaseFull } from '@/db/database-away';
import { credentials, roles, secondFactors, sessionProofs, sessions, users } from '@/db/schema/accounts';
import type { Editor, Role } from '@/domain/editor';
import { mintPersonEditor } from '@/lib/auth';
import type { Desk } from './desk';

export const SESSION_IDLE_MS = 30 * 60 * 1000;
/** Being used is written down once a minute at most. */
const TOUCH_MS = 60 * 1000;

/** What a session still lacks before it may do anything: the code of the second factor, or a second factor at all. */
export type Lack = 'second-factor' | 'set-up';

/** Whose session it is; says nothing about rights. */
export interface AnySession {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly hasSecondFactor: boolean;
  readonly lacks: Lack | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When the password was last given in this session. */
  readonly confirmedAt: Date;
}

/** A session that lacks nothing, and the editor it proves. */
export interface LiveSession extends AnySession {
  readonly lacks: null;
  readonly editor: Editor;
}

/** Roles that may publish or look after people take a second factor. */
export function needsSecondFactor(role: Role): boolean {
  return role !== 'editor';
}

/**
 * The session its cookie proves, or null: no cookie, a wrong one, signed out, revoked, too long idle, past its end, or a person without
 * a role or suspended. It may still lack the second factor.
 */
export async function findAnySession(desk: Desk, headers: Headers, now: Date): Promise<AnySession | null> {
  const proof = await desk.auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!proof) return null;
  const [row] = await desk.db
    .select({ session: sessions, name: users.name, email: users.email, role: roles.role, factorAt: secondFactors.confirmedAt, proved: sessionProofs })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(roles, and(eq(roles.userId, users.id), isNull(roles.suspendedAt)))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .leftJoin(sessionProofs, eq(sessionProofs.sessionId, sessions.id))
    .where(eq(sessions.id, proof.session.id));
  if (!row) return null;
  const { session, name, email, role } = row;
  const isIdle = now.getTime() - session.updatedAt.getTime() > SESSION_IDLE_MS;
  if (isIdle || session.expiresAt <= now) {
    await unlessFull(desk.db.delete(sessions).where(eq(sessions.id, session.id)));
    return null;
  }
  if (now.getTime() - session.updatedAt.getTime() > TOUCH_MS) {
    await unlessFull(desk.db.update(sessions).set({ updatedAt: now }).where(and(eq(sessions.id, session.id), lt(sessions.updatedAt, now))));
  }
  const hasSecondFactor = row.factorAt !== null;
  const lacks = hasSecondFactor ? (row.proved?.secondFactorAt == null ? 'second-factor' : null) : needsSecondFactor(role) ? 'set-up' : null;
  const { createdAt, expiresAt } = session;
  const confirmedAt = row.proved?.confirmedAt ?? createdAt;
  return { id: session.id, userId: session.userId, name, email, role, hasSecondFactor, lacks, createdAt, expiresAt, confirmedAt };
}

/** With no room on the disk the desk can still be read: only what is kept of its use is not written down. */
async function unlessFull(written: PromiseLike<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (!isDatabaseFull(error)) throw error;
  }
}

/** The same, only where nothing is lacking: the one door to an Editor for a request. */
export async function findSession(desk: Desk, headers: Headers, now: Date): Promise<LiveSession | null> {
  const session = await findAnySession(desk, headers, now);
  return session && wholeSession(session);
}

/** The editor of a session that lacks nothing; null for any other. */
export function wholeSession(session: AnySession): LiveSession | null {
  if (session.lacks !== null) return null;
  const { userId, name, role, id } = session;
  return { ...session, lacks: null, editor: mintPersonEditor({ userId, name, role, verifiedSession: id }) };
}

export interface OwnSession {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly isThisOne: boolean;
}

/** The person's own sessions that are still alive, last used first. */
export async function listOwnSessions(db: Database, current: AnySession, now: Date): Promise<OwnSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, current.userId),
        gt(sessions.expiresAt, now),
        gt(sessions.updatedAt, new Date(now.getTime() - SESSION_IDLE_MS)),
      ),
    )
    .orderBy(desc(sessions.updatedAt));
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.userAgent ?? '',
    createdAt: row.createdAt,
    lastUsedAt: row.updatedAt,
    isThisOne: row.id === current.id,
  }));
}

/** Ends one of the person's own sessions; false when there is none with this id, also when it is somebody else's. */
export async function revokeOwnSession(db: Database, current: AnySession, sessionId: string): Promise<boolean> {
  const gone = await db
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, current.userId)))
    .returning({ id: sessions.id });
  return gone.length === 1;
}

/** Whether anybody holds the role and can prove it with a password. */
export async function findAdmin(db: Database): Promise<{ readonly name: string; readonly email: string } | null> {
  const [row] = await db
    .select({ name: users.name, email: users.email })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .innerJoin(credentials, eq(credentials.userId, users.id))
    .where(and(eq(roles.role, 'admin'), isNull(roles.suspendedAt)))
    .limit(1);
  return row ?? null;
}
