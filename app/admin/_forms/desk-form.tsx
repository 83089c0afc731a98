'use client';

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';

interface DeskFormProps {
  readonly action: string;
  readonly submit: string;
  /** What a plain form was refused for, from the page's address. */
  readonly problem: string | null;
  readonly children: ReactNode;
}

/** A plain form that posts by itself; with JavaScript a refusal is shown in place and nothing typed is lost. */
export function DeskForm({ action, submit, problem, children }: DeskFormProps) {
  const [shown, setShown] = useState(problem);
  const [isSending, setSending] = useState(false);
  const alert = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (shown !== null) alert.current?.focus();
  }, [shown]);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const pairs = [...new FormData(event.currentTarget)].map(([name, value]) => [name, typeof value === 'string' ? value : '']);
    setSending(true);
    setShown(null);
    try {
      const response = await fetch(action, { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(pairs) });
      const answer = (await response.json()) as { location?: string; title?: string };
      if (response.ok && answer.location) return window.location.assign(answer.location);
      setShown(answer.title ?? 'This did not work. Try again.');
    } catch {
      setShown('The server cannot be reached. Nothing was lost: try again.');
    }
    setSending(false);
  }

  return (
    <form method="post" action={action} onSubmit={send} className="flex flex-col gap-5">
      {shown !== null && (
        <p ref={alert} role="alert" tabIndex={-1} className="border-l-4 border-accent bg-accent-wash px-4 py-3 text-ink">
          {shown}
        </p>
      )}
      {children}
      <button
        type="submit"
        disabled={isSending}
        className="self-start bg-accent px-5 py-2.5 font-medium text-paper hover:bg-accent-strong disabled:opacity-60"
      >
        {isSending ? 'One moment…' : submit}
      </button>
    </form>
  );
}
