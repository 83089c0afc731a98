import { and, desc, eq, gt, lt } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { credentials, roles, sessions, users } from '@/db/schema/accounts';
import type { Editor, Role } from '@/domain/editor';
import { mintPersonEditor } from '@/lib/auth';
import type { Desk } from './desk';

export const SESSION_IDLE_MS = 30 * 60 * 1000;
/** Being used is written down once a minute at most. */
const TOUCH_MS = 60 * 1000;

export interface LiveSession {
  readonly id: string;
  readonly editor: Editor;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** The session its cookie proves, or null: no cookie, a wrong one, signed out, revoked, too long idle, past its end, or a person without a role. */
export async function findSession(desk: Desk, headers: Headers, now: Date): Promise<LiveSession | null> {
  const proof = await desk.auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!proof) return null;
  const [row] = await desk.db
    .select({ session: sessions, name: users.name, email: users.email, role: roles.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(roles, eq(roles.userId, users.id))
    .where(eq(sessions.id, proof.session.id));
  if (!row) return null;
  const { session } = row;
  const isIdle = now.getTime() - session.updatedAt.getTime() > SESSION_IDLE_MS;
  if (isIdle || session.expiresAt <= now) {
    await desk.db.delete(sessions).where(eq(sessions.id, session.id));
    return null;
  }
  if (now.getTime() - session.updatedAt.getTime() > TOUCH_MS) {
    await desk.db.update(sessions).set({ updatedAt: now }).where(and(eq(sessions.id, session.id), lt(sessions.updatedAt, now)));
  }
  const editor = mintPersonEditor({ userId: session.userId, name: row.name, role: row.role, verifiedSession: session.id });
  return { id: session.id, editor, email: row.email, role: row.role, createdAt: session.createdAt, expiresAt: session.expiresAt };
}

export interface OwnSession {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly isThisOne: boolean;
}

/** The person's own sessions that are still alive, last used first. */
export async function listOwnSessions(db: Database, current: LiveSession, now: Date): Promise<OwnSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, current.editor.id),
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
export async function revokeOwnSession(db: Database, current: LiveSession, sessionId: string): Promise<boolean> {
  const gone = await db
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, current.editor.id)))
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
    .where(eq(roles.role, 'admin'))
    .limit(1);
  return row ?? null;
}
