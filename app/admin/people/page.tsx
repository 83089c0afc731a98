import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { labelDay } from '@/domain/period';
import { isConfirmed } from '@/lib/accounts/confirm';
import { role as roleField } from '@/lib/accounts/people-fields';
import { listInvitations, listPeople, type OpenInvitation, type Person } from '@/lib/accounts/people';
import { problemText } from '@/lib/accounts/problems';
import { requireAdmin } from '@/lib/accounts/require-editor';
import { readTyped } from '@/lib/accounts/typed-fields';
import { env } from '@/lib/env';
import { DeskForm } from '../_forms/desk-form';
import { RoleField } from '../_forms/role-field';
import { ConfirmFirst } from '../_parts/confirm-first';
import { DeskLinks } from '../_parts/desk-links';
import { Notice } from '../_parts/notice';
import { Section } from '../_parts/section';
import { ShownMoment } from '../_parts/shown-moment';

export const metadata: Metadata = { title: 'People' };
export const dynamic = 'force-dynamic';

const FIELD = 'border border-rule-strong bg-raised px-3 py-2';

export default async function PeoplePage({ searchParams }: PageProps<'/admin/people'>) {
  const { desk, session, now } = await requireAdmin();
  const { problem } = await searchParams;
  const [people, invitations] = await Promise.all([listPeople(desk), listInvitations(desk, now)]);
  const sendsMail = env().mail !== null;
  const typed = readTyped(await cookies());
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/people" />
      <h1 className="mb-3 font-serif text-3xl font-semibold">People</h1>
      <p className="mb-8 max-w-prose text-muted">
        Editors draft, reviewers also approve and publish, admins also look after people. Whatever is changed here ends the person’s sessions, stands in the audit, and takes your
        password again after ten minutes.
      </p>
      <Notice text={problemText(problem)} />
      {!isConfirmed(session, now) && <ConfirmFirst next="/admin/people" />}
      <Section title="Who may enter" count={people.length}>
        <ul className="divide-y divide-rule border-y border-rule">
          {people.map((person) => <PersonRow key={person.id} person={person} isOwn={person.id === session.userId} />)}
        </ul>
      </Section>
      <Section title="Links that are open" count={invitations.length} id="links">
        {invitations.length === 0 ? (
          <p className="text-muted">Nobody is invited at the moment.</p>
        ) : (
          <ul className="divide-y divide-rule border-y border-rule">
            {invitations.map((invitation) => <InvitationRow key={invitation.id} invitation={invitation} />)}
          </ul>
        )}
      </Section>
      <Section title="Invite somebody">
        <div className="max-w-md">
          <DeskForm action="/api/admin/people/invite" submit="Make a link" problem={null}>
            <label className="flex flex-col gap-1.5">
              <span className="font-medium">Name, as releases will carry it</span>
              <input name="name" required maxLength={120} autoComplete="off" defaultValue={typed('name')} className={FIELD} />
            </label>
            <label className="flex flex-col gap-1.5">
              <span className="font-medium">Email address</span>
              <input name="email" type="email" required maxLength={254} autoComplete="off" defaultValue={typed('email')} className={FIELD} />
            </label>
            <RoleField label="Role" role={roleField.safeParse(typed('role')).data ?? 'editor'} />
          </DeskForm>
          <p className="mt-4 text-sm text-muted">The link works once and for a day. {sendsMail ? 'It is sent by mail and shown here as well.' : 'Send it by a way that only that person reads.'}</p>
        </div>
      </Section>
    </>
  );
}

function PersonRow({ person, isOwn }: { readonly person: Person; readonly isOwn: boolean }) {
  const { id, name, email, role, grantedAt, suspendedAt, hasSecondFactor, lastUsedAt } = person;
  const state = suspendedAt === null
    ? `since ${labelDay(grantedAt.toISOString().slice(0, 10))}`
    : `suspended since ${labelDay(suspendedAt.toISOString().slice(0, 10))}`;
  const hidden = <input type="hidden" name="person" value={id} />;
  return (
    <li className="grid gap-3 py-4 md:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className={suspendedAt === null ? 'font-semibold' : 'font-semibold line-through'}><bdi>{name}</bdi></p>
        <p className="text-sm break-words text-muted"><bdi>{email}</bdi></p>
        <p className="text-sm text-muted">
          <bdi>{role}, {state}</bdi> · {hasSecondFactor ? 'second factor' : 'no second factor'} · {lastUsedAt === null ? 'not signed in' : <>last used <ShownMoment at={lastUsedAt} /></>}
        </p>
      </div>
      {isOwn ? (
        <p className="text-sm text-muted">You: your access is changed by another admin.</p>
      ) : (
        <div className="flex flex-wrap items-end gap-2">
          {suspendedAt === null ? (
            <>
              <DeskForm action="/api/admin/people/role" submit="Change role" problem={null} isInline describes={`of ${name}`}>
                {hidden}
                <RoleField label={`Role of ${name}`} role={role} isHidden />
              </DeskForm>
              <DeskForm action="/api/admin/people/new-password" submit="New password link" problem={null} isInline describes={`for ${name}`}>{hidden}</DeskForm>
              {hasSecondFactor && (
                <DeskForm action="/api/admin/people/remove-second-factor" submit="Remove second factor" problem={null} isInline describes={`of ${name}`}>{hidden}</DeskForm>
              )}
              <DeskForm action="/api/admin/people/suspend" submit="Suspend" problem={null} isInline describes={name}>{hidden}</DeskForm>
            </>
          ) : (
            <DeskForm action="/api/admin/people/restore" submit="Let in again" problem={null} isInline describes={name}>{hidden}</DeskForm>
          )}
        </div>
      )}
    </li>
  );
}

function InvitationRow({ invitation }: { readonly invitation: OpenInvitation }) {
  const { id, purpose, name, email, role, expiresAt, link, mailedAt, mailProblem } = invitation;
  return (
    <li className="grid gap-3 py-4 md:grid-cols-2">
      <div className="min-w-0">
        <p className="font-semibold"><bdi>{name}</bdi></p>
        <p className="text-sm break-words text-muted"><bdi>{email}</bdi></p>
        <p className="text-sm text-muted">{purpose === 'join' ? `to join as ${role}` : 'to choose a new password'}, until <ShownMoment at={expiresAt} /></p>
        {mailedAt !== null && <p className="text-sm text-muted">sent by mail <ShownMoment at={mailedAt} /></p>}
        {mailProblem !== null && <p className="text-sm"><strong className="font-semibold text-accent">The mail was not sent</strong> ({mailProblem}). Hand the link over yourself.</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2 md:justify-end">
        {link === null ? (
          <span className="text-sm text-muted">The link was printed by the command only.</span>
        ) : (
          <input readOnly dir="ltr" value={link} aria-label={`Link for ${name}`} className="min-h-8 min-w-0 flex-1 border border-rule bg-sunk px-2 font-mono text-xs" />
        )}
        <DeskForm action="/api/admin/people/withdraw-invitation" submit="Withdraw" problem={null} isInline describes={`the link for ${name}`}>
          <input type="hidden" name="invitation" value={id} />
        </DeskForm>
      </div>
    </li>
  );
}
