'use client';

import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { ChartModel } from '@/domain/chart/model';
import { openSource } from './open-source';
import { sourceHref } from './source-link';
import type { WalkMark } from './walk/walk-mark';

interface ChartTipProps {
  readonly model: ChartModel;
  readonly mark: WalkMark;
  /** Element that the tip is placed in. */
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

const EDGE = 8;
/** Leaves room for the value printed over a bar. */
const GAP = 24;
const SHOWN_SOURCES = 3;
/** Letters from which on a value is words rather than a number. */
const LONG = 14;

/** What the active mark says, beside it and inside the window. Can be pointed at, so that its links can be followed. */
export function ChartTip({ model, mark, stage, onEnter, onLeave }: ChartTipProps) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = tip.current;
    const frame = stage.current;
    const plot = frame?.querySelector(`[data-plot="${mark.plot}"]`)?.getBoundingClientRect();
    if (box === null || frame === null || plot === undefined) return;
    const around = { middle: plot.left + ((mark.x0 + mark.x1) / 2) * plot.width, top: plot.top + mark.y0, bottom: plot.top + mark.y1 };
    const origin = frame.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = Math.min(Math.max(around.middle - width / 2, EDGE), Math.max(room - width - EDGE, EDGE));
    const above = around.top - height - GAP;
    const below = around.bottom + GAP;
    const top = above >= EDGE ? above : below + height <= window.innerHeight - EDGE ? below : EDGE;
    box.style.left = `${left - origin.left}px`;
    box.style.top = `${top - origin.top}px`;
  });
  const { head, value, unit, lines } = mark.tip;
  const sources = mark.citations.slice(0, SHOWN_SOURCES);
  return (
    <div ref={tip} className="chart-tip" dir="auto" onPointerEnter={onEnter} onPointerLeave={onLeave}>
      <p className="tip-head">{head}</p>
      <p className={value.length > LONG ? 'tip-value tip-value-long' : 'tip-value'}>{value}{unit !== '' && <span className="tip-unit"> {unit}</span>}</p>
      {lines.length > 0 && <ul className="tip-lines">{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
      {sources.length > 0 && (
        <ul className="tip-sources">
          {sources.map((index) => (
            <li key={index}>
              <a href={sourceHref(model.slug, [index])} onClick={(event) => { event.preventDefault(); openSource(model.slug, [index]); }}>
                Source {index + 1}: {model.citations[index]?.source.publisher}
              </a>
            </li>
          ))}
          {mark.citations.length > SHOWN_SOURCES && <li>and {mark.citations.length - SHOWN_SOURCES} more</li>}
        </ul>
      )}
    </div>
  );
}
