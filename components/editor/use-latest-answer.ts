'use client';

import { useEffect, useState } from 'react';
import { postJson, type Problem } from './post-json';

export interface LatestAnswer<T> {
  /** The answer to the newest question that had one; it stays while a newer question waits or is refused. */
  readonly data: T | null;
  /** Counts the answers, so that each can be told from the one before. */
  readonly turn: number;
  /** Why the newest question has no answer. */
  readonly problem: Problem | null;
  readonly isWaiting: boolean;
}

/** A moment after the last key, so that not every letter is a question. */
const PAUSE_MS = 200;

/** Asks the server whenever `question` changes and drops every answer but that to the newest one. Null asks nothing. */
export function useLatestAnswer<T>(path: string, question: unknown): LatestAnswer<T> {
  const key = question === null ? null : JSON.stringify(question);
  const [state, setState] = useState<{ readonly key: string | null; readonly data: T | null; readonly turn: number; readonly problem: Problem | null }>({ key: null, data: null, turn: 0, problem: null });

  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    const timer = window.setTimeout(() => {
      void postJson<T>(path, JSON.parse(key), stop.signal).then((answer) => {
        if (stop.signal.aborted) return;
        setState((before) => (answer.ok ? { key, data: answer.data, turn: before.turn + 1, problem: null } : { ...before, key, problem: answer.problem }));
      });
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [path, key]);

  return { data: state.data, turn: state.turn, problem: state.key === key ? state.problem : null, isWaiting: key !== null && state.key !== key };
}
