'use client';

import { useCallback, useEffect, useState, type RefObject } from 'react';
import { COLUMN_WIDTH, HEAD_HEIGHT, ROW_HEIGHT, SIDE_WIDTH } from './grid-row';

/** First and last row and column to draw, inclusive. */
export interface Sight {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
  /** Rows of one page. */
  readonly page: number;
}

/** Drawn beyond the edge, so that a step of the keyboard needs no waiting. */
const BEYOND = 3;

/** The rows and columns in sight of a scrolling grid; all sizes are fixed, so nothing is measured but the frame. */
export function useWindow(frame: RefObject<HTMLDivElement | null>, rows: number, columns: number): { readonly sight: Sight; readonly page: number; readonly follow: () => void } {
  const [sight, setSight] = useState<Sight>(() => ({ top: 0, bottom: Math.min(rows - 1, 16), start: 0, end: Math.min(columns - 1, 12), page: 8 }));

  const follow = useCallback(() => {
    const next = sightOf(frame, rows, columns);
    if (next !== null) setSight((before) => (isSameSight(before, next) ? before : next));
  }, [frame, rows, columns]);

  useEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const watch = new ResizeObserver(follow);
    watch.observe(box);
    return () => watch.disconnect();
  }, [frame, follow]);

  return { sight, page: sight.page, follow };
}

function sightOf(frame: RefObject<HTMLDivElement | null>, rows: number, columns: number): Sight | null {
  const box = frame.current;
  if (box === null) return null;
  const left = Math.abs(box.scrollLeft);
  return {
    top: Math.max(0, Math.floor(box.scrollTop / ROW_HEIGHT) - BEYOND),
    bottom: Math.min(rows - 1, Math.ceil((box.scrollTop + box.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT) + BEYOND),
    start: Math.max(0, Math.floor(left / COLUMN_WIDTH) - BEYOND),
    end: Math.min(columns - 1, Math.ceil((left + box.clientWidth - SIDE_WIDTH) / COLUMN_WIDTH) + BEYOND),
    page: Math.max(1, Math.floor((box.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT)),
  };
}

function isSameSight(a: Sight, b: Sight): boolean {
  return a.top === b.top && a.bottom === b.bottom && a.start === b.start && a.end === b.end && a.page === b.page;
}

/** Scrolls just far enough that the cell is in sight beside the fixed headings. */
export function reveal(box: HTMLDivElement, row: number, column: number): void {
  const top = row * ROW_HEIGHT;
  const bottom = top + ROW_HEIGHT - (box.clientHeight - HEAD_HEIGHT);
  if (box.scrollTop > top) box.scrollTop = top;
  else if (box.scrollTop < bottom) box.scrollTop = bottom;
  // Right to left, the distance counts downwards from nought.
  const sign = getComputedStyle(box).direction === 'rtl' ? -1 : 1;
  const left = Math.abs(box.scrollLeft);
  const start = column * COLUMN_WIDTH;
  const end = start + COLUMN_WIDTH - (box.clientWidth - SIDE_WIDTH);
  if (left > start) box.scrollLeft = sign * start;
  else if (left < end) box.scrollLeft = sign * end;
}
