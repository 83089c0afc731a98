'use client';

import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { ChartModel } from '@/domain/chart/model';
import { ChartTip } from './chart-tip';
import { isDenseModel, SPARSE } from './dense/columns';
import { denseWalkMarks } from './dense/dense-walk';
import { LegendToggles } from './legend-toggles';
import { useHiddenSeries } from './hidden-series';
import type { PlotPointer } from './measured-plot';
import { openSource } from './open-source';
import { RangeSlider } from './range/range-slider';
import { useRange } from './range/use-range';
import { RechartsDrawing } from './recharts-drawing';
import { isInside, nearestMark, stepFrom, type Step, type WalkMark } from './walk/walk-mark';
import { usePaced } from './use-paced';
import { walkMarks } from './walk/walk-marks';

interface ChartStageProps {
  /** The model that the page was drawn from. */
  readonly page: ChartModel;
  /** The same over all days; the page's own where that is not narrowed. */
  readonly whole: ChartModel;
  readonly title: string;
  readonly rangeSlot: HTMLElement | null;
  readonly onReady: () => void;
}

const STEPS: Readonly<Record<string, Step>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' };
/** Time in ms that the tip stays when the pointer leaves a mark, so that it can be reached. */
const LINGER = 180;

/** Time in ms after which the machine has done what was more urgent. */
const SOON = 250;

interface Active { readonly mark: WalkMark; readonly by: 'pointer' | 'keys' }

/**
 * The interactive drawing with its one tab stop: arrows walk from mark to mark, Enter opens the source, Escape closes.
 * What the keys reach is spoken through a polite live region; the tip shows the same and more.
 */
export function ChartStage({ page, whole, title, rangeSlot, onReady }: ChartStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const lingering = useRef<number | undefined>(undefined);
  const [active, setActive] = useState<Active | null>(null);
  const { shown: model, slider } = useRange(page, whole);
  const [hidden, hide] = useHiddenSeries(page);
  const drawnHidden = usePaced(hidden);
  const isDense = isDenseModel(whole) && isDenseModel(model, SPARSE);
  // Thousands of them: reckoned when somebody points or walks, not at every step of a range.
  const marks = useMemo(() => once(() => (isDense && model.kind === 'periods' ? denseWalkMarks(model, drawnHidden) : walkMarks(model, drawnHidden))), [model, drawnHidden, isDense]);

  const isComplete = useCallback((): boolean => (
    isDense ? drawing.current?.querySelector('.dense') != null : (drawing.current?.querySelectorAll('[data-mark]').length ?? 0) >= marks().length
  ), [marks, isDense]);
  useReadiness(isComplete, onReady);
  useTakenFocus(stage, drawing, marks, setActive);
  // The first touch finds the marks reckoned.
  useEffect(() => {
    const waiting = window.setTimeout(marks, SOON);
    return () => window.clearTimeout(waiting);
  }, [marks]);

  const activeId = active?.mark.id;
  const latest = useRef({ marks, active });
  useEffect(() => { latest.current = { marks, active }; });
  useEffect(() => {
    const element = drawing.current;
    if (element === null) return;
    for (const mark of element.querySelectorAll('[data-mark]')) mark.classList.toggle('is-active', mark.getAttribute('data-mark') === activeId);
  });
  useEffect(() => () => window.clearTimeout(lingering.current), []);
  useEffect(() => {
    if (activeId === undefined) return;
    const close = (event: PointerEvent): void => {
      if (event.target instanceof Node && stage.current?.contains(event.target) === false) setActive(null);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [activeId]);

  const hold = useCallback((): void => window.clearTimeout(lingering.current), []);
  const letGo = useCallback((): void => {
    window.clearTimeout(lingering.current);
    lingering.current = window.setTimeout(() => setActive((now) => (now?.by === 'pointer' ? null : now)), LINGER);
  }, []);

  const point = useCallback<PlotPointer['onPoint']>((plot, at) => {
    const mark = at === null ? null : nearestMark(latest.current.marks(), plot, at.x, at.y, at.width);
    if (mark === null) return letGo();
    hold();
    setActive((now) => (now?.mark.id === mark.id && now.by === 'pointer' ? now : { mark, by: 'pointer' }));
  }, [hold, letGo]);
  // A finger's first tap shows the tip, whose links lead to the sources; a mouse has seen it by hovering.
  const press = useCallback<PlotPointer['onPress']>((plot, at, pointerType) => {
    const mark = pointerType === 'mouse' ? nearestMark(latest.current.marks(), plot, at.x, at.y, at.width) : null;
    if (mark !== null && isInside(mark, at.x, at.y, at.width)) openSource(model.slug, mark.citations);
  }, [model.slug]);

  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const mark = stepFrom(marks(), active?.mark ?? null, step);
      if (mark !== null) setActive({ mark, by: 'keys' });
    } else if (event.key === 'Enter' && active !== null && event.target === event.currentTarget) {
      event.preventDefault();
      openSource(model.slug, active.mark.citations);
    } else if (event.key === 'Escape' && active !== null) {
      event.stopPropagation();
      setActive(null);
    }
  };

  return (
    <div
      ref={stage} className="drawing-over"
      onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setActive((now) => (now?.by === 'keys' ? null : now)); }}
      onKeyDown={(event) => { if (event.key === 'Escape') setActive(null); }}
    >
      <LegendToggles model={model} hidden={hidden} onChange={(next) => { hide(next); setActive(null); }} />
      <div
        ref={drawing} className="drawing" dir="ltr" data-layer="interactive" data-kind={model.kind} data-active={activeId === undefined ? undefined : ''}
        role="group" aria-roledescription="interactive chart" aria-label={`${title}. Arrow keys move from mark to mark, Enter opens the source.`}
        aria-describedby={`${model.slug}-alt`} tabIndex={0} onKeyDown={walk}
      >
        <RechartsDrawing model={model} hidden={drawnHidden} isDense={isDense} onPoint={point} onPress={press} />
      </div>
      <p id={`${model.slug}-alt`} hidden>{model.altText}</p>
      <p className="visually-hidden" aria-live="polite">{active?.by === 'keys' ? active.mark.spoken : ''}</p>
      {rangeSlot !== null && slider !== null && createPortal(
        <RangeSlider
          slug={model.slug} count={slider.count} least={slider.least} range={slider.range} labelOf={slider.labelOf} onSettled={slider.settle}
          onChange={(range) => { setActive(null); slider.change(range); }}
        />, rangeSlot,
      )}
      {active !== null && <ChartTip model={model} mark={active.mark} stage={stage} onEnter={hold} onLeave={letGo} />}
    </div>
  );
}

