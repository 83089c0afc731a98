import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/client';
import { writeLedger } from '@/db/mutations/ledger-transaction';
import { recordAudit } from '@/db/mutations/record-audit';
import { invitations, roles, sessions, users } from '@/db/schema/accounts';
import type { Editor, Role } from '@/domain/editor';
import { accept, refuse, type Outcome } from '@/domain/outcome';
import { mintSystemEditor } from '@/lib/auth';
import type { Desk } from './desk';
import { INVITATION_MS, type Invitee } from './invitation';
import { invitationToken } from './invitation-token';
import { forgetSecondFactor } from './second-factor';

// What admins do to the access of others, each with its audit in the same transaction. Nobody changes his own: so one admin always stays.

export const PEOPLE_REFUSALS = {
  'own-access': 'Your own access is changed by another admin.',
  'no-person': 'There is nobody like that here any more. Look at the list again.',
  'no-longer-admin': 'You are no longer an admin.',
  'email-taken': 'There is an account with this email address already. Sign in with it.',
  'no-invitation': 'This link was used, withdrawn or is too old.',
  'already-so': 'This is so already.',
} as const;
type Code = keyof typeof PEOPLE_REFUSALS;
export interface PeopleRefusal {
  readonly code: Code;
  readonly message: string;
}
const no = (code: Code): Outcome<never, PeopleRefusal> => refuse({ code, message: PEOPLE_REFUSALS[code] });

type Done = Outcome<true, PeopleRefusal>;

