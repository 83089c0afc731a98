'use client';

import { useState, type FormEvent } from 'react';
import { MAIN_BUTTON } from '@/components/editor/buttons';
import { KeptOffer } from '@/components/editor/kept-offer';
import { postJson, type Problem } from '@/components/editor/post-json';
import { useKept } from '@/components/editor/use-kept';
import { ProblemNotice } from './problem-notice';

interface RollbackFormProps {
  readonly person: string;
  readonly release: number;
  /** Rows that a later release changed again: left alone unless chosen. */
  readonly since: readonly { readonly key: string; readonly title: string; readonly changedSince: number }[];
}

/** Why, how it is told, and which of the rows changed since are given back as well. */
export function RollbackForm({ person, release, since }: RollbackFormProps) {
  const reason = useKept(person, `roll-back:${release}`, '');
  const [change, setChange] = useState<'correct' | 'update'>('correct');
  const [also, setAlso] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setSending(true);
    setProblem(null);
    const posted = await postJson(`/api/admin/releases/${release}/roll-back`, { reason: reason.value, change, also });
    if (posted.ok) {
      reason.forget();
      return window.location.assign(posted.location);
    }
    setProblem(posted.problem);
    setSending(false);
  }

  return (
    <form onSubmit={send} className="max-w-3xl">
      {since.length > 0 && (
        <fieldset className="mb-8">
          <legend className="mb-2 font-serif text-xl font-semibold">Rows that were changed again since <span className="font-sans text-base font-normal text-muted">({since.length})</span></legend>
          <p className="mb-2 text-muted">They are left as they are. Choose those that are to get back what they were before release {release} all the same.</p>
          {since.map(({ key, title, changedSince }) => (
            <label key={key} className="flex min-h-9 items-baseline gap-2 py-1 [overflow-wrap:anywhere]">
              <input
                type="checkbox" checked={also.includes(key)}
                onChange={(event) => setAlso((before) => (event.target.checked ? [...before, key] : before.filter((one) => one !== key)))}
              />
              <span>{title} <span className="text-muted">changed in release {changedSince}</span></span>
            </label>
          ))}
        </fieldset>
      )}
      <ProblemNotice problem={problem} />
      <KeptOffer kept={reason} />
      <label htmlFor="reason" className="mb-1.5 block font-medium">Why it is rolled back</label>
      <textarea
        id="reason" rows={3} required maxLength={1000} value={reason.value} onChange={(event) => reason.set(event.target.value)} aria-describedby="reason-hint"
        className="block w-full border border-rule-strong bg-raised px-3 py-2"
      />
      <p id="reason-hint" className="mt-1 text-sm text-muted">Readers see it beside every row that is given back.</p>
      <fieldset className="mt-5 flex flex-wrap gap-x-6 gap-y-1">
        <legend className="mb-1 font-medium">Readers are told of</legend>
        <label className="inline-flex min-h-9 items-center gap-2"><input type="radio" name="change" checked={change === 'correct'} onChange={() => setChange('correct')} /> a correction: release {release} was wrong</label>
        <label className="inline-flex min-h-9 items-center gap-2"><input type="radio" name="change" checked={change === 'update'} onChange={() => setChange('update')} /> an update</label>
      </fieldset>
      <button type="submit" disabled={isSending} className={`${MAIN_BUTTON} mt-5`}>Open the changeset that rolls it back</button>
    </form>
  );
}
