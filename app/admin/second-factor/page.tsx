import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { problemText } from '@/lib/accounts/problems';
import { requireAnySession } from '@/lib/accounts/require-editor';
import { CodeField } from '../_forms/code-field';
import { DeskForm } from '../_forms/desk-form';
import { SignOutForm } from '../_forms/sign-out-form';

export const metadata: Metadata = { title: 'Second factor' };
export const dynamic = 'force-dynamic';

export default async function SecondFactorPage({ searchParams }: PageProps<'/admin/second-factor'>) {
  const { session } = await requireAnySession();
  if (session.lacks !== 'second-factor') redirect('/admin');
  const { problem } = await searchParams;
  return (
    <div className="max-w-md">
      <h1 className="mb-6 font-serif text-3xl font-semibold">The code from your phone</h1>
      <DeskForm action="/api/admin/second-factor/prove" submit="Go on" problem={problemText(problem)}>
        <CodeField hint="Six digits from your authenticator app, or one of your backup codes. Each works once." />
      </DeskForm>
      <p className="mt-8 mb-4 text-sm text-muted">Lost both? An admin can remove your second factor, so that you set it up anew.</p>
      <SignOutForm />
    </div>
  );
}
