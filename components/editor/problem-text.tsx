'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { changesetPath } from '@/lib/inputs/desk-links';
import type { Problem } from './post-json';

/** What was refused and how to go on, said once and aloud. */
export function ProblemText({ problem, children }: { readonly problem: Problem; readonly children?: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    place.current?.focus();
  }, [problem]);

  return (
    <div ref={place} role="alert" tabIndex={-1} className="mt-2 border-s-4 border-accent bg-accent-wash px-4 py-3">
      <p>{problem.title} <GoOn problem={problem} /></p>
      {children}
    </div>
  );
}

/** Where the way goes on after a refusal. */
function GoOn({ problem }: { readonly problem: Problem }) {
  if (problem.code === 'signed-out') {
    return <><a href={problem.location ?? '/admin/sign-in'} target="_blank" rel="noopener">Sign in in another tab</a>, come back and save again: what you typed stays here.</>;
  }
  if (problem.code === 'second-factor-missing') return <a href="/admin/second-factor" target="_blank" rel="noopener">Give it in another tab</a>;
  if (problem.code === 'held-by-changeset' && typeof problem.changesetId === 'string') {
    return <a href={changesetPath(problem.changesetId)}>Open {typeof problem.changesetName === 'string' ? `“${problem.changesetName}”` : 'that changeset'}</a>;
  }
  return null;
}
