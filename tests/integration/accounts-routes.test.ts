import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { invitations, roles, sessions, signInAttempts, users } from '@/db/schema/accounts';
import type { Desk } from '@/lib/accounts/desk';
import { findAnySession, findSession } from '@/lib/accounts/session';
import { databases } from '../fixtures/databases';
import { deskOver, emptyAccounts, invite, join, PASSWORD, PERSON, SITE, withCookie } from '../fixtures/desk';

// The route handlers ask for the desk of the process; here it is the one under test.
const holder = vi.hoisted(() => ({ desk: null as Desk | null }));
vi.mock('@/lib/accounts/desk', () => ({ getDesk: async () => holder.desk }));

describe.each(databases)('the guarded routes on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let desk: Desk;

  beforeAll(async () => {
    open = await openTestDatabase();
    desk = deskOver(open);
  });
  afterAll(() => open.close());
  beforeEach(() => {
    holder.desk = desk;
    return emptyAccounts(desk);
  });

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
    await desk.db.$count(users),
    await desk.db.$count(sessions),
    await desk.db.$count(roles),
    await desk.db.$count(signInAttempts),
    (await desk.db.select().from(invitations)).filter((row) => row.usedAt).length,
  ];

  test('a plain form joins, signs out and signs in again', async () => {
    const token = await invite(desk);
    const joined = await post('join', { token, password: PASSWORD }, { 'sec-fetch-site': 'same-origin' });
    expect([joined.status, joined.headers.get('location'), joined.headers.get('cache-control')]).toEqual([303, '/admin', 'no-store']);
    const cookie = joined.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    // An admin without a second factor is somebody, and may do nothing yet but set one up or leave.
    expect(await findAnySession(desk, withCookie(cookie), new Date())).toMatchObject({ role: 'admin', lacks: 'set-up' });
    expect(await findSession(desk, withCookie(cookie), new Date())).toBeNull();

    const out = await post('sign-out', {}, { cookie });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/admin/sign-in?signed-out=1']);
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect(await findSession(desk, withCookie(cookie), new Date())).toBeNull();

    const back = await post('sign-in', { email: PERSON.email, password: PASSWORD });
    expect([back.status, back.headers.get('location')]).toEqual([303, '/admin']);
  });

  test('from another site, without an origin, or with one that only looks like ours, nothing happens', async () => {
    await join(desk);
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
    const token = await invite(desk);
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

  test('a door that opens or stays shut is a line of the log, with nothing of what was typed', async () => {
    const lines: string[] = [];
    const spy = vi.spyOn(console, 'info').mockImplementation((line: string) => void lines.push(line));
    const typed = { email: 'canary@ledger.example', password: 'canary\u001b[31m of a password\r\n' };
    await post('sign-in', typed);
    await post('sign-in', typed, { origin: 'https://evil.example' });
    spy.mockRestore();
    const events = lines.map((line) => JSON.parse(line) as { event: string; code: string; path: string; at: string });
    expect(events.map(({ event, code }) => `${event} ${code}`)).toEqual(['door-refused wrong-pair', 'door-refused foreign-request']);
    expect(events.every(({ at }) => at.endsWith('Z'))).toBe(true);
    // Nothing that was typed, and no sign that a terminal would obey.
    expect(lines.join('')).not.toMatch(/canary|[\u0000-\u001f]/);
  });

  test('a role in the body never becomes a role', async () => {
    const token = await invite(desk);
    await desk.db.update(invitations).set({ role: 'editor' });
    for (const field of ['role', 'userId', 'isAdmin', 'email', 'emailVerified', '__proto__']) {
      const fields = JSON.stringify({ token, password: PASSWORD }).replace('}', `,"${field}":"admin"}`);
      const refused = await post('join', fields, { 'content-type': 'application/json', accept: 'application/json' });
      expect(refused.status, field).toBe(400);
    }
    expect(await desk.db.$count(users)).toBe(0);
    expect((await post('join', { token, password: PASSWORD })).status).toBe(303);
    expect(await desk.db.select({ role: roles.role }).from(roles)).toEqual([{ role: 'editor' }]);
    expect((await post('sign-in', { email: PERSON.email, password: PASSWORD, role: 'admin' })).headers.get('location')).toContain('problem=fields');
  });

  test('refusals: a form goes back to its page with a code and the address typed, a script gets a problem document', async () => {
    await join(desk);
    const form = await post('sign-in', { email: PERSON.email, password: 'a wrong guess of mine' });
    expect([form.status, form.headers.get('location')]).toEqual([303, '/admin/sign-in?problem=wrong-pair']);
    expect(form.headers.getSetCookie()[0]).toMatch(/^frontier-ledger-typed=email%3Damina%2540ledger\.example; Max-Age=120; Path=\/admin\/sign-in; HttpOnly; SameSite=Strict$/);
    const script = await post('sign-in', { email: PERSON.email, password: 'a wrong guess of mine' }, { accept: 'application/json' });
    expect([script.status, script.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    expect(await script.json()).toMatchObject({ code: 'wrong-pair' });
    for (const name of ['sign-out', 'revoke-session'] as const) {
      expect((await post(name, { session: 'x' })).headers.get('location')).toBe('/admin/sign-in?problem=signed-out');
      expect((await post(name, { session: 'x' }, { accept: 'application/json' })).status).toBe(401);
    }
  });

  test('over plain http only the machine itself may sign in', async () => {
    await join(desk);
    holder.desk = deskOver(open, 'http://ledger.example');
    const refused = await post('sign-in', { email: PERSON.email, password: PASSWORD }, { origin: 'http://ledger.example' });
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('https')]);
    const local = 'http://localhost:3000';
    holder.desk = deskOver(open, local);
    const cookie = (await post('sign-in', { email: PERSON.email, password: PASSWORD }, { origin: local })).headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^frontier-ledger-sid=.*HttpOnly; SameSite=Strict$/);
  });
});

describe('every address of the desk', () => {
  const root = path.resolve('app/api/admin');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'));

  test.each(files)('%s answers one method, behind its guard', async (file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    const guard = file.startsWith('local/')
      ? /isThroughLocalDoor\(request\.headers\)/
      : /export const (?:POST = guarded(?:Route|Upload)|GET = guardedDownload)\(|export async function GET[^]*findSession\(desk, request\.headers/;
    expect(source).toMatch(guard);
    const methods = Object.keys((await import(path.join(root, file))) as object).filter((name) => /^[A-Z]+$/.test(name));
    expect(methods).toEqual([/export (?:const|async function) GET\b/.test(source) ? 'GET' : 'POST']);
  });
});
