import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { backupCodes, roles, secondFactors, sessions } from '@/db/schema/accounts';
import { audit } from '@/db/schema/audit';
import type { Editor } from '@/domain/editor';
import {
  changeRole, inviteNewPassword, invitePerson, removeSecondFactor, removeSecondFactorByCommand, restorePerson, suspendPerson, withdrawInvitation,
} from '@/lib/accounts/change-people';
import { confirmSession, CONFIRMED_MS, isConfirmed } from '@/lib/accounts/confirm';
import type { Desk } from '@/lib/accounts/desk';
import { acceptInvitation } from '@/lib/accounts/invitation';
import { changeOwnPassword } from '@/lib/accounts/own-password';
import { listInvitations, listPeople } from '@/lib/accounts/people';
import { beginReplacement, dropReplacement, finishReplacement, readReplacement } from '@/lib/accounts/replace-second-factor';
import { beginSetUp, countBackupCodes, finishSetUp, proveSecondFactor, readSetUp } from '@/lib/accounts/second-factor';
import { findAnySession, findSession, type AnySession, type LiveSession } from '@/lib/accounts/session';
import { mintSystemEditor } from '@/lib/auth';
import { databases } from '../fixtures/databases';
import { attempt, cookieOf, deskOver, emptyAccounts, halfCookieOf, join, later, NOW, PASSWORD, PERSON, phoneCode, withCookie } from '../fixtures/desk';

const BILAL = { email: 'bilal@ledger.example', name: 'Bilal Khan' };
const OTHER_PASSWORD = 'lantern saddle quartz brook';

