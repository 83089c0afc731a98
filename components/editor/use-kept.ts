'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { dropTexts, keepText, type KeptText, parkText } from './kept-store';

/** So long after the last key the text is written; a crash within it loses no more than this. */
const WRITE_AFTER_MS = 250;

export interface Kept<T> {
  readonly value: T;
  readonly set: (next: T | ((before: T) => T)) => void;
  /** What lay here from an earlier visit and differs from the start: to be offered, not taken unasked. Null when there is none. */
  readonly found: { readonly at: Date; readonly value: T } | null;
  /** Takes what was found. */
  readonly take: () => void;
  /** Throws away what was found, and nothing else. */
  readonly drop: () => void;
  /** After a save: nothing of it is left in the browser. */
  readonly forget: () => void;
}

/**
 * A state that is written to the browser's storage a moment after each change, and offered again after a reload, a crash, a lost session
 * or network (`<KeptOffer>`). `person` is the editor's id, `key` names what is edited, without its version: the value itself carries the
 * version it was made from, so that a text taken back after a colleague's save meets the comparison. Without storage it is a plain state.
 */
export function useKept<T>(person: string, key: string, start: T): Kept<T> {
  const place = `${person}:${key}`;
  const [value, setValue] = useState(start);
  const [offers, setOffers] = useState<readonly KeptText<T>[]>([]);
  const timer = useRef<number | undefined>(undefined);
  const unwritten = useRef<(() => void) | null>(null);
  const newest = useRef(start);

  useEffect(() => {
    // What was typed last time is set aside first: whatever is typed now must not be written over it.
    const found = parkText<T>(place).filter((text) => JSON.stringify(text.value) !== JSON.stringify(start));
    const frame = requestAnimationFrame(() => setOffers(found));
    const flush = () => unwritten.current?.();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      cancelAnimationFrame(frame);
      flush();
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
    // The start is what the page was drawn with: a new one comes with a new key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place]);

  const set = useCallback((next: T | ((before: T) => T)) => {
    const after = typeof next === 'function' ? (next as (before: T) => T)(newest.current) : next;
    newest.current = after;
    setValue(after);
    unwritten.current = () => {
      unwritten.current = null;
      window.clearTimeout(timer.current);
      keepText(place, after);
    };
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => unwritten.current?.(), WRITE_AFTER_MS);
  }, [place]);

  const forget = useCallback(() => {
    window.clearTimeout(timer.current);
    unwritten.current = null;
    setOffers([]);
    dropTexts(place, 'all');
  }, [place]);

  const [found = null] = offers;

  const drop = useCallback(() => {
    if (found === null) return;
    dropTexts(place, found.at);
    setOffers((before) => before.filter(({ at }) => at !== found.at));
  }, [found, place]);

  const take = useCallback(() => {
    if (found === null) return;
    set(found.value);
    unwritten.current?.();
    drop();
  }, [drop, found, set]);

  return { value, set, found: found && { at: new Date(found.at), value: found.value }, take, drop, forget };
}
