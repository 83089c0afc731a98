import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { audit } from '@/db/schema/audit';
import type { Desk } from '@/lib/accounts/desk';
import { acceptInvitation } from '@/lib/accounts/invitation';
import { listInvitations, listPeople } from '@/lib/accounts/people';
import { databases } from '../fixtures/databases';
import { cookieOf, deskOver, emptyAccounts, join, NOW, PASSWORD, SITE } from '../fixtures/desk';

const holder = vi.hoisted(() => ({ desk: null as Desk | null }));
vi.mock('@/lib/accounts/desk', () => ({ getDesk: async () => holder.desk }));

/** A mail server of the test's own: keeps what it is given, or refuses it. */
async function startMailServer(refuses: boolean) {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo: ({ address }, _session, done) => done(refuses ? new Error(`no such mailbox ${address}`) : null),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => { mails.push(Buffer.concat(parts).toString()); done(); });
    },
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => resolve()); });
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, stop: () => new Promise<void>((resolve) => { server.close(() => resolve()); }) };
}

/** The text of a mail: quoted-printable undone. */
const plain = (mail: string) => mail.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

describe.each(databases)('links by mail on %s', (_engine, openTestDatabase) => {
  let open: OpenDatabase;
  let desk: Desk;
  let cookie: string;

  beforeAll(async () => {
    open = await openTestDatabase();
    holder.desk = desk = deskOver(open);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    await emptyAccounts(desk);
    await join(desk);
    cookie = await cookieOf(desk, undefined, new Date());
  });
  afterEach(() => vi.unstubAllEnvs());

  async function post(route: 'invite' | 'new-password', fields: Record<string, string>): Promise<number> {
    const { POST } = route === 'invite' ? await import('@/app/api/admin/people/invite/route') : await import('@/app/api/admin/people/new-password/route');
    const headers = { cookie, origin: SITE, accept: 'application/json', 'content-type': 'application/json' };
    return (await POST(new Request(`${SITE}/api/admin/people/${route}`, { method: 'POST', headers, body: JSON.stringify(fields) }))).status;
  }
  const bilal = { name: 'Bilal Khan', email: 'bilal@ledger.example', role: 'editor' };
  const tokenOf = (link: string | null | undefined) => new URL(link ?? 'https://none').searchParams.get('token') ?? '';

  test('none is sent unless the installation says so', async () => {
    const mailServer = await startMailServer(false);
    expect(await post('invite', bilal)).toBe(200);
    expect((await listInvitations(desk, NOW))[0]).toMatchObject({ mailedAt: null, mailProblem: null });
    expect(mailServer.mails).toEqual([]);
    await mailServer.stop();
  });

  test('an invitation and a new password arrive with the very link that the page shows', async () => {
    const mailServer = await startMailServer(false);
    vi.stubEnv('SMTP_URL', mailServer.url);
    vi.stubEnv('MAIL_FROM', 'ledger@ledger.example');
    expect(await post('invite', bilal)).toBe(200);
    const [invitation] = await listInvitations(desk, NOW);
    expect(invitation?.mailedAt).toBeInstanceOf(Date);
    const mail = plain(mailServer.mails[0] ?? '');
    expect(mail).toContain(invitation?.link ?? 'no link');
    expect(mail).toMatch(/^To: .*<bilal@ledger\.example>/m);
    expect((await acceptInvitation(desk.db, { token: tokenOf(invitation?.link), password: PASSWORD }, NOW)).ok).toBe(true);
    const id = (await listPeople(desk)).find(({ email }) => email === bilal.email)?.id ?? '';
    expect(await post('new-password', { person: id })).toBe(200);
    expect(plain(mailServer.mails[1] ?? '')).toContain((await listInvitations(desk, NOW))[0]?.link ?? 'no link');
    expect(JSON.stringify(await desk.db.select().from(audit))).not.toContain(tokenOf(invitation?.link));
    await mailServer.stop();
  });

  test('one that fails loses nothing: the invitation stands, its link works, and the page says why; no log has the token', async () => {
    const said = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => undefined));
    const mailServer = await startMailServer(true);
    vi.stubEnv('SMTP_URL', mailServer.url);
    vi.stubEnv('MAIL_FROM', 'ledger@ledger.example');
    expect(await post('invite', bilal)).toBe(200);
    const [refused] = await listInvitations(desk, NOW);
    expect(refused).toMatchObject({ mailedAt: null, mailProblem: expect.stringContaining('no such mailbox') });
    await mailServer.stop();
    expect(await post('invite', bilal)).toBe(200);
    const [unreachable] = await listInvitations(desk, NOW);
    expect(unreachable).toMatchObject({ mailedAt: null, mailProblem: expect.stringContaining('ECONNREFUSED') });
    const token = tokenOf(unreachable?.link);
    expect((await acceptInvitation(desk.db, { token, password: PASSWORD }, NOW)).ok).toBe(true);
    expect(JSON.stringify(said.map(({ mock }) => mock.calls))).not.toContain(token);
    for (const spy of said) spy.mockRestore();
  });
});
