import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { problemText } from '@/lib/accounts/problems';
import { readSession } from '@/lib/accounts/require-editor';
import { siteAddressProblem } from '@/lib/accounts/site-address';
import { readTyped } from '@/lib/accounts/typed-fields';
import { DeskForm } from '../_forms/desk-form';
import { PasswordField } from '../_forms/password-field';

export const metadata: Metadata = { title: 'Sign in' };
export const dynamic = 'force-dynamic';

export default async function SignInPage({ searchParams }: PageProps<'/admin/sign-in'>) {
  const { desk, session } = await readSession();
  if (session !== null) redirect('/admin');
  const asked = await searchParams;
  const typed = readTyped(await cookies());
  return (
    <div className="max-w-md">
      <h1 className="mb-6 font-serif text-3xl font-semibold">Sign in</h1>
      {asked['signed-out'] === '1' && (
        <p role="status" className="mb-5 border-s-4 border-rule-strong bg-sunk px-4 py-3">
          You are signed out.
        </p>
      )}
      <DeskForm action="/api/admin/sign-in" submit="Sign in" problem={siteAddressProblem(desk.siteUrl) ?? problemText(asked.problem)}>
        <div className="flex flex-col gap-1.5">
          <label htmlFor="email" className="font-medium">
            Email address
          </label>
          <input
            id="email"
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="username"
            defaultValue={typed('email')}
            className="border border-rule-strong bg-raised px-3 py-2.5"
          />
        </div>
        <PasswordField autoComplete="current-password" />
      </DeskForm>
      <p className="mt-8 text-sm text-muted">Accounts are made by invitation. Reading needs none.</p>
    </div>
  );
}
