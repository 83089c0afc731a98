import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { isConfirmed } from '@/lib/accounts/confirm';
import { problemText } from '@/lib/accounts/problems';
import { readReplacement } from '@/lib/accounts/replace-second-factor';
import { requireEditor } from '@/lib/accounts/require-editor';
import { DeskForm } from '../../_forms/desk-form';
import { DeskLinks } from '../../_parts/desk-links';
import { FactorSteps } from '../../_parts/factor-steps';

export const metadata: Metadata = { title: 'Replace the second factor' };
export const dynamic = 'force-dynamic';

export default async function ReplacePage({ searchParams }: PageProps<'/admin/account/second-factor'>) {
  const { desk, session, now } = await requireEditor();
  // The secret of the new app is shown only to somebody who gave the password lately.
  if (!isConfirmed(session, now)) redirect('/admin/confirm?next=/admin/account/second-factor');
  const { problem } = await searchParams;
  const setUp = await readReplacement(desk, session);
  if (setUp === null) redirect('/admin/account');
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/account" />
      <div className="max-w-2xl">
        <h1 className="mb-3 font-serif text-3xl font-semibold">Another second factor</h1>
        <p className="mb-8 max-w-prose text-muted">
          The one you have works until the first code of the new one was right. Then it and its backup codes are worth nothing, and you are signed out everywhere else.
        </p>
        <FactorSteps setUp={setUp} problem={problemText(problem)} action="/api/admin/second-factor/replace-finish" />
        <div className="mt-10">
          <DeskForm action="/api/admin/second-factor/replace-drop" submit="Keep the one I have" problem={null} isInline />
        </div>
      </div>
    </>
  );
}
