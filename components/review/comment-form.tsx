'use client';

import { useState, type FormEvent } from 'react';
import { SMALL_BUTTON } from '@/components/editor/buttons';
import { postJson } from '@/components/editor/post-json';
import type { RowKind } from '@/domain/release';

/** Says something about one row where it is asked for; what was typed stays until it has been said. */
export function CommentForm({ changesetId, row, label }: { readonly changesetId: string; readonly row: { readonly kind: RowKind; readonly id: string }; readonly label: string }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setSending(true);
    const posted = await postJson(`/api/admin/changesets/${changesetId}/comments`, { text, row });
    if (posted.ok) return window.location.reload();
    setProblem(posted.problem.title);
    setSending(false);
  }

  return (
    <form onSubmit={send} className="mt-2 flex flex-wrap items-end gap-2">
      <label className="min-w-0 grow basis-64">
        <span className="sr-only">{label}</span>
        <input value={text} onChange={(event) => setText(event.target.value)} maxLength={4000} required placeholder="Why it is right as it is" className="min-h-9 w-full border border-rule-strong bg-raised px-3" />
      </label>
      <button type="submit" disabled={isSending} className={SMALL_BUTTON}>Comment</button>
      {problem !== null && <p role="alert" className="w-full text-sm text-accent">{problem}</p>}
    </form>
  );
}