interface Change {
  readonly action: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** Invites somebody with a link that works for a day; an earlier one to the same address that was not used becomes worthless. */
export async function invitePerson(desk: Desk, editor: Editor, invitee: Invitee & { readonly role: Role }, now: Date): Promise<Done> {
  const { email, name, role } = invitee;
  return asAdmin(desk, editor, async (tx) => {
    const [namesake] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (namesake) return no('email-taken');
    await tx.delete(invitations).where(and(isNull(invitations.usedAt), eq(invitations.email, email)));
    const id = await insertLink(desk, tx, editor, { purpose: 'join', email, name, role, userId: null }, now);
    await audit(tx, editor, 'invitation', id, { action: 'invite', before: null, after: { name, role } }, now);
    return accept(true);
  });
}

/** Makes a link worthless before it was used. */
export function withdrawInvitation(desk: Desk, editor: Editor, invitationId: string, now: Date): Promise<Done> {
  return asAdmin(desk, editor, async (tx) => {
    const [gone] = await tx.delete(invitations).where(and(eq(invitations.id, invitationId), isNull(invitations.usedAt))).returning();
    if (!gone) return no('no-invitation');
    await audit(tx, editor, 'invitation', invitationId, { action: 'withdraw-invitation', before: { name: gone.name, role: gone.role, purpose: gone.purpose }, after: null }, now);
    return accept(true);
  });
}

/** Gives another role; the person is signed out everywhere, so that no page shows a right that is gone. */
export function changeRole(desk: Desk, editor: Editor, userId: string, role: Role, now: Date): Promise<Done> {
  return toPerson(desk, editor, userId, now, async (tx, person) => {
    if (person.role === role) return no('already-so');
    await tx.update(roles).set({ role, grantedBy: editor.id, grantedAt: now }).where(eq(roles.userId, userId));
    return accept({ action: 'change-role', before: { role: person.role }, after: { role } });
  });
}

/** Ends all access from the next request on; what the person wrote stays. */
export function suspendPerson(desk: Desk, editor: Editor, userId: string, now: Date): Promise<Done> {
  return toPerson(desk, editor, userId, now, async (tx, person) => {
    if (person.suspendedAt !== null) return no('already-so');
    await tx.update(roles).set({ suspendedAt: now }).where(eq(roles.userId, userId));
    await tx.delete(invitations).where(and(eq(invitations.userId, userId), isNull(invitations.usedAt)));
    return accept({ action: 'suspend', before: null, after: { role: person.role } });
  });
}

export function restorePerson(desk: Desk, editor: Editor, userId: string, now: Date): Promise<Done> {
  return toPerson(desk, editor, userId, now, async (tx, person) => {
    if (person.suspendedAt === null) return no('already-so');
    await tx.update(roles).set({ suspendedAt: null }).where(eq(roles.userId, userId));
    return accept({ action: 'restore', before: { suspendedAt: person.suspendedAt }, after: { role: person.role } });
  });
}

/** A link by which the person chooses a new password; the old one works until then. No admin ever sees or sets a password. */
export function inviteNewPassword(desk: Desk, editor: Editor, userId: string, now: Date): Promise<Done> {
  return toPerson(desk, editor, userId, now, async (tx, { name, email, role, suspendedAt }) => {
    if (suspendedAt !== null) return no('no-person');
    await tx.delete(invitations).where(and(eq(invitations.userId, userId), isNull(invitations.usedAt)));
    const id = await insertLink(desk, tx, editor, { purpose: 'new-password', email, name, role, userId }, now);
    return accept({ action: 'invite-new-password', before: null, after: { invitation: id } });
  }, { keepsSessions: true });
}

/** For a lost phone without backup codes: the person sets a second factor up anew at the next sign-in. */
export function removeSecondFactor(desk: Desk, editor: Editor, userId: string, now: Date): Promise<Done> {
  return toPerson(desk, editor, userId, now, async (tx) => {
    if (!(await forgetSecondFactor(tx, userId))) return no('already-so');
    return accept({ action: 'remove-second-factor', before: null, after: null });
  });
}

interface Link {
  readonly purpose: 'join' | 'new-password';
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly userId: string | null;
}

async function insertLink(desk: Desk, tx: Transaction, editor: Editor, link: Link, now: Date): Promise<string> {
  const id = randomUUID();
  const { hash } = invitationToken((await desk.auth.$context).secret, id);
  await tx.insert(invitations).values({ id, tokenHash: hash, ...link, invitedBy: editor.id, createdAt: now, expiresAt: new Date(now.getTime() + INVITATION_MS) });
  return id;
}

/** Writers queue, so an admin whose right was just taken cannot use it in the same moment. */
function asAdmin(desk: Desk, editor: Editor, work: (tx: Transaction) => Promise<Done>): Promise<Done> {
  return writeLedger<true, PeopleRefusal>(desk.db, async (tx) => {
    const [own] = await tx.select({ role: roles.role }).from(roles).where(and(eq(roles.userId, editor.id), isNull(roles.suspendedAt)));
    return own?.role === 'admin' ? work(tx) : no('no-longer-admin');
  });
}

interface Subject {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly suspendedAt: Date | null;
}

function toPerson(
  desk: Desk, editor: Editor, userId: string, now: Date, work: (tx: Transaction, person: Subject) => Promise<Outcome<Change, PeopleRefusal>>, { keepsSessions = false } = {},
): Promise<Done> {
  return asAdmin(desk, editor, async (tx) => {
    if (userId === editor.id) return no('own-access');
    const [person] = await tx.select({ name: users.name, email: users.email, role: roles.role, suspendedAt: roles.suspendedAt })
      .from(roles).innerJoin(users, eq(users.id, roles.userId)).where(eq(roles.userId, userId));
    if (!person) return no('no-person');
    const change = await work(tx, person);
    if (!change.ok) return change;
    if (!keepsSessions) await tx.delete(sessions).where(eq(sessions.userId, userId));
    await audit(tx, editor, 'person', userId, change.value, now);
    return accept(true);
  });
}

function audit(tx: Transaction, editor: Editor, subject: string, subjectId: string, change: Change, now: Date): Promise<void> {
  return recordAudit(tx, editor, [{ ...change, subject, subjectId, revision: null, changesetId: null }], now);
}

const BY_COMMAND = mintSystemEditor('remove-second-factor');

/** The same for the operator of this installation, when no other admin can: by the command on the machine, never by a request from elsewhere. */
export function removeSecondFactorByCommand(db: Database, email: string, now: Date): Promise<Outcome<{ readonly name: string }, PeopleRefusal>> {
  return writeLedger<{ readonly name: string }, PeopleRefusal>(db, async (tx) => {
    const [person] = await tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.email, email.trim().toLowerCase()));
    if (!person) return no('no-person');
    if (!(await forgetSecondFactor(tx, person.id))) return no('already-so');
    await tx.delete(sessions).where(eq(sessions.userId, person.id));
    await audit(tx, BY_COMMAND, 'person', person.id, { action: 'remove-second-factor', before: null, after: null }, now);
    return accept({ name: person.name });
  });
}
