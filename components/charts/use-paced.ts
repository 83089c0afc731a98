'use client';

import { useEffect, useRef, useState } from 'react';
import { afterPaint } from '../ui/after-paint';

/** Redrawing that takes longer than this, in ms, waits until the hand rests as long. */
const QUICK = 40;

/**
 * Calls `apply` with the newest value, as often as what it sets off can follow. What the reader did is painted first, the rest in a task
 * of its own; where that is slow on this machine it waits for a rest, so that it never stands in the way of the next key or movement.
 */
export function usePacedCall<T>(apply: (value: T) => void): (value: T) => void {
  const calls = useRef({ apply });
  useEffect(() => { calls.current.apply = apply; });
  const [pacer] = useState(() => {
    const now = { latest: undefined as T, changedAt: 0, cost: 0, isPending: false };
    const run = (): void => {
      const rested = performance.now() - now.changedAt;
      if (now.cost > QUICK && rested < now.cost) return void window.setTimeout(run, now.cost - rested);
      now.isPending = false;
      const began = performance.now();
      calls.current.apply(now.latest);
      afterPaint(() => { now.cost = performance.now() - began; });
    };
    const call = (value: T): void => {
      now.latest = value;
      now.changedAt = performance.now();
      if (now.isPending) return;
      now.isPending = true;
      afterPaint(run);
    };
    return { call };
  });
  return pacer.call;
}

/** A value as fast as what is drawn from it can follow. */
export function usePaced<T>(value: T): T {
  const [paced, setPaced] = useState({ value });
  const follow = usePacedCall((latest: T) => setPaced({ value: latest }));
  const told = useRef(value);
  useEffect(() => {
    if (Object.is(told.current, value)) return;
    told.current = value;
    follow(value);
  }, [value, follow]);
  return paced.value;
}
