'use client';

import { useEffect, useRef } from 'react';
import type { Problem } from '@/components/editor/post-json';

interface Named {
  readonly rule: string;
  readonly id: string;
  readonly message: string;
}

/** Why something was refused, with every reason that was named, and the way on where there is one. */
export function ProblemNotice({ problem }: { readonly problem: Problem | null }) {
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) alert.current?.focus();
  }, [problem]);
  if (problem === null) return null;
  const named = Array.isArray(problem.problems) ? (problem.problems as readonly Named[]) : [];
  return (
    <div ref={alert} role="alert" tabIndex={-1} className="mb-6 border-s-4 border-accent bg-accent-wash px-4 py-3 [overflow-wrap:anywhere]">
      {named.length === 0 ? <p>{problem.title}</p> : <p>{named.length === 1 ? 'One thing stands against this release:' : `${named.length} things stand against this release:`}</p>}
      {named.length > 0 && <ul className="mt-1 list-disc ps-5">{named.map(({ rule, id, message }) => <li key={`${rule} ${id} ${message}`}>{message}</li>)}</ul>}
      {problem.code === 'signed-out' && <p className="mt-2"><a href={problem.location} target="_blank" rel="noreferrer">Sign in in another tab</a>, then try again here.</p>}
    </div>
  );
}
