import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { credentials, invitations, roles, sessions, users } from '@/db/schema/accounts';
import { audit } from '@/db/schema/audit';
import type { Desk } from '@/lib/accounts/desk';
import { expiredCookie } from '@/lib/accounts/identity';
import { acceptInvitation, findInvitation, inviteFirstAdmin, INVITATION_MS } from '@/lib/accounts/invitation';
import { hashPassword, verifyPassword } from '@/lib/accounts/password';
import { findSession, listOwnSessions, revokeOwnSession, SESSION_IDLE_MS } from '@/lib/accounts/session';
import { databases } from '../fixtures/databases';
import { attempt, cookieOf, deskOver, emptyAccounts, invite, join, later, NOW, PASSWORD, PERSON, SITE, withCookie } from '../fixtures/desk';
import { asOwner } from '../fixtures/owner';

describe.each(databases)('accounts on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let desk: Desk;

  beforeAll(async () => {
    open = await openTestDatabase();
    desk = deskOver(open);
  });
  afterAll(() => open.close());
  beforeEach(() => emptyAccounts(desk));

  describe('the first admin’s link', () => {
    test('makes an admin once; used, old, wrong and empty tokens all get the same answer', async () => {
      const token = await invite(desk);
      const stored = await desk.db.select().from(invitations);
      expect(JSON.stringify(stored)).not.toContain(token);
      const old = await acceptInvitation(desk.db, { token, password: PASSWORD }, later(INVITATION_MS));
      expect((await acceptInvitation(desk.db, { token, password: PASSWORD }, later(INVITATION_MS - 1))).ok).toBe(true);
      const used = await acceptInvitation(desk.db, { token, password: PASSWORD }, NOW);
      const wrong = await acceptInvitation(desk.db, { token: `${token}x`, password: PASSWORD }, NOW);
      const empty = await acceptInvitation(desk.db, { token: '', password: PASSWORD }, NOW);
      expect(old.ok || old.refusal.code).toBe('link-invalid');
      for (const answer of [used, wrong, empty]) expect(answer).toEqual(old);
      expect(await desk.db.select({ role: roles.role }).from(roles)).toEqual([{ role: 'admin' }]);
    });

    test('leaves who and with which right in the audit, and no secret', async () => {
      const before = (await desk.db.select().from(audit)).length;
      const token = await invite(desk);
      await acceptInvitation(desk.db, { token, password: PASSWORD }, NOW);
      const added = (await desk.db.select().from(audit).orderBy(audit.seq)).slice(before);
      expect(added.map((row) => [row.action, row.editorId, row.after])).toEqual([
        ['invite', 'system:first-admin', expect.objectContaining({ name: PERSON.name, role: 'admin' })],
        ['join', 'system:invitations', expect.objectContaining({ name: PERSON.name, role: 'admin', invitedBy: 'system:first-admin' })],
      ]);
      const [invitation] = await desk.db.select().from(invitations);
      for (const secret of [token, PASSWORD, PERSON.email, invitation?.tokenHash ?? 'none']) expect(JSON.stringify(added)).not.toContain(secret);
    });

    test('of many uses at once one wins', async () => {
      const token = await invite(desk);
      const answers = await Promise.all(Array.from({ length: 6 }, () => acceptInvitation(desk.db, { token, password: PASSWORD }, NOW)));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(await desk.db.select().from(users)).toHaveLength(1);
    });

    test('looking at it changes nothing; a refused password does not use it up', async () => {
      const token = await invite(desk);
      for (let look = 0; look < 3; look += 1) expect(await findInvitation(desk.db, token, NOW)).toEqual({ ...PERSON, purpose: 'join' });
      for (const [password, code] of [
        ['short', 'password-short'],
        ['PassWord12345', 'password-common'],
        ['frontierledger2026!', 'password-common'],
        ['abababababababab', 'password-common'],
        ['amina yousaf 1990', 'password-personal'],
        ['x'.repeat(257), 'password-long'],
      ] as const) {
        const answer = await acceptInvitation(desk.db, { token, password }, NOW);
        expect(answer.ok || answer.refusal.code, password).toBe(code);
      }
      expect((await acceptInvitation(desk.db, { token, password: PASSWORD }, NOW)).ok).toBe(true);
    });

    test('a second one replaces the first, and none is made once there is an admin', async () => {
      const first = await invite(desk);
      const second = await invite(desk);
      expect(await findInvitation(desk.db, first, NOW)).toBeNull();
      expect((await acceptInvitation(desk.db, { token: second, password: PASSWORD }, NOW)).ok).toBe(true);
      const refused = await inviteFirstAdmin(desk.db, { email: 'mallory@ledger.example', name: 'Mallory' }, NOW);
      expect(refused.ok || refused.refusal.code).toBe('admin-exists');
    });
  });

  describe('passwords', () => {
    test('are stored as argon2id at the settings we promise, and do not depend on the keyboard’s Unicode form', async () => {
      await join(desk);
      const [row] = await desk.db.select({ password: credentials.password }).from(credentials);
      expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(await verifyPassword(await hashPassword('caf\u00e9 au lait au lit'), 'cafe\u0301 au lait au lit')).toBe(true);
    });

    test('unknown person, wrong password and nonsense get the same answer', async () => {
      await join(desk);
      const wrong = await attempt(desk, 'not the password at all');
      expect(wrong.ok || wrong.refusal.code).toBe('wrong-pair');
      expect(await attempt(desk, PASSWORD, { email: 'nobody@ledger.example' })).toEqual(wrong);
      expect(await attempt(desk, PASSWORD, { email: 'no address' })).toEqual(wrong);
      expect(await attempt(desk, 'y'.repeat(900))).toEqual(wrong);
    });
  });

  describe('sessions', () => {
    test('the cookie is bound to the host and out of reach of scripts', async () => {
      await join(desk);
      const signedIn = await attempt(desk, PASSWORD, { email: ' Amina@Ledger.example' });
      expect(signedIn.ok && signedIn.value.cookies.map((each) => each.split('=')[0])).toEqual(['__Host-sid', '__Host-known']);
      const cookie = signedIn.ok ? (signedIn.value.cookies[0] ?? '') : '';
      expect(cookie).toMatch(/^__Host-sid=[^;]+/);
      for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=43200']) expect(cookie).toContain(attribute);
      expect(cookie).not.toContain('Domain');
      expect(expiredCookie(SITE)).toBe('__Host-sid=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict; Secure');
      expect(expiredCookie('http://localhost:3000')).not.toContain('__Host-');
    });

    test('prove who somebody is and with which right, until they are revoked', async () => {
      await join(desk);
      const cookie = await cookieOf(desk);
      const other = await cookieOf(desk);
      const session = await findSession(desk, withCookie(cookie), NOW);
      expect(session?.editor).toMatchObject({ name: PERSON.name, role: 'admin', nature: 'person' });
      if (!session) throw new Error('no session');
      const own = await listOwnSessions(desk.db, session, NOW);
      expect(own.map((row) => row.isThisOne).sort()).toEqual([false, true]);
      expect(JSON.stringify(own)).not.toContain(decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0]);
      expect(await revokeOwnSession(desk.db, session, own.find((row) => !row.isThisOne)?.id ?? '')).toBe(true);
      expect(await findSession(desk, withCookie(other), NOW)).toBeNull();
      expect(await findSession(desk, withCookie(cookie), NOW)).not.toBeNull();
      expect(await revokeOwnSession(desk.db, session, session.id)).toBe(true);
      expect(await findSession(desk, withCookie(cookie), NOW)).toBeNull();
    });

    test('nobody revokes somebody else’s', async () => {
      await join(desk);
      const session = await findSession(desk, withCookie(await cookieOf(desk)), NOW);
      const userId = randomUUID();
      await desk.db.insert(users).values({ id: userId, name: 'B', email: 'b@ledger.example', createdAt: NOW, updatedAt: NOW });
      await desk.db.insert(sessions).values({ id: 'theirs', token: 'theirs', userId, expiresAt: later(1e6), createdAt: NOW, updatedAt: NOW });
      if (!session) throw new Error('no session');
      expect(await revokeOwnSession(desk.db, session, 'theirs')).toBe(false);
      expect(await desk.db.select().from(sessions).where(eq(sessions.id, 'theirs'))).toHaveLength(1);
    });

    test('end after 30 idle minutes; use keeps them, but not beyond 12 hours', async () => {
      await join(desk);
      const idle = await cookieOf(desk);
      expect(await findSession(desk, withCookie(idle), new Date(Date.now() + SESSION_IDLE_MS + 60_000))).toBeNull();
      expect(await findSession(desk, withCookie(idle), NOW)).toBeNull();

      const used = await cookieOf(desk);
      const step = SESSION_IDLE_MS - 60_000;
      const end = 12 * 3_600_000;
      let at = 0;
      for (; at < end; at += step) expect(await findSession(desk, withCookie(used), later(at)), `after ${at / 60_000} minutes`).not.toBeNull();
      expect(await findSession(desk, withCookie(used), later(at))).toBeNull();
    });

    test('a forged or foreign cookie proves nothing; without a role nobody enters', async () => {
      await join(desk);
      const cookie = await cookieOf(desk);
      expect(await findSession(desk, withCookie(`${cookie.slice(0, -6)}AAAAAA`), NOW)).toBeNull();
      expect(await findSession(desk, new Headers(), NOW)).toBeNull();
      await asOwner(desk.db, (db) => db.delete(roles));
      expect(await findSession(desk, withCookie(cookie), NOW)).toBeNull();
    });
  });
});
