import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { renderSVG } from 'uqr';
import { problemText } from '@/lib/accounts/problems';
import { requireAnySession } from '@/lib/accounts/require-editor';
import { readSetUp, type SetUp } from '@/lib/accounts/second-factor';
import { CodeField } from '../../_forms/code-field';
import { DeskForm } from '../../_forms/desk-form';
import { SignOutForm } from '../../_forms/sign-out-form';

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
        <Steps setUp={setUp} problem={problemText(problem)} />
      )}
      <div className="mt-10"><SignOutForm /></div>
    </div>
  );
}

function Steps({ setUp, problem }: { readonly setUp: SetUp; readonly problem: string | null }) {
  return (
    <ol className="space-y-10">
      <li>
        <h2 className="mb-3 font-serif text-xl font-semibold">1. Show this to the app</h2>
        <div className="flex flex-wrap items-start gap-6">
          <div role="img" aria-label="Square code with the same secret as the text beside it" className="size-48 bg-white p-2" dangerouslySetInnerHTML={{ __html: renderSVG(setUp.address, { border: 1 }) }} />
          <div className="min-w-0 flex-1">
            <p>Or type this secret:</p>
            <p dir="ltr" className="mt-1 font-mono text-lg rtl:text-end" data-secret>{setUp.key.match(/.{1,4}/g)?.join(' ')}</p>
          </div>
        </div>
      </li>
      <li>
        <h2 className="mb-3 font-serif text-xl font-semibold">2. Put these ten backup codes away</h2>
        <p className="mb-3 max-w-prose">On paper or in a password manager. Each opens the desk once when the phone is lost. They are not shown again.</p>
        <ul className="grid max-w-md grid-cols-2 gap-x-8 gap-y-1 font-mono text-lg" data-backup-codes>
          {setUp.codes.map((code) => <li key={code}><bdi>{code}</bdi></li>)}
        </ul>
      </li>
      <li className="max-w-md">
        <h2 className="mb-3 font-serif text-xl font-semibold">3. Give the first code</h2>
        <DeskForm action="/api/admin/second-factor/finish" submit="Finish" problem={problem}>
          <CodeField hint="The six digits that the app shows now." />
        </DeskForm>
      </li>
    </ol>
  );
}
