import type { Metadata } from 'next';
import { browserName } from '@/lib/accounts/browser-name';
import { PASSWORD_ADVISED, PASSWORD_MINIMUM } from '@/lib/accounts/password';
import { problemText } from '@/lib/accounts/problems';
import { requireEditor } from '@/lib/accounts/require-editor';
import { countBackupCodes } from '@/lib/accounts/second-factor';
import { listOwnSessions, type OwnSession } from '@/lib/accounts/session';
import { DeskForm } from '../_forms/desk-form';
import { PasswordField } from '../_forms/password-field';
import { DeskLinks } from '../_parts/desk-links';
import { momentLabel } from '../_parts/moment';
import { Notice } from '../_parts/notice';
import { Section } from '../_parts/section';
import { ShownMoment } from '../_parts/shown-moment';

export const metadata: Metadata = { title: 'Your account' };
export const dynamic = 'force-dynamic';

const DONE: Readonly<Record<string, string>> = {
  password: 'Your password is changed. You are signed out everywhere else.',
  'second-factor': 'Your second factor is replaced, and its backup codes are new. You are signed out everywhere else.',
};

export default async function AccountPage({ searchParams }: PageProps<'/admin/account'>) {
  const { desk, session, now } = await requireEditor();
  const { problem, done } = await searchParams;
  const [sessions, codes] = await Promise.all([listOwnSessions(desk.db, session, now), countBackupCodes(desk, session.userId)]);
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/account" />
      <h1 className="mb-2 font-serif text-3xl font-semibold">Your account</h1>
      <p className="mb-8 text-muted"><bdi>{session.name}</bdi> · <bdi>{session.email}</bdi> · {session.role}</p>
      <Notice text={typeof done === 'string' ? (DONE[done] ?? null) : null} isProblem={false} />
      <Section title="Second factor">
        {session.hasSecondFactor ? (
          <>
            <p className="mb-4 max-w-prose">
              Signing in takes a code from your phone. {codes === 1 ? 'One backup code is' : `${codes} backup codes are`} left.
              {codes < 3 && ' Replacing it gives ten new ones.'}
            </p>
            <DeskForm action="/api/admin/second-factor/replace-begin" submit="Replace it" problem={null} isInline describes="with another phone or app, with ten new backup codes" />
          </>
        ) : (
          <p className="max-w-prose">
            Signing in takes your password alone. <a href="/admin/second-factor/set-up" className="text-accent underline underline-offset-2">Set up a code from your phone</a>;
            reviewers and admins must.
          </p>
        )}
      </Section>
      <Section title="Password">
        <div className="max-w-md">
          <DeskForm action="/api/admin/password" submit="Change password" problem={problemText(problem)}>
            <input type="email" value={session.email} autoComplete="username" readOnly hidden />
            <PasswordField autoComplete="current-password" label="Present password" />
            <PasswordField
              name="newPassword" label="New password" autoComplete="new-password"
              hint={`At least ${PASSWORD_MINIMUM} characters, ${PASSWORD_ADVISED} or more are better. Every other session of yours ends.`}
            />
          </DeskForm>
        </div>
      </Section>
      <Section title="Where you are signed in" count={sessions.length}>
        <ul className="divide-y divide-rule border-y border-rule">
          {sessions.map((own) => <SessionRow key={own.id} own={own} />)}
        </ul>
      </Section>
    </>
  );
}

function SessionRow({ own }: { readonly own: OwnSession }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p title={own.userAgent}>
          <bdi className="font-semibold">{browserName(own.userAgent)}</bdi> {own.isThisOne && <span className="text-sm text-muted">· this one</span>}
        </p>
        <p className="text-sm text-muted">since <ShownMoment at={own.createdAt} />, last used <ShownMoment at={own.lastUsedAt} /></p>
      </div>
      <DeskForm action="/api/admin/revoke-session" submit="End" problem={null} isInline describes={own.isThisOne ? 'this session' : `the session since ${momentLabel(own.createdAt)}`}>
        <input type="hidden" name="session" value={own.id} />
      </DeskForm>
    </li>
  );
}
