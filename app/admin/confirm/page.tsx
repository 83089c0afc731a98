import type { Metadata } from 'next';
import { deskPath } from '@/lib/accounts/desk-path';
import { problemText } from '@/lib/accounts/problems';
import { requireAnySession } from '@/lib/accounts/require-editor';
import { DeskForm } from '../_forms/desk-form';
import { PasswordField } from '../_forms/password-field';

export const metadata: Metadata = { title: 'Your password once more' };
export const dynamic = 'force-dynamic';

export default async function ConfirmPage({ searchParams }: PageProps<'/admin/confirm'>) {
  const { session } = await requireAnySession();
  const { next, problem } = await searchParams;
  return (
    <div className="max-w-md">
      <h1 className="mb-2 font-serif text-3xl font-semibold">Your password once more</h1>
      <p className="mb-6 text-muted">
        Changing people and publishing take a password given within the last ten minutes. Then you go on where you were; what you wanted to do has not been done yet.
      </p>
      <DeskForm action="/api/admin/confirm" submit="Go on" problem={problem === 'confirm-first' ? null : problemText(problem)}>
        <input type="hidden" name="next" value={deskPath(next)} />
        <input type="email" value={session.email} autoComplete="username" readOnly hidden />
        <PasswordField autoComplete="current-password" />
      </DeskForm>
    </div>
  );
}
