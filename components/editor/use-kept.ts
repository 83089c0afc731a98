'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

// What somebody typed and has not saved lives in the browser under his own id, so that no reload, crash or lost session takes it.

const PREFIX = 'frontier-ledger-desk';
const WRITE_AFTER_MS = 250;
/** Older texts are forgotten: what they were typed against has long moved on. */
const KEEP_MS = 30 * 24 * 3_600_000;

interface Stored<T> {
  readonly at: number;
  readonly value: T;
}

export interface Kept<T> {
  readonly value: T;
  readonly set: (next: T | ((before: T) => T)) => void;
  /** What lay here from an earlier visit and differs from the start: to be offered, not taken unasked. Null when there is none. */
  readonly found: { readonly at: Date; readonly value: T } | null;
  /** Takes what was found. */
  readonly take: () => void;
  /** After a save, or when the person does not want it: nothing is left of it. */
  readonly forget: () => void;
}

/**
 * A state that is written to the browser's storage a moment after each change. `person` is the editor's id, `key` names what is edited
 * with the version it started from. Where the browser has no storage it is a plain state.
 */
export function useKept<T>(person: string, key: string, start: T): Kept<T> {
  const place = `${PREFIX}:${person}:${key}`;
  const [value, setValue] = useState(start);
  const [found, setFound] = useState<Kept<T>['found']>(null);
  const timer = useRef<number | undefined>(undefined);
  const unwritten = useRef<(() => void) | null>(null);

  useEffect(() => {
    const stored = read<T>(place);
    const differs = stored !== null && JSON.stringify(stored.value) !== JSON.stringify(start);
    const frame = differs ? requestAnimationFrame(() => setFound({ at: new Date(stored.at), value: stored.value })) : 0;
    const flush = () => unwritten.current?.();
    window.addEventListener('pagehide', flush);
    return () => {
      cancelAnimationFrame(frame);
      flush();
      window.removeEventListener('pagehide', flush);
    };
    // The start is what the page was drawn with: a new one comes with a new key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place]);

  const set = useCallback((next: T | ((before: T) => T)) => {
    setValue((before) => {
      const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
      unwritten.current = () => {
        unwritten.current = null;
        write(place, { at: Date.now(), value: after });
      };
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => unwritten.current?.(), WRITE_AFTER_MS);
      return after;
    });
  }, [place]);

  const forget = useCallback(() => {
    window.clearTimeout(timer.current);
    unwritten.current = null;
    setFound(null);
    erase(place);
  }, [place]);

  const take = useCallback(() => {
    if (found === null) return;
    set(found.value);
    setFound(null);
  }, [found, set]);

  return { value, set, found, take, forget };
}

function read<T>(place: string): Stored<T> | null {
  try {
    const stored = JSON.parse(localStorage.getItem(place) ?? 'null') as Stored<T> | null;
    return stored !== null && Date.now() - stored.at < KEEP_MS ? stored : null;
  } catch {
    return null;
  }
}

function write(place: string, stored: Stored<unknown>): void {
  try {
    localStorage.setItem(place, JSON.stringify(stored));
  } catch {
    // A full or forbidden storage must not stop the typing; saving still works.
  }
}

function erase(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // As above.
  }
}
