'use client';

import { useState } from 'react';
import { SMALL_BUTTON } from '@/components/editor/buttons';
import { postJson } from '@/components/editor/post-json';

interface PostButtonProps {
  readonly path: string;
  readonly body?: unknown;
  readonly label: string;
  /** What it will do, asked before it is done; without it it is done at once. */
  readonly asks?: string;
}

/** A button that does one thing and shows the page anew. */
export function PostButton({ path, body = {}, label, asks }: PostButtonProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [isSending, setSending] = useState(false);

  async function send() {
    setSending(true);
    const posted = await postJson(path, body);
    if (posted.ok) return window.location.reload();
    if (posted.problem.code === 'confirm-first' && posted.problem.location !== undefined) return window.location.assign(posted.problem.location);
    setProblem(posted.problem.title);
    setSending(false);
    setAsking(false);
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {isAsking
        ? (
          <>
            <span>{asks}</span>
            <button type="button" disabled={isSending} className={SMALL_BUTTON} onClick={() => void send()} autoFocus>Yes, {label.toLowerCase()}</button>
            <button type="button" className={SMALL_BUTTON} onClick={() => setAsking(false)}>No</button>
          </>
        )
        : <button type="button" disabled={isSending} className={SMALL_BUTTON} onClick={() => (asks === undefined ? void send() : setAsking(true))}>{label}</button>}
      {problem !== null && <span role="alert" className="text-sm text-accent">{problem}</span>}
    </span>
  );
}
