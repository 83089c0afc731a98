'use client';

import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import type { InteractiveChartProps } from './interactive-chart';
import { KeepStatic } from './keep-static';

interface InteractiveDrawingProps {
  readonly slug: string;
  readonly title: string;
  readonly modelUrl: string;
  /** Keeps room below the drawing for the slider of its time range. */
  readonly hasRange: boolean;
  /** The static drawing, which stays until the interactive one lies over it, and for good where that fails. */
  readonly children: ReactNode;
}

/** Runs when the browser has nothing better to do; Safari has no idle callback. */
function whenIdle(run: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = window.setTimeout(run, 400);
    return () => window.clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(run, { timeout: 4000 });
  return () => window.cancelIdleCallback(handle);
}

/** Loads the interactive drawing when the chart is near the screen and the browser idle, or at the first touch, and lays it over the static one. */
export function InteractiveDrawing({ slug, title, modelUrl, hasRange, children }: InteractiveDrawingProps) {
  const root = useRef<HTMLDivElement>(null);
  const [rangeSlot, setRangeSlot] = useState<HTMLDivElement | null>(null);
  const [Chart, setChart] = useState<ComponentType<InteractiveChartProps> | null>(null);
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let isGone = false;
    let isAsked = false;
    let cancelIdle = (): void => undefined;
    const load = (): void => {
      if (isAsked) return;
      isAsked = true;
      // Without the network the static drawing is all there is, and it is complete.
      import('./interactive-chart').then(({ InteractiveChart }) => { if (!isGone) setChart(() => InteractiveChart); }, () => undefined);
    };
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      cancelIdle = whenIdle(load);
    }, { rootMargin: '240px 0px' });
    observer.observe(element);
    const touches = ['pointerenter', 'touchstart', 'focusin'] as const;
    for (const name of touches) element.addEventListener(name, load, { passive: true, once: true });
    return () => {
      isGone = true;
      observer.disconnect();
      cancelIdle();
      for (const name of touches) element.removeEventListener(name, load);
    };
  }, []);

  return (
    <>
      <div ref={root} className="drawing-stack" data-ready={isReady || undefined}>
        <div className="drawing-under" aria-hidden={isReady || undefined}>{children}</div>
        {Chart !== null && (
          <KeepStatic onFailure={() => setReady(false)}>
            <Chart slug={slug} title={title} modelUrl={modelUrl} rangeSlot={rangeSlot} onReady={() => setReady(true)} />
          </KeepStatic>
        )}
      </div>
      {hasRange && <div ref={setRangeSlot} className="range-slot" />}
    </>
  );
}
