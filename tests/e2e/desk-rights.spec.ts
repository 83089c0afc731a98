import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { sessions, roles, users } from '@/db/schema/accounts';
import { audit } from '@/db/schema/audit';
import { openChangeset } from '@/db/mutations/open-changeset';
import type { Role } from '@/domain/editor';
import { invitePerson } from '@/lib/accounts/change-people';
import type { Desk } from '@/lib/accounts/desk';
import { createAuth } from '@/lib/accounts/identity';
import { acceptInvitation } from '@/lib/accounts/invitation';
import { listInvitations } from '@/lib/accounts/people';
import { findSession } from '@/lib/accounts/session';
import { cookieOf, deskOver, join, NOW, PASSWORD, PERSON, withCookie } from '../fixtures/desk';
import { type Answer, type Caller, CALLERS, DESK_ROUTES, expectedAnswer, isDeskRoute } from '../fixtures/desk-routes';
import { writer } from '../fixtures/ledger-editors';
import { valueOf } from '../fixtures/ledger-steps';
import { startOwnServer, type OwnServer } from '../fixtures/own-server';
import { expect, test } from './fixture';

// Every address of the desk that the build has, asked for by eight callers, each with a cookie that once was or looks as if it were good.

test.describe.configure({ mode: 'serial' });

const CANARY = 'canary of a changeset that nobody outside may read';
const cookies = new Map<Caller, string>();
let server: OwnServer;
let desk: Desk;
let changesetId = '';
let expiredSession: typeof sessions.$inferSelect;

async function member(role: Role, name: string): Promise<string> {
  const email = `${name}@ledger.example`;
  const admin = (await findSession(desk, withCookie(cookies.get('admin') ?? ''), new Date()))?.editor;
  if (!admin) throw new Error('The admin is signed out.');
  valueOf(await invitePerson(desk, admin, { email, name, role }, NOW));
  const link = (await listInvitations(desk, NOW)).find((invitation) => invitation.email === email)?.link ?? '';
  valueOf(await acceptInvitation(desk.db, { token: new URL(link).searchParams.get('token') ?? '', password: PASSWORD }, NOW));
  return cookieOf(desk, email);
}

async function sessionOf(email: string): Promise<typeof sessions.$inferSelect> {
  const [row] = await desk.db.select({ session: sessions }).from(sessions).innerJoin(users, eq(users.id, sessions.userId)).where(eq(users.email, email));
  if (!row) throw new Error(`${email} has no session.`);
  return row.session;
}

test.beforeAll(async () => {
  test.setTimeout(400_000);
  server = await startOwnServer();
  desk = deskOver(server.open, server.origin);
  await join(desk);
  cookies.set('admin', await cookieOf(desk));
  for (const role of ['editor', 'reviewer'] as const) cookies.set(role, await member(role, role));
  for (const caller of ['banned', 'expired', 'revoked'] as const) cookies.set(caller, await member('admin', caller));
  const ofBanned = await sessionOf('banned@ledger.example');
  await desk.db.update(roles).set({ suspendedAt: NOW }).where(eq(roles.userId, ofBanned.userId));
  await desk.db.delete(sessions).where(eq(sessions.id, (await sessionOf('revoked@ledger.example')).id));
  expiredSession = { ...(await sessionOf('expired@ledger.example')), expiresAt: new Date(Date.now() - 1000) };
  // Another installation with the same people: its cookie is signed with a secret of its own, and names a session that lives here.
  const elsewhere = { ...desk, auth: createAuth(desk.db, server.origin, 'the secret of another installation altogether') };
  const { headers } = await elsewhere.auth.api.signInEmail({ body: { email: PERSON.email, password: PASSWORD }, returnHeaders: true });
  cookies.set('foreign', headers.getSetCookie()[0]?.split(';')[0] ?? '');
  changesetId = valueOf(await openChangeset(desk.db, writer, { name: CANARY, note: '' }, NOW)).changesetId;
});
test.afterAll(() => server.stop());

/** The address of a route: with real ids where nothing may come of it, with an unknown changeset where something could. */
function addressOf(name: string, changeset: string): string {
  const parts: Readonly<Record<string, string>> = {
    id: changeset, kind: 'organisation', rowId: 'new', incidentId: 'none', number: '1', token: 'no-such-token', slug: 'fatalities-by-quarter',
  };
  return name.replace(/\/(?:page|route)$/, '').replace(/\[(\w+)\]/g, (_, part: string) => parts[part] ?? `no-value-for-${part}`);
}

