import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { credentials, invitations, roles, sessions, signInAttempts, users } from '@/db/schema/accounts';
import { audit } from '@/db/schema/audit';
import { createAuth, expiredCookie, type Auth } from '@/lib/accounts/identity';
import { acceptInvitation, findInvitation, inviteFirstAdmin, INVITATION_MS } from '@/lib/accounts/invitation';
import { hashPassword, verifyPassword } from '@/lib/accounts/password';
import { findSession, listOwnSessions, revokeOwnSession, SESSION_IDLE_MS } from '@/lib/accounts/session';
import { signIn } from '@/lib/accounts/sign-in';
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, FREE_FAILURES, subjectOf } from '@/lib/accounts/throttle';
import { databases } from '../fixtures/databases';

const SITE = 'https://ledger.example';
const PERSON = { email: 'amina@ledger.example', name: 'Amina Yousaf' };
const PASSWORD = 'teapot window gravel oath';
const NOW = new Date();
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

// The route handlers ask for the desk of the process; here it is the one under test.
const holder = vi.hoisted(() => ({ desk: null as null | { db: OpenDatabase['db']; auth: Auth; siteUrl: string } }));
vi.mock('@/lib/accounts/desk', () => ({ getDesk: async () => holder.desk }));

describe.each(databases)('accounts on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let desk: { db: OpenDatabase['db']; auth: Auth; siteUrl: string };

  beforeAll(async () => {
    open = await openTestDatabase();
    desk = { db: open.db, auth: createAuth(open.db, SITE, 'a secret of the tests, long enough to be one'), siteUrl: SITE };
    holder.desk = desk;
  });
  afterAll(async () => {
    await open.close();
  });
  beforeEach(async () => {
    for (const table of [signInAttempts, invitations, roles, credentials, sessions, users]) await open.db.delete(table);
  });

  async function invite(now = NOW): Promise<string> {
    const invited = await inviteFirstAdmin(open.db, PERSON, now);
    if (!invited.ok) throw new Error(invited.refusal.message);
    return invited.value.token;
  }
  async function join(): Promise<void> {
    const joined = await acceptInvitation(open.db, { token: await invite(), password: PASSWORD }, NOW);
    expect(joined).toEqual({ ok: true, value: { email: PERSON.email } });
  }
  const attempt = (password: string, email = PERSON.email, address = '192.0.2.1', now = NOW, wait = async (_ms: number) => undefined as void) =>
    signIn(desk, { email, password, address, userAgent: 'test' }, now, wait);
  async function cookieOf(): Promise<string> {
    const signedIn = await attempt(PASSWORD);
    if (!signedIn.ok) throw new Error(signedIn.refusal.message);
    return (signedIn.value.cookies[0] ?? '').split(';')[0] ?? '';
  }
  const withCookie = (cookie: string) => new Headers({ cookie });

  describe('the first admin’s link', () => {
    test('makes an admin once; used, old, wrong and empty tokens all get the same answer', async () => {
      const token = await invite();
      const stored = await open.db.select().from(invitations);
      expect(JSON.stringify(stored)).not.toContain(token);
      const old = await acceptInvitation(open.db, { token, password: PASSWORD }, later(INVITATION_MS));
      expect((await acceptInvitation(open.db, { token, password: PASSWORD }, later(INVITATION_MS - 1))).ok).toBe(true);
      const used = await acceptInvitation(open.db, { token, password: PASSWORD }, NOW);
      const wrong = await acceptInvitation(open.db, { token: `${token}x`, password: PASSWORD }, NOW);
      const empty = await acceptInvitation(open.db, { token: '', password: PASSWORD }, NOW);
      expect(old.ok || old.refusal.code).toBe('link-invalid');
      for (const answer of [used, wrong, empty]) expect(answer).toEqual(old);
      expect(await open.db.select({ role: roles.role }).from(roles)).toEqual([{ role: 'admin' }]);
    });

    test('leaves who and with which right in the audit, and no secret', async () => {
      const before = (await open.db.select().from(audit)).length;
      const token = await invite();
      await acceptInvitation(open.db, { token, password: PASSWORD }, NOW);
      const added = (await open.db.select().from(audit).orderBy(audit.seq)).slice(before);
      expect(added.map((row) => [row.action, row.editorId, row.after])).toEqual([
        ['invite', 'system:first-admin', expect.objectContaining({ name: PERSON.name, role: 'admin' })],
        ['join', 'system:invitations', expect.objectContaining({ name: PERSON.name, role: 'admin', invitedBy: 'system:first-admin' })],
      ]);
      const [invitation] = await open.db.select().from(invitations);
      for (const secret of [token, PASSWORD, PERSON.email, invitation?.tokenHash ?? 'none']) expect(JSON.stringify(added)).not.toContain(secret);
    });

    test('of many uses at once one wins', async () => {
      const token = await invite();
      const answers = await Promise.all(Array.from({ length: 6 }, () => acceptInvitation(open.db, { token, password: PASSWORD }, NOW)));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(await open.db.select().from(users)).toHaveLength(1);
    });

    test('looking at it changes nothing; a refused password does not use it up', async () => {
      const token = await invite();
      for (let look = 0; look < 3; look += 1) expect(await findInvitation(open.db, token, NOW)).toEqual(PERSON);
      for (const [password, code] of [
        ['short', 'password-short'],
        ['PassWord12345', 'password-common'],
        ['frontierledger2026!', 'password-common'],
        ['abababababababab', 'password-common'],
        ['amina yousaf 1990', 'password-personal'],
        ['x'.repeat(257), 'password-long'],
      ] as const) {
        const answer = await acceptInvitation(open.db, { token, password }, NOW);
        expect(answer.ok || answer.refusal.code, password).toBe(code);
      }
      expect((await acceptInvitation(open.db, { token, password: PASSWORD }, NOW)).ok).toBe(true);
    });

    test('a second one replaces the first, and none is made once there is an admin', async () => {
      const first = await invite();
      const second = await invite();
      expect(await findInvitation(open.db, first, NOW)).toBeNull();
      expect((await acceptInvitation(open.db, { token: second, password: PASSWORD }, NOW)).ok).toBe(true);
      const refused = await inviteFirstAdmin(open.db, { email: 'mallory@ledger.example', name: 'Mallory' }, NOW);
      expect(refused.ok || refused.refusal.code).toBe('admin-exists');
    });
  });

  describe('passwords', () => {
    test('are stored as argon2id at the settings we promise, and do not depend on the keyboard’s Unicode form', async () => {
      await join();
      const [row] = await open.db.select({ password: credentials.password }).from(credentials);
      expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(await verifyPassword(await hashPassword('caf\u00e9 au lait au lit'), 'cafe\u0301 au lait au lit')).toBe(true);
    });

    test('unknown person, wrong password and nonsense get the same answer', async () => {
      await join();
      const wrong = await attempt('not the password at all');
      expect(wrong.ok || wrong.refusal.code).toBe('wrong-pair');
      expect(await attempt(PASSWORD, 'nobody@ledger.example')).toEqual(wrong);
      expect(await attempt(PASSWORD, 'no address')).toEqual(wrong);
      expect(await attempt('y'.repeat(900))).toEqual(wrong);
    });
  });

  describe('sessions', () => {
    test('the cookie is bound to the host and out of reach of scripts', async () => {
      await join();
      const signedIn = await attempt(PASSWORD, ' Amina@Ledger.example');
      expect(signedIn.ok && signedIn.value.cookies).toHaveLength(1);
      const cookie = signedIn.ok ? (signedIn.value.cookies[0] ?? '') : '';
      expect(cookie).toMatch(/^__Host-sid=[^;]+/);
      for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=43200']) expect(cookie).toContain(attribute);
      expect(cookie).not.toContain('Domain');
      expect(expiredCookie(SITE)).toBe('__Host-sid=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict; Secure');
      expect(expiredCookie('http://localhost:3000')).not.toContain('__Host-');
    });

    test('prove who somebody is and with which right, until they are revoked', async () => {
      await join();
      const cookie = await cookieOf();
      const other = await cookieOf();
      const session = await findSession(desk, withCookie(cookie), NOW);
      expect(session?.editor).toMatchObject({ name: PERSON.name, role: 'admin', nature: 'person' });
      if (!session) throw new Error('no session');
      const own = await listOwnSessions(open.db, session, NOW);
      expect(own.map((row) => row.isThisOne).sort()).toEqual([false, true]);
      expect(JSON.stringify(own)).not.toContain(decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0]);
      expect(await revokeOwnSession(open.db, session, own.find((row) => !row.isThisOne)?.id ?? '')).toBe(true);
      expect(await findSession(desk, withCookie(other), NOW)).toBeNull();
      expect(await findSession(desk, withCookie(cookie), NOW)).not.toBeNull();
      expect(await revokeOwnSession(open.db, session, session.id)).toBe(true);
      expect(await findSession(desk, withCookie(cookie), NOW)).toBeNull();
    });

    test('nobody revokes somebody else’s', async () => {
      await join();
      const session = await findSession(desk, withCookie(await cookieOf()), NOW);
      const userId = randomUUID();
      await open.db.insert(users).values({ id: userId, name: 'B', email: 'b@ledger.example', createdAt: NOW, updatedAt: NOW });
      await open.db.insert(sessions).values({ id: 'theirs', token: 'theirs', userId, expiresAt: later(1e6), createdAt: NOW, updatedAt: NOW });
      if (!session) throw new Error('no session');
      expect(await revokeOwnSession(open.db, session, 'theirs')).toBe(false);
      expect(await open.db.select().from(sessions).where(eq(sessions.id, 'theirs'))).toHaveLength(1);
    });

    test('end after 30 idle minutes; use keeps them, but not beyond 12 hours', async () => {
      await join();
      const idle = await cookieOf();
      expect(await findSession(desk, withCookie(idle), later(SESSION_IDLE_MS + 60_000))).toBeNull();
      expect(await findSession(desk, withCookie(idle), NOW)).toBeNull();

      const used = await cookieOf();
      const step = SESSION_IDLE_MS - 60_000;
      const end = 12 * 3_600_000;
      let at = 0;
      for (; at < end; at += step) expect(await findSession(desk, withCookie(used), later(at)), `after ${at / 60_000} minutes`).not.toBeNull();
      expect(await findSession(desk, withCookie(used), later(at))).toBeNull();
    });

    test('a forged or foreign cookie proves nothing; without a role nobody enters', async () => {
      await join();
      const cookie = await cookieOf();
      expect(await findSession(desk, withCookie(`${cookie.slice(0, -6)}AAAAAA`), NOW)).toBeNull();
      expect(await findSession(desk, new Headers(), NOW)).toBeNull();
      await open.db.delete(roles);
      expect(await findSession(desk, withCookie(cookie), NOW)).toBeNull();
    });
  });

  describe('guessing', () => {
    test('waits after five failures, stops after twenty an hour from whatever addresses, and opens again', async () => {
      await join();
      const waits: number[] = [];
      const wait = async (milliseconds: number) => void waits.push(milliseconds);
      for (let guess = 0; guess < ACCOUNT_LIMIT; guess += 1) {
        const answer = await attempt('a wrong guess of mine', PERSON.email, `198.51.100.${guess}`, later(guess * 1000), wait);
        expect(answer.ok || answer.refusal.code).toBe('wrong-pair');
      }
      expect(waits).toHaveLength(ACCOUNT_LIMIT - FREE_FAILURES);
      expect(waits[0]).toBe(500);
      expect(Math.max(...waits)).toBe(8000);
      const stopped = await attempt(PASSWORD, PERSON.email, '203.0.113.9', later(60_000), wait);
      expect(stopped.ok || stopped.refusal).toMatchObject({ code: 'too-many-tries', retryAfterSeconds: 3540 });
      // Hammering on while it is stopped does not keep it stopped.
      for (let more = 0; more < 5; more += 1) expect((await attempt('again', PERSON.email, '203.0.113.9', later(3_599_000), wait)).ok).toBe(false);
      expect((await attempt(PASSWORD, PERSON.email, '203.0.113.9', later(3_600_000 + 60_000), wait)).ok).toBe(true);
    });

    test('twenty-five at once: no more than twenty passwords are looked at', async () => {
      await join();
      const answers = await Promise.all(Array.from({ length: 25 }, () => attempt('a wrong guess of mine')));
      const looked = answers.filter((answer) => !answer.ok && answer.refusal.code === 'wrong-pair').length;
      expect(looked).toBeLessThanOrEqual(ACCOUNT_LIMIT);
    });

    test('many accounts from one address are stopped, too, and no row tells whom was tried', async () => {
      const rows = Array.from({ length: ADDRESS_LIMIT }, (_, index) => ({
        id: randomUUID(),
        subject: subjectOf(`person${index}@ledger.example`),
        address: '192.0.2.77',
        outcome: 'failed' as const,
        attemptedAt: NOW,
      }));
      await open.db.insert(signInAttempts).values(rows);
      const answer = await attempt(PASSWORD, 'amina@ledger.example', '192.0.2.77');
      expect(answer.ok || answer.refusal.code).toBe('too-many-tries');
      expect(JSON.stringify(await open.db.select().from(signInAttempts))).not.toContain('@');
    });
  });

  describe('the guarded routes', () => {
    type Fields = Record<string, string>;
    const handlers = {
      'sign-in': () => import('@/app/api/admin/sign-in/route'),
      'sign-out': () => import('@/app/api/admin/sign-out/route'),
      join: () => import('@/app/api/admin/join/route'),
      'revoke-session': () => import('@/app/api/admin/revoke-session/route'),
    };
    async function post(name: keyof typeof handlers, fields: Fields | string, headers: Record<string, string | undefined> = {}): Promise<Response> {
      const { POST } = await handlers[name]();
      const all = { origin: SITE, 'content-type': 'application/x-www-form-urlencoded', ...headers };
      const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
      const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
      return POST(new Request(`${SITE}/api/admin/${name}`, { method: 'POST', headers: sent, body }));
    }
    const countEverything = async () => [
      await open.db.$count(users),
      await open.db.$count(sessions),
      await open.db.$count(roles),
      await open.db.$count(signInAttempts),
      (await open.db.select().from(invitations)).filter((row) => row.usedAt).length,
    ];

    test('a plain form joins, signs out and signs in again', async () => {
      const token = await invite();
      const joined = await post('join', { token, password: PASSWORD }, { 'sec-fetch-site': 'same-origin' });
      expect([joined.status, joined.headers.get('location'), joined.headers.get('cache-control')]).toEqual([303, '/admin', 'no-store']);
      const cookie = joined.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      expect(await findSession(desk, withCookie(cookie), new Date())).not.toBeNull();

      const out = await post('sign-out', {}, { cookie });
      expect([out.status, out.headers.get('location')]).toEqual([303, '/admin/sign-in?signed-out=1']);
      expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0');
      expect(await findSession(desk, withCookie(cookie), new Date())).toBeNull();

      const back = await post('sign-in', { email: PERSON.email, password: PASSWORD });
      expect([back.status, back.headers.get('location')]).toEqual([303, '/admin']);
    });

    test('from another site, without an origin, or with one that only looks like ours, nothing happens', async () => {
      await join();
      const token = 'x';
      const before = await countEverything();
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: undefined },
        { origin: 'http://ledger.example' },
        { origin: 'https://ledger.example.evil.example' },
        { origin: 'https://sub.ledger.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' },
      ]) {
        expect((await post('sign-in', { email: PERSON.email, password: PASSWORD }, headers)).status, JSON.stringify(headers)).toBe(403);
        expect((await post('join', { token, password: PASSWORD }, headers)).status).toBe(403);
        expect((await post('sign-out', {}, headers)).status).toBe(403);
      }
      expect(await countEverything()).toEqual(before);
    });

    test('too large, wrong type, double and unknown fields are refused before anything is done', async () => {
      const token = await invite();
      const before = await countEverything();
      expect((await post('join', `token=${token}&password=${'x'.repeat(20_000)}`)).status).toBe(413);
      const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(4096).fill(97)) });
      const { POST } = await handlers.join();
      const headers = { origin: SITE, 'content-type': 'application/x-www-form-urlencoded' };
      const streamed = new Request(`${SITE}/api/admin/join`, { method: 'POST', headers, body: endless, duplex: 'half' } as RequestInit & { duplex: 'half' });
      expect((await POST(streamed)).status).toBe(413);
      expect((await post('join', { token, password: PASSWORD }, { 'content-type': 'text/plain' })).status).toBe(415);
      expect((await post('join', { token, password: PASSWORD }, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415);
      expect((await post('join', `token=${token}&token=x&password=${encodeURIComponent(PASSWORD)}`)).status).toBe(400);
      expect((await post('join', '{"token":', { 'content-type': 'application/json' })).status).toBe(400);
      expect(await countEverything()).toEqual(before);
    });

    test('a role in the body never becomes a role', async () => {
      const token = await invite();
      await open.db.update(invitations).set({ role: 'editor' });
      for (const field of ['role', 'userId', 'isAdmin', 'email', 'emailVerified', '__proto__']) {
        const fields = JSON.stringify({ token, password: PASSWORD }).replace('}', `,"${field}":"admin"}`);
        const refused = await post('join', fields, { 'content-type': 'application/json', accept: 'application/json' });
        expect(refused.status, field).toBe(400);
      }
      expect(await open.db.$count(users)).toBe(0);
      expect((await post('join', { token, password: PASSWORD })).status).toBe(303);
      expect(await open.db.select({ role: roles.role }).from(roles)).toEqual([{ role: 'editor' }]);
      expect((await post('sign-in', { email: PERSON.email, password: PASSWORD, role: 'admin' })).headers.get('location')).toContain('problem=fields');
    });

    test('refusals: a form goes back to its page with a code and the address typed, a script gets a problem document', async () => {
      await join();
      const form = await post('sign-in', { email: PERSON.email, password: 'a wrong guess of mine' });
      expect([form.status, form.headers.get('location')]).toEqual([303, '/admin/sign-in?problem=wrong-pair']);
      expect(form.headers.getSetCookie()[0]).toMatch(/^frontier-ledger-typed=amina%40ledger\.example; Max-Age=120; Path=\/admin; HttpOnly; SameSite=Strict$/);
      const script = await post('sign-in', { email: PERSON.email, password: 'a wrong guess of mine' }, { accept: 'application/json' });
      expect([script.status, script.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
      expect(await script.json()).toMatchObject({ code: 'wrong-pair' });
      for (const name of ['sign-out', 'revoke-session'] as const) {
        expect((await post(name, { session: 'x' })).headers.get('location')).toBe('/admin/sign-in?problem=signed-out');
        expect((await post(name, { session: 'x' }, { accept: 'application/json' })).status).toBe(401);
      }
    });

    test('over plain http only the machine itself may sign in', async () => {
      await join();
      const auth = createAuth(open.db, 'http://ledger.example', 'a secret of the tests, long enough to be one');
      holder.desk = { db: open.db, auth, siteUrl: 'http://ledger.example' };
      const refused = await post('sign-in', { email: PERSON.email, password: PASSWORD }, { origin: 'http://ledger.example' });
      expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('https')]);
      const local = 'http://localhost:3000';
      holder.desk = { db: open.db, auth: createAuth(open.db, local, 'a secret of the tests, long enough to be one'), siteUrl: local };
      const cookie = (await post('sign-in', { email: PERSON.email, password: PASSWORD }, { origin: local })).headers.getSetCookie()[0] ?? '';
      expect(cookie).toMatch(/^frontier-ledger-sid=.*HttpOnly; SameSite=Strict$/);
      holder.desk = desk;
    });
  });
});

describe('every address of the desk', () => {
  const root = path.resolve('app/api/admin');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'));

  test.each(files)('%s answers POST only, behind a guard', async (file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    expect(Object.keys((await import(path.join(root, file))) as object)).toEqual(['POST']);
    expect(source).toMatch(file.startsWith('local/') ? /isThroughLocalDoor\(request\.headers\)/ : /export const POST = guardedRoute\(/);
  });
});
