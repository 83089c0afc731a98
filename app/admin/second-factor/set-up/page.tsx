import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { problemText } from '@/lib/accounts/problems';
import { requireAnySession } from '@/lib/accounts/require-editor';
import { readSetUp } from '@/lib/accounts/second-factor';
import { DeskForm } from '../../_forms/desk-form';
import { SignOutForm } from '../../_forms/sign-out-form';
import { FactorSteps } from '../../_parts/factor-steps';

export const metadata: Metadata = { title: 'Set up the second factor' };
export const dynamic = 'force-dynamic';

export default async function SetUpPage({ searchParams }: PageProps<'/admin/second-factor/set-up'>) {
  const { desk, session } = await requireAnySession();
  if (session.hasSecondFactor) redirect('/admin');
  const { problem } = await searchParams;
  const setUp = await readSetUp(desk, session);
  return (
    <div className="max-w-2xl">
      <h1 className="mb-3 font-serif text-3xl font-semibold">A second factor</h1>
      <p className="mb-8 max-w-prose text-muted">
        {session.lacks === 'set-up' ? `The role of ${session.role} takes a code from your phone beside the password.` : 'A code from your phone beside the password keeps a stolen password useless.'}{' '}
        Any authenticator app does: Aegis, FreeOTP, Google Authenticator, a password manager.
      </p>
      {setUp === null ? (
        <DeskForm action="/api/admin/second-factor/begin" submit="Begin" problem={problemText(problem)} />
      ) : (
        <FactorSteps setUp={setUp} problem={problemText(problem)} action="/api/admin/second-factor/finish" />
      )}
      <div className="mt-10"><SignOutForm /></div>
    </div>
  );
}