async function ask(name: string, caller: Caller, more: { readonly changeset?: string; readonly origin?: string } = {}): Promise<{ answer: Answer | string; text: string }> {
  const { method } = DESK_ROUTES[name] ?? { method: 'GET' };
  if (caller === 'expired') {
    // The server throws an expired session away when it meets it; each address meets it anew.
    const { expiresAt } = expiredSession;
    await desk.db.insert(sessions).values(expiredSession).onConflictDoUpdate({ target: sessions.id, set: { expiresAt } });
  }
  const headers: Record<string, string> = { accept: method === 'POST' ? 'application/json' : 'text/html' };
  const cookie = cookies.get(caller);
  if (cookie !== undefined) headers.cookie = cookie;
  if (method === 'POST') Object.assign(headers, { origin: more.origin ?? server.origin, 'content-type': 'application/json' });
  const response = await fetch(`${server.origin}${addressOf(name, more.changeset ?? changesetId)}`, { method, headers, redirect: 'manual', ...(method === 'POST' && { body: '{}' }) });
  const text = await response.text();
  return { answer: answerOf(response, text), text };
}

function answerOf({ status, headers }: Response, text: string): Answer | string {
  const code = /"code":"([^"]+)"/.exec(text)?.[1];
  const target = headers.get('location') ?? '';
  if (status === 401 || target.startsWith('/admin/sign-in')) return 'sign-in';
  if ((status === 403 && code === 'no-right') || target.includes('problem=no-right')) return 'no-right';
  if (status === 403) return `forbidden: ${code}`;
  if (status >= 300 && status < 400 && target === '/admin') return 'overview';
  if (status === 404 && text === '{"title":"Not found"}') return 'nothing';
  return status < 500 ? 'in' : `broken: ${status}`;
}

const pairs = (isLetIn: boolean) => Object.entries(DESK_ROUTES)
  // Signing out ends the session that all others need.
  .sort(([a], [b]) => Number(a.includes('sign-out')) - Number(b.includes('sign-out')))
  .flatMap(([name, row]) => CALLERS.map((caller) => ({ name, caller, expected: expectedAnswer(row, caller) })))
  .filter(({ expected }) => (expected === 'in') === isLetIn);

test('the build has exactly the addresses that the table has', () => {
  const built = Object.keys(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as object).filter(isDeskRoute);
  expect(built.sort()).toEqual(Object.keys(DESK_ROUTES).sort());
});

test('whoever may not gets nothing, does nothing and reads nothing, at every address', async () => {
  test.setTimeout(300_000);
  const before = await desk.db.$count(audit);
  const wrong: string[] = [];
  for (const { name, caller, expected } of pairs(false)) {
    const { answer, text } = await ask(name, caller);
    if (answer !== expected) wrong.push(`${caller} at ${name}: ${answer} instead of ${expected}`);
    if (text.includes(CANARY)) wrong.push(`${caller} at ${name}: reads the changeset`);
  }
  expect(wrong).toEqual([]);
  expect(await desk.db.$count(audit)).toBe(before);
});

test('a form of another site does nothing, whoever is signed in', async () => {
  const before = await desk.db.$count(audit);
  const posts = Object.entries(DESK_ROUTES).filter(([, { method, right }]) => method === 'POST' && right !== 'command');
  for (const [name] of posts) expect([name, (await ask(name, 'admin', { origin: 'https://evil.example' })).answer]).toEqual([name, 'forbidden: foreign-request']);
  expect(await desk.db.$count(audit)).toBe(before);
});

test('whoever may is let in, at every address', async () => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  for (const { name, caller, expected } of pairs(true)) {
    const { method } = DESK_ROUTES[name] ?? { method: 'GET' };
    const { answer } = await ask(name, caller, { changeset: method === 'POST' ? '00000000-0000-4000-8000-000000000000' : changesetId });
    if (answer !== expected) wrong.push(`${caller} at ${name}: ${answer} instead of ${expected}`);
  }
  expect(wrong).toEqual([]);
});
