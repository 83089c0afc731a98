import { renderSVG } from 'uqr';
import type { SetUp } from '@/lib/accounts/second-factor';
import { CodeField } from '../_forms/code-field';
import { DeskForm } from '../_forms/desk-form';

interface FactorStepsProps {
  readonly setUp: SetUp;
  readonly problem: string | null;
  /** Where the first code is sent. */
  readonly action: string;
}

/** Setting an authenticator app up, in three steps. */
export function FactorSteps({ setUp, problem, action }: FactorStepsProps) {
  return (
    <ol className="space-y-10">
      <li>
        <h2 className="mb-3 font-serif text-xl font-semibold">1. Show this to the app</h2>
        <div className="flex flex-wrap items-start gap-6">
          <div role="img" aria-label="Square code with the same secret as the text beside it" className="size-48 bg-white p-2" dangerouslySetInnerHTML={{ __html: renderSVG(setUp.address, { border: 1 }) }} />
          <div className="min-w-48 flex-1">
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
        <DeskForm action={action} submit="Finish" problem={problem}>
          <CodeField hint="The six digits that the app shows now." />
        </DeskForm>
      </li>
    </ol>
  );
}
