'use client';

import { useRouter } from 'next/navigation';
import { useId, useState, type FormEvent } from 'react';
import type { RowKind } from '@/domain/release';
import { SMALL_BUTTON } from '../buttons';
import { KeptOffer } from '../kept-offer';
import { postJson, type Problem } from '../post-json';
import { ProblemText } from '../problem-text';
import { useKept } from '../use-kept';

interface CommentFormProps {
  readonly changesetId: string;
  readonly person: string;
  /** Null for the changeset as a whole. */
  readonly row: { readonly kind: RowKind; readonly id: string } | null;
  readonly onSaid?: () => void;
}

/** Says something about a row or the whole changeset; what is typed survives as everything on the desk does. */
export function CommentForm({ changesetId, person, row, onSaid }: CommentFormProps) {
  const id = useId();
  const router = useRouter();
  const kept = useKept(person, `comment:${changesetId}:${row === null ? '' : `${row.kind}:${row.id}`}`, '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);

  const say = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    const answer = await postJson(`/api/admin/changesets/${changesetId}/comments`, { text: kept.value, row: row && { kind: row.kind, id: row.id } });
    setSending(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    kept.set('');
    kept.forget();
    onSaid?.();
    router.refresh();
  };

  return (
    <form onSubmit={(event) => void say(event)} className="mt-3 max-w-prose">
      <KeptOffer kept={kept} />
      <label htmlFor={id} className="text-sm">{row === null ? 'Say something about the whole changeset' : 'Say something about this row'}</label>
      <textarea
        id={id} rows={2} value={kept.value} onChange={({ target }) => kept.set(target.value)} required maxLength={4_000}
        className="mt-1 block w-full rounded-sm border border-faint bg-raised px-2.5 py-1.5 text-base text-ink"
      />
      {problem !== null && <ProblemText problem={problem} />}
      <button type="submit" className={`${SMALL_BUTTON} mt-2`} disabled={isSending}>{isSending ? 'One moment…' : 'Say it'}</button>
    </form>
  );
}
