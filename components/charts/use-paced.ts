'use client';

import { useEffect, useRef, useState } from 'react';

/** Redrawing that takes longer than this, in ms, waits until the hand rests as long. */
const QUICK = 40;

/**
 * A value as fast as what is drawn from it can follow. What the reader did is painted first, the drawing in a task of its own; a
 * drawing that is slow on this machine waits for a rest, so that it never stands in the way of the next key or movement.
 */
export function usePaced<T>(value: T): T {
  const [paced, setPaced] = useState({ value });
  const pace = useRef({ latest: value, changedAt: 0, cost: 0, isPending: false, isGone: false });
  useEffect(() => {
    const now = pace.current;
    now.isGone = false;
    return () => { now.isGone = true; };
  }, []);
  useEffect(() => {
    const now = pace.current;
    if (Object.is(now.latest, value)) return;
    now.latest = value;
    now.changedAt = performance.now();
    if (now.isPending) return;
    now.isPending = true;
    const draw = (): void => {
      const rested = performance.now() - now.changedAt;
      if (now.cost > QUICK && rested < now.cost) return void window.setTimeout(draw, now.cost - rested);
      now.isPending = false;
      if (now.isGone) return;
      const began = performance.now();
      setPaced({ value: now.latest });
      afterPaint(() => { now.cost = performance.now() - began; });
    };
    afterPaint(draw);
  }, [value]);
  return paced.value;
}

/** Once the next frame is painted. */
function afterPaint(work: () => void): void {
  window.requestAnimationFrame(() => window.setTimeout(work));
}
