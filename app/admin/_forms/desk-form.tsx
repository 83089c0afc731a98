'use client';

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';

interface DeskFormProps {
  readonly action: string;
  readonly submit: string;
  /** What a plain form was refused for, from the page's address. */
  readonly problem: string | null;
  readonly children?: ReactNode;
  /** A small action beside others: its fields and button stand in one line. */
  readonly isInline?: boolean;
  /** What the button does, for whoever cannot see the line it stands in. */
  readonly describes?: string;
}

/** A plain form that posts by itself; with JavaScript a refusal is shown in place and nothing typed is lost. */
export function DeskForm({ action, submit, problem, children, isInline = false, describes }: DeskFormProps) {
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
      // A refusal leads on only where a password is asked for once more.
      if (answer.location) return goTo(answer.location);
      setShown(answer.title ?? 'This did not work. Try again.');
    } catch {
      setShown('The server cannot be reached. Nothing was lost: try again.');
    }
    setSending(false);
  }

  return (
    <form method="post" action={action} onSubmit={send} className={isInline ? 'flex flex-wrap items-end gap-2' : 'flex flex-col gap-5'}>
      {shown !== null && (
        <p ref={alert} role="alert" tabIndex={-1} className="border-s-4 border-accent bg-accent-wash px-4 py-3 text-ink">
          {shown}
        </p>
      )}
      {children}
      <button
        type="submit"
        disabled={isSending}
        className={isInline
          ? 'min-h-8 border border-rule-strong px-3 text-sm hover:bg-sunk disabled:opacity-60'
          : 'self-start bg-accent px-5 py-2.5 font-medium text-paper hover:bg-accent-strong disabled:opacity-60'}
      >
        {isSending ? 'One moment…' : submit}
        {describes !== undefined && <span className="sr-only"> {describes}</span>}
      </button>
    </form>
  );
}

/** Loads the page anew also where only the part behind # differs: what was done must show. */
function goTo(location: string): void {
  const target = new URL(location, window.location.href);
  const isHere = target.pathname === window.location.pathname && target.search === window.location.search;
  if (!isHere) return window.location.assign(target);
  window.history.replaceState(null, '', target);
  window.location.reload();
}
