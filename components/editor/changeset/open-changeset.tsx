'use client';

import { useState, type FormEvent } from 'react';
import { changesetPath } from '@/lib/inputs/desk-links';
import { MAIN_BUTTON } from '../buttons';
import { postJson, type Problem } from '../post-json';
import { ProblemText } from '../problem-text';

interface OpenChangesetProps {
  readonly suggestedName: string;
  /** Where to go on in the new changeset; `{id}` stands for its id. Without it its shared desk opens. */
  readonly then?: string;
  readonly submit?: string;
}

const FIELD = 'mt-1 block min-h-10 w-full rounded-sm border border-faint bg-raised px-2.5 py-1.5 text-base text-ink';

/** Opens a changeset and goes on in it. Without JavaScript the form posts by itself and its shared desk opens. */
export function OpenChangeset({ suggestedName, then, submit = 'Open it' }: OpenChangesetProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);

  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSending(true);
    const answer = await postJson<{ readonly changesetId: string }>('/api/admin/changesets', { name: String(form.get('name')), note: String(form.get('note')) });
    if (answer.ok) {
      const { changesetId } = answer.data;
      return window.location.assign(then?.replace('{id}', changesetId) ?? changesetPath(changesetId));
    }
    setSending(false);
    setProblem(answer.problem);
  };

  return (
    <form method="post" action="/api/admin/changesets" onSubmit={(event) => void open(event)} className="grid max-w-prose gap-3">
      <label className="text-sm">Name <span className="text-muted">what it is about, for colleagues</span><input name="name" defaultValue={suggestedName} required maxLength={200} className={FIELD} /></label>
      <label className="text-sm">Note <span className="text-muted">if there is more to say</span><textarea name="note" rows={2} maxLength={4_000} className={FIELD} /></label>
      {problem !== null && <ProblemText problem={problem} />}
      <button type="submit" disabled={isSending} className={`${MAIN_BUTTON} w-fit`}>{isSending ? 'One moment…' : submit}</button>
    </form>
  );
}