/** A reckoning done when it is first asked for, and once. */
function once<T>(reckon: () => T): () => T {
  let done: { readonly value: T } | null = null;
  return () => (done ??= { value: reckon() }).value;
}

/** Tells once when every mark is drawn: Recharts needs a few passes. */
function useReadiness(isComplete: () => boolean, onReady: () => void): void {
  const isTold = useRef(false);
  useEffect(() => {
    if (isTold.current) return;
    let frame = 0;
    const look = (): void => {
      if (isComplete()) {
        isTold.current = true;
        onReady();
      } else frame = window.requestAnimationFrame(look);
    };
    look();
    return () => window.cancelAnimationFrame(frame);
  }, [isComplete, onReady]);
}

/** A reader who already stood on a mark of the static drawing goes on from the same mark. */
function useTakenFocus(
  stage: { readonly current: HTMLDivElement | null }, drawing: { readonly current: HTMLDivElement | null }, marks: () => readonly WalkMark[], setActive: (active: Active) => void,
): void {
  useEffect(() => {
    const stack = stage.current?.parentElement;
    if (stack === null || stack === undefined) return;
    const observer = new MutationObserver(() => {
      const id = document.activeElement?.closest('[data-layer="static"] [data-mark]')?.getAttribute('data-mark');
      const mark = marks().find((candidate) => candidate.id === id);
      if (mark === undefined || !stack.contains(document.activeElement)) return;
      drawing.current?.focus({ preventScroll: true });
      setActive({ mark, by: 'keys' });
    });
    observer.observe(stack, { attributeFilter: ['data-ready'] });
    return () => observer.disconnect();
  }, [stage, drawing, marks, setActive]);
}
