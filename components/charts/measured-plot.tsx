'use client';

import { useLayoutEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { Plot } from './plot';

export interface PlotPoint { readonly x: number; readonly y: number; readonly width: number }

export interface PlotPointer {
  /** Pointer at (x, y) px from the plot's top left; null when it left. */
  readonly onPoint: (plot: number, at: PlotPoint | null) => void;
  readonly onPress: (plot: number, at: PlotPoint, pointerType: string) => void;
}

interface MeasuredPlotProps extends PlotPointer {
  readonly plot: number;
  readonly gutter: number;
  readonly tail?: number;
  readonly height: number;
  readonly className?: string;
  readonly children: (width: number) => ReactNode;
}

/** A plot of the interactive drawing: the box of the static one, measured, with the pointer told in px of the plot. */
export function MeasuredPlot({ plot, gutter, tail, height, className, onPoint, onPress, children }: MeasuredPlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setWidth(element.getBoundingClientRect().width);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const pointOf = (event: MouseEvent<HTMLDivElement>): PlotPoint => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top, width };
  };
  return (
    <Plot gutter={gutter} tail={tail} height={height} className={className}>
      <div
        ref={box} className="measured" data-plot={plot} aria-hidden="true"
        onPointerMove={(event) => { if (event.pointerType === 'mouse') onPoint(plot, pointOf(event)); }}
        onPointerDown={(event) => onPoint(plot, pointOf(event))}
        onPointerLeave={(event) => { if (event.pointerType === 'mouse') onPoint(plot, null); }}
        onClick={(event) => onPress(plot, pointOf(event), (event.nativeEvent as PointerEvent).pointerType)}
      >
        {width > 0 && children(width)}
      </div>
    </Plot>
  );
}
