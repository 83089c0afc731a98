import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { invitations } from '@/db/schema/accounts';
import { env } from '@/lib/env';
import type { Desk } from './desk';
import { invitationToken } from './invitation-token';

// Where an installation has a mail server, a link is also sent to whom it is for. The link stands before any mail is tried, and stays if none goes out.

const WITHIN_MS = 8_000;
const LONGEST = 200;

/** Sends the newest open link of an address or a person, and writes down whether it went out. Does nothing without a mail server; never throws for one that fails. */
export async function mailLink(desk: Desk, of: { readonly email: string } | { readonly userId: string }, now: Date): Promise<void> {
  const { mail } = env();
  if (mail === null) return;
  const whose = 'email' in of ? and(eq(invitations.email, of.email), eq(invitations.purpose, 'join')) : and(eq(invitations.userId, of.userId), eq(invitations.purpose, 'new-password'));
  const [link] = await desk.db.select().from(invitations)
    .where(and(whose, isNull(invitations.usedAt), gt(invitations.expiresAt, now))).orderBy(desc(invitations.createdAt)).limit(1);
  if (!link) return;
  const { token } = invitationToken((await desk.auth.$context).secret, link.id);
  const problem = await send(mail, { name: link.name, address: link.email }, link.purpose, `${desk.siteUrl}/admin/join?token=${token}`);
  // What a mail server answers is a stranger's text: cut short, and never with the token in it.
  const sent = problem === null ? { mailedAt: new Date(), mailProblem: null } : { mailedAt: null, mailProblem: problem.replaceAll(token, '…').slice(0, LONGEST) };
  await desk.db.update(invitations).set(sent).where(eq(invitations.id, link.id));
}

type Settings = NonNullable<ReturnType<typeof env>['mail']>;

/** Null when the mail server took it, or its words. */
async function send(mail: Settings, to: { readonly name: string; readonly address: string }, purpose: 'join' | 'new-password', link: string): Promise<string | null> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(
    { url: mail.url, connectionTimeout: WITHIN_MS, greetingTimeout: WITHIN_MS, socketTimeout: WITHIN_MS, dnsTimeout: WITHIN_MS, logger: false },
    { from: { name: 'Frontier Ledger', address: mail.from } },
  );
  const what = purpose === 'join' ? 'You are invited to the editors’ desk of Frontier Ledger.' : 'With this link you choose a new password for the editors’ desk of Frontier Ledger.';
  const text = `${what}\n\n${link}\n\nThe link works once and for a day. If you did not expect it, leave it: nothing happens.\n`;
  try {
    await transport.sendMail({ to: { ...to }, subject: 'Your link to the editors’ desk', text });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'the mail server did not answer';
  } finally {
    transport.close();
  }
}
