import type { Metadata } from 'next';
import { getDesk } from '@/lib/accounts/desk';
import { findInvitation, LINK_INVALID } from '@/lib/accounts/invitation';
import { PASSWORD_ADVISED, PASSWORD_MINIMUM } from '@/lib/accounts/password';
import { problemText } from '@/lib/accounts/problems';
import { siteAddressProblem } from '@/lib/accounts/site-address';
import { DeskForm } from '../_forms/desk-form';
import { PasswordField } from '../_forms/password-field';

export const metadata: Metadata = { title: 'Join' };
export const dynamic = 'force-dynamic';

/** Looking at the link does not use it up, so that a preview in a mail program costs nothing. */
export default async function JoinPage({ searchParams }: PageProps<'/admin/join'>) {
  const { token, problem } = await searchParams;
  const desk = await getDesk();
  const invited = typeof token === 'string' ? await findInvitation(desk.db, token, new Date()) : null;
  if (invited === null || typeof token !== 'string') {
    return (
      <div className="max-w-md">
        <h1 className="mb-6 font-serif text-3xl font-semibold">This link does not work</h1>
        <p>{LINK_INVALID}</p>
      </div>
    );
  }
  return (
    <div className="max-w-md">
      <h1 className="mb-2 font-serif text-3xl font-semibold">Welcome, {invited.name}</h1>
      <p className="mb-6 text-muted">
        {invited.purpose === 'join' ? 'Choose a password' : 'Choose a new password'} for {invited.email}. The link works until you have.
        {invited.purpose === 'new-password' && ' Every session of yours ends then.'}
      </p>
      <DeskForm action="/api/admin/join" submit="Set password and sign in" problem={siteAddressProblem(desk.siteUrl) ?? problemText(problem)}>
        <input type="hidden" name="token" value={token} />
        {/* For password managers, which keep a password under the name beside it; it has no name and is not sent. */}
        <input type="email" value={invited.email} autoComplete="username" readOnly hidden />
        <PasswordField
          autoComplete="new-password"
          hint={`At least ${PASSWORD_MINIMUM} characters, ${PASSWORD_ADVISED} or more are better. Four unrelated words are easy to keep.`}
        />
      </DeskForm>
    </div>
  );
}
