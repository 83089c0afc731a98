'use client';

import { useEffect, useLayoutEffect, useRef, useState, type ChangeEvent, type CSSProperties, type PointerEvent } from 'react';
import { keepPlace, returnToPlace } from '@/components/view/kept-place';
import type { StepRange } from '@/domain/chart/narrow';
import { usePacedCall } from '../use-paced';

interface RangeSliderProps {
  readonly slug: string;
  /** Steps of the whole chart; the range is a part of [0, count - 1]. */
  readonly count: number;
  /** The least number of steps that can be shown. */
  readonly least: number;
  readonly range: StepRange;
  readonly labelOf: (step: number) => string;
  readonly onChange: (range: StepRange) => void;
  /** Called when a change is done: the thumb let go, or the keys at rest. Told the form, whose place can be kept. */
  readonly onSettled: (keep: () => void) => void;
}

/** Time in ms in which a change has reached the view. */
const TOLD = 500;
/** Keys at rest, in ms. */
const REST = 900;

/**
 * Two thumbs over the chart's time axis and a stretch between them that can be dragged whole. The thumbs are the browser's own sliders,
 * so keys, touch and screen readers know them.
 */
export function RangeSlider({ slug, count, least, range: told, labelOf, onChange, onSettled }: RangeSliderProps) {
  const form = useRef<HTMLFormElement>(null);
  const [edges, setEdges] = useState({ left: 0, right: 0 });
  const rest = useRef<number | undefined>(undefined);
  const grip = useRef<{ readonly x: number; readonly at: StepRange } | null>(null);
  useEffect(() => returnToPlace(form.current), []);
  useEffect(() => () => window.clearTimeout(rest.current), []);
  // In line with the static drawing, whose gutter stays as it is while the other is narrowed.
  useLayoutEffect(() => {
    const slot = form.current?.parentElement;
    const plot = slot?.parentElement?.querySelector('[data-layer="static"] .plot-box');
    if (!slot || !plot) return;
    const measure = (): void => {
      const [outer, inner] = [slot.getBoundingClientRect(), plot.getBoundingClientRect()];
      setEdges({ left: inner.left - outer.left, right: outer.right - inner.right });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(plot);
    return () => observer.disconnect();
  }, []);

  // Later than the last change is told: `held` is then taken up.
  const settle = (wait: number): void => {
    window.clearTimeout(rest.current);
    rest.current = window.setTimeout(() => onSettled(() => { if (form.current !== null) keepPlace(form.current); }), Math.max(wait, TOLD));
  };
  // The thumbs follow the hand at once; the view hears of it as fast as it can follow, and then they stand where the view is.
  const [held, setHeld] = useState<StepRange | null>(null);
  const range = held ?? told;
  const tell = usePacedCall((next: StepRange) => { onChange(next); setHeld((now) => (now === next ? null : now)); });
  const change = (next: StepRange): void => {
    window.clearTimeout(rest.current);
    if (next.first === range.first && next.last === range.last) return;
    setHeld(next);
    tell(next);
  };
  const moveFirst = ({ target }: ChangeEvent<HTMLInputElement>): void => change({ first: Math.min(target.valueAsNumber, Math.max(range.last + 1 - least, 0)), last: range.last });
  const moveLast = ({ target }: ChangeEvent<HTMLInputElement>): void => change({ first: range.first, last: Math.max(target.valueAsNumber - 1, Math.min(range.first + least - 1, count - 1)) });
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const start = grip.current;
    const track = event.currentTarget.parentElement?.getBoundingClientRect();
    if (start === null || track === undefined || track.width === 0) return;
    const by = Math.round(((event.clientX - start.x) / track.width) * count);
    const shift = Math.min(Math.max(by, -start.at.first), count - 1 - start.at.last);
    change({ first: start.at.first + shift, last: start.at.last + shift });
  };
  const isWhole = range.first <= 0 && range.last >= count - 1;
  const style = { '--from': range.first / count, '--to': (range.last + 1) / count, paddingLeft: edges.left, paddingRight: edges.right } as CSSProperties;
  const thumb = { min: 0, max: count, step: 1, onPointerUp: () => settle(0), onKeyUp: () => settle(REST), onBlur: () => settle(0) } as const;
  return (
    <form ref={form} className="range" dir="ltr" style={style} onSubmit={(event) => event.preventDefault()}>
      <div className="range-track">
        <div
          className="range-grip" data-whole={isWhole || undefined}
          onPointerDown={(event) => { if (!isWhole) { grip.current = { x: event.clientX, at: range }; event.currentTarget.setPointerCapture(event.pointerId); } }}
          onPointerMove={drag}
          onPointerUp={() => { grip.current = null; settle(0); }}
          onPointerCancel={() => { grip.current = null; }}
        />
        <input
          {...thumb} type="range" id={`${slug}-range-from`} className="range-thumb" data-front={range.first > count / 2 || undefined} aria-label="First period drawn"
          value={range.first} aria-valuetext={labelOf(range.first)} onChange={moveFirst}
        />
        <input
          {...thumb} type="range" id={`${slug}-range-to`} className="range-thumb" aria-label="Last period drawn"
          value={range.last + 1} aria-valuetext={labelOf(range.last)} onChange={moveLast}
        />
      </div>
      <p className="range-words">
        <span>{isWhole ? 'Drag the ends to narrow the chart' : `Drawn: ${labelOf(range.first)} to ${labelOf(range.last)}`}</span>
        <button type="button" className="range-reset" hidden={isWhole} onClick={() => { change({ first: 0, last: count - 1 }); settle(0); }}>Whole range</button>
      </p>
    </form>
  );
}