describe.each(databases)('people on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let desk: Desk;

  beforeAll(async () => {
    open = await openTestDatabase();
    desk = deskOver(open);
  });
  afterAll(() => open.close());
  beforeEach(() => emptyAccounts(desk));

  async function whole(cookie: string, now = NOW): Promise<LiveSession> {
    const session = await findSession(desk, withCookie(cookie), now);
    if (!session) throw new Error('This session lacks something.');
    return session;
  }
  async function half(email: string): Promise<AnySession> {
    const session = await findAnySession(desk, withCookie(await halfCookieOf(desk, email)), NOW);
    if (!session) throw new Error('There is no session.');
    return session;
  }
  async function admin(): Promise<Editor> {
    await join(desk);
    return (await whole(await cookieOf(desk))).editor;
  }
  const linkToken = async () => new URL((await listInvitations(desk, NOW))[0]?.link ?? 'https://none').searchParams.get('token') ?? '';
  /** Invites Bilal and lets him join; his id. */
  async function bilal(by: Editor, role: 'editor' | 'reviewer' | 'admin'): Promise<string> {
    expect((await invitePerson(desk, by, { ...BILAL, role }, NOW)).ok).toBe(true);
    expect((await acceptInvitation(desk.db, { token: await linkToken(), password: PASSWORD }, NOW)).ok).toBe(true);
    return (await listPeople(desk)).find((person) => person.email === BILAL.email)?.id ?? '';
  }
  const codeOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code);

  describe('links', () => {
    test('invite once with the role that was chosen, can be read again while open and not from the database, and can be withdrawn', async () => {
      const by = await admin();
      await invitePerson(desk, by, { ...BILAL, role: 'editor' }, NOW);
      const first = await linkToken();
      expect(await linkToken()).toBe(first);
      await invitePerson(desk, by, { ...BILAL, role: 'reviewer' }, NOW);
      const second = await linkToken();
      expect(codeOf(await acceptInvitation(desk.db, { token: first, password: PASSWORD }, NOW))).toBe('link-invalid');
      const [open_] = await listInvitations(desk, NOW);
      expect(codeOf(await withdrawInvitation(desk, by, open_?.id ?? '', NOW))).toBe('ok');
      expect(codeOf(await acceptInvitation(desk.db, { token: second, password: PASSWORD }, NOW))).toBe('link-invalid');
      await bilal(by, 'reviewer');
      expect((await listPeople(desk)).map(({ name, role, hasSecondFactor }) => [name, role, hasSecondFactor])).toEqual([
        [PERSON.name, 'admin', true], [BILAL.name, 'reviewer', false],
      ]);
      expect(codeOf(await invitePerson(desk, by, { ...BILAL, role: 'admin' }, NOW))).toBe('email-taken');
    });

    test('for a new password change that alone, end every session, and work once', async () => {
      const by = await admin();
      const id = await bilal(by, 'editor');
      const cookie = await cookieOf(desk, BILAL.email);
      await inviteNewPassword(desk, by, id, NOW);
      expect(await findSession(desk, withCookie(cookie), NOW)).not.toBeNull();
      const token = await linkToken();
      expect(codeOf(await acceptInvitation(desk.db, { token, password: OTHER_PASSWORD }, NOW))).toBe('ok');
      expect(await findSession(desk, withCookie(cookie), NOW)).toBeNull();
      expect(codeOf(await attempt(desk, PASSWORD, BILAL))).toBe('wrong-pair');
      expect(codeOf(await attempt(desk, OTHER_PASSWORD, BILAL))).toBe('ok');
      expect(codeOf(await acceptInvitation(desk.db, { token, password: PASSWORD }, NOW))).toBe('link-invalid');
      expect((await listPeople(desk)).find((person) => person.id === id)?.role).toBe('editor');
    });
  });

  describe('access', () => {
    test('ends on the next request after a change of role, a suspension and a change of password elsewhere', async () => {
      const by = await admin();
      const id = await bilal(by, 'editor');
      for (const change of [
        () => changeRole(desk, by, id, 'reviewer', NOW),
        () => changeRole(desk, by, id, 'editor', NOW),
        () => suspendPerson(desk, by, id, NOW),
      ]) {
        const cookie = await cookieOf(desk, BILAL.email);
        expect(codeOf(await change())).toBe('ok');
        expect(await findAnySession(desk, withCookie(cookie), NOW)).toBeNull();
      }
      expect(codeOf(await attempt(desk, PASSWORD, BILAL))).toBe('suspended');
      expect(await desk.db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
      expect(codeOf(await attempt(desk, OTHER_PASSWORD, BILAL))).toBe('wrong-pair');
      await restorePerson(desk, by, id, NOW);
      const [here, there] = [await cookieOf(desk, BILAL.email), await cookieOf(desk, BILAL.email)];
      const changed = await changeOwnPassword(desk, await whole(here), { password: PASSWORD, newPassword: OTHER_PASSWORD }, NOW);
      expect(codeOf(changed)).toBe('ok');
      expect(await findSession(desk, withCookie(here), NOW)).not.toBeNull();
      expect(await findSession(desk, withCookie(there), NOW)).toBeNull();
    });

    test('nobody changes his own, so of two admins who demote each other at once one stays', async () => {
      const by = await admin();
      expect(codeOf(await changeRole(desk, by, by.id, 'editor', NOW))).toBe('own-access');
      expect(codeOf(await suspendPerson(desk, by, by.id, NOW))).toBe('own-access');
      const id = await bilal(by, 'admin');
      const second = (await whole(await cookieOf(desk, BILAL.email))).editor;
      const answers = await Promise.all([changeRole(desk, by, id, 'editor', NOW), suspendPerson(desk, second, by.id, NOW)]);
      expect(answers.map(codeOf).sort()).toEqual(['no-longer-admin', 'ok']);
      expect((await listPeople(desk)).filter(({ role, suspendedAt }) => role === 'admin' && suspendedAt === null)).toHaveLength(1);
    });

    test('every change stands in the audit with who, before and after, and with no address', async () => {
      const by = await admin();
      const before = await desk.db.$count(audit);
      const id = await bilal(by, 'editor');
      await changeRole(desk, by, id, 'reviewer', NOW);
      await suspendPerson(desk, by, id, NOW);
      const added = (await desk.db.select().from(audit).orderBy(audit.seq)).slice(before);
      expect(added.map((row) => [row.action, row.editorName, row.before, row.after])).toEqual([
        ['invite', PERSON.name, null, { name: BILAL.name, role: 'editor' }],
        ['join', 'invitations', null, expect.objectContaining({ role: 'editor', invitedBy: by.id })],
        ['change-role', PERSON.name, { role: 'editor' }, { role: 'reviewer' }],
        ['suspend', PERSON.name, null, { role: 'reviewer' }],
      ]);
      expect(JSON.stringify(added)).not.toContain(BILAL.email);
    });
  });

  describe('the second factor', () => {
    test('is taken by reviewers and admins before anything else, and by editors when they like', async () => {
      const by = await admin();
      await bilal(by, 'editor');
      expect((await half(BILAL.email)).lacks).toBeNull();
      expect((await half(PERSON.email)).lacks).toBe('second-factor');
      await desk.db.update(roles).set({ role: 'reviewer' }).where(eq(roles.grantedBy, by.id));
      const session = await half(BILAL.email);
      expect(session.lacks).toBe('set-up');
      await beginSetUp(desk, session, NOW);
      const setUp = await readSetUp(desk, session);
      expect(setUp?.address).toContain(encodeURIComponent(BILAL.email));
      expect(JSON.stringify(await desk.db.select().from(secondFactors))).not.toContain(setUp?.key);
      expect(codeOf(await finishSetUp(desk, session, '000000', NOW))).toBe('wrong-code');
      expect(codeOf(await finishSetUp(desk, session, phoneCode(setUp?.key ?? '', NOW), NOW))).toBe('ok');
      expect(await findAnySession(desk, withCookie('none=1'), NOW)).toBeNull();
      expect(await countBackupCodes(desk, session.userId)).toBe(10);
      expect(await readSetUp(desk, session)).toBeNull();
      expect(codeOf(await beginSetUp(desk, session, NOW))).toBe('factor-stands');
      const stored = JSON.stringify(await desk.db.select().from(backupCodes));
      for (const code of setUp?.codes ?? []) expect(stored).not.toContain(code);
    });

    test('a code works once, from the phone and from paper, also of many tries at once; an older step never again', async () => {
      await join(desk);
      const first = await half(PERSON.email);
      await beginSetUp(desk, first, NOW);
      const setUp = await readSetUp(desk, first);
      const key = setUp?.key ?? '';
      await finishSetUp(desk, first, phoneCode(key, NOW), NOW);
      const session = await half(PERSON.email);
      expect(codeOf(await proveSecondFactor(desk, session, phoneCode(key, NOW), NOW))).toBe('wrong-code');
      expect(codeOf(await proveSecondFactor(desk, session, phoneCode(key, later(-30_000)), NOW))).toBe('wrong-code');
      const next = phoneCode(key, later(30_000));
      const tries = await Promise.all([1, 2, 3].map(() => proveSecondFactor(desk, session, next, later(30_000))));
      expect(tries.map(codeOf).sort()).toEqual(['ok', 'wrong-code', 'wrong-code']);
      const paper = setUp?.codes[3] ?? '';
      const papers = await Promise.all([paper, paper.toUpperCase(), paper.replace('-', ' ')].map((typed) => proveSecondFactor(desk, session, typed, later(31_000))));
      expect(papers.map(codeOf).sort()).toEqual(['ok', 'wrong-code', 'wrong-code']);
      expect(await countBackupCodes(desk, session.userId)).toBe(9);
    });

    test('guesses are stopped, whoever has the password; an admin takes a lost one away', async () => {
      const by = await admin();
      const id = await bilal(by, 'reviewer');
      await cookieOf(desk, BILAL.email);
      const session = await half(BILAL.email);
      const answers: (string | undefined)[] = [];
      for (let guess = 0; guess < 22; guess += 1) answers.push(codeOf(await proveSecondFactor(desk, session, String(100_000 + guess), NOW)));
      expect(answers.slice(0, 20)).toEqual(Array(20).fill('wrong-code'));
      expect(answers.at(-1)).toBe('too-many-tries');
      expect(codeOf(await removeSecondFactor(desk, by, id, NOW))).toBe('ok');
      expect((await half(BILAL.email)).lacks).toBe('set-up');
      expect(await desk.db.select().from(backupCodes).where(eq(backupCodes.userId, id))).toEqual([]);
    });
  });

  describe('another second factor', () => {
    test('takes the place of the one that stands with its first right code, and not before', async () => {
      await join(desk);
      const first = await half(PERSON.email);
      await beginSetUp(desk, first, NOW);
      const old = await readSetUp(desk, first);
      await finishSetUp(desk, first, phoneCode(old?.key ?? '', NOW), NOW);
      const elsewhere = await half(PERSON.email);
      expect(codeOf(await proveSecondFactor(desk, elsewhere, old?.codes[0] ?? '', NOW))).toBe('ok');
      const mine = await half(PERSON.email);
      await proveSecondFactor(desk, mine, old?.codes[1] ?? '', NOW);
      const session = { ...mine, lacks: null, hasSecondFactor: true, editor: mintSystemEditor('stand-in') } as LiveSession;

      expect(codeOf(await beginReplacement(desk, session, later(1000)))).toBe('ok');
      const next = await readReplacement(desk, session);
      expect(next?.key).not.toBe(old?.key);
      expect(codeOf(await finishReplacement(desk, session, phoneCode(old?.key ?? '', later(60_000)), later(60_000)))).toBe('wrong-code');
      expect(await countBackupCodes(desk, session.userId)).toBe(8);
      expect(codeOf(await proveSecondFactor(desk, mine, phoneCode(old?.key ?? '', later(60_000)), later(60_000)))).toBe('ok');
      expect(codeOf(await finishReplacement(desk, session, phoneCode(next?.key ?? '', later(60_000)), later(60_000)))).toBe('ok');

      expect(codeOf(await proveSecondFactor(desk, mine, phoneCode(old?.key ?? '', later(120_000)), later(120_000)))).toBe('wrong-code');
      expect(codeOf(await proveSecondFactor(desk, mine, old?.codes[2] ?? '', later(120_000)))).toBe('wrong-code');
      expect(codeOf(await proveSecondFactor(desk, mine, phoneCode(next?.key ?? '', later(60_000)), later(61_000)))).toBe('wrong-code');
      expect(codeOf(await proveSecondFactor(desk, mine, phoneCode(next?.key ?? '', later(120_000)), later(120_000)))).toBe('ok');
      expect(codeOf(await proveSecondFactor(desk, mine, next?.codes[0] ?? '', later(120_000)))).toBe('ok');
      expect(await countBackupCodes(desk, session.userId)).toBe(9);
      expect((await desk.db.select({ id: sessions.id }).from(sessions)).map(({ id }) => id)).toEqual([mine.id]);
      expect(await readReplacement(desk, session)).toBeNull();
      expect((await desk.db.select().from(audit)).some(({ action, subjectId }) => action === 'replace-second-factor' && subjectId === session.userId)).toBe(true);
    });

    test('can be given up, and is refused to whoever has none', async () => {
      await admin();
      const session = await whole(await cookieOf(desk));
      await beginReplacement(desk, session, NOW);
      await dropReplacement(desk, session);
      expect(await readReplacement(desk, session)).toBeNull();
      expect(codeOf(await finishReplacement(desk, session, '123456', NOW))).toBe('wrong-code');
      expect(codeOf(await beginReplacement(desk, { ...session, hasSecondFactor: false }, NOW))).toBe('no-factor');
    });
  });

  test('an operator takes a lost second factor away by the command: every session ends, the audit says so', async () => {
    const by = await admin();
    const cookie = await cookieOf(desk);
    expect(codeOf(await removeSecondFactorByCommand(desk.db, 'nobody@ledger.example', NOW))).toBe('no-person');
    expect(codeOf(await removeSecondFactorByCommand(desk.db, ` ${PERSON.email.toUpperCase()} `, NOW))).toBe('ok');
    expect(await findAnySession(desk, withCookie(cookie), NOW)).toBeNull();
    expect((await half(PERSON.email)).lacks).toBe('set-up');
    expect(codeOf(await removeSecondFactorByCommand(desk.db, PERSON.email, NOW))).toBe('already-so');
    const entry = (await desk.db.select().from(audit).orderBy(audit.seq)).at(-1);
    expect(entry).toMatchObject({ action: 'remove-second-factor', editorNature: 'system', subject: 'person', subjectId: by.id });
  });

  test('a session is confirmed for ten minutes after the password, and again after it was given once more', async () => {
    await join(desk);
    const cookie = await cookieOf(desk);
    const session = await whole(cookie);
    // A session begins by the clock of the machine, which may be well past NOW by then.
    const after = (milliseconds: number) => new Date(session.confirmedAt.getTime() + milliseconds);
    expect(isConfirmed(session, after(CONFIRMED_MS))).toBe(true);
    const at = after(CONFIRMED_MS + 1);
    expect(isConfirmed(session, at)).toBe(false);
    expect(codeOf(await confirmSession(desk, session, 'not the password', at))).toBe('wrong-password');
    expect(isConfirmed(await whole(cookie, at), at)).toBe(false);
    expect(codeOf(await confirmSession(desk, session, PASSWORD, at))).toBe('ok');
    expect(isConfirmed(await whole(cookie, at), at)).toBe(true);
  });

  test('a stranger who guesses at the sign-in keeps nobody signed in from confirming; guesses at confirming are stopped', async () => {
    await join(desk);
    const session = await whole(await cookieOf(desk));
    for (let guess = 0; guess < 25; guess += 1) await attempt(desk, 'a wrong guess of mine', { address: 'unknown' });
    expect(codeOf(await attempt(desk, PASSWORD))).toBe('too-many-tries');
    expect(codeOf(await confirmSession(desk, session, PASSWORD, NOW))).toBe('ok');
    const guesses: (string | undefined)[] = [];
    for (let guess = 0; guess < 21; guess += 1) guesses.push(codeOf(await confirmSession(desk, session, `guess number ${guess} of mine`, NOW)));
    expect([new Set(guesses.slice(0, 20)), guesses[20]]).toEqual([new Set(['wrong-password']), 'too-many-tries']);
    expect(codeOf(await confirmSession(desk, session, PASSWORD, later(10_000)))).toBe('too-many-tries');
    expect(codeOf(await confirmSession(desk, session, PASSWORD, later(3_601_000)))).toBe('ok');
  });
});
