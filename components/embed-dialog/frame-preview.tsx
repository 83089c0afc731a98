'use client';

import { useEffect, useRef, useState } from 'react';
import { heightAt, type FrameHeights } from '@/domain/embed/code';
import { Segments } from './segments';

interface FramePreviewProps {
  readonly title: string;
  /** The frame's own address, on this site. */
  readonly src: string;
  readonly heights: FrameHeights;
}

const WIDTHS = [320, 600, 900] as const;
/** Px: on screens narrower than this the narrow frame is shown first. */
const NARROW_ROOM = 480;
/** A tall frame is drawn smaller to be seen whole, but not so small that it cannot be read. */
const SEEN_WHOLE = 540;
const LEAST_SCALE = 0.6;

/** The very frame that the code makes, at three widths; drawn smaller where there is no room for it. */
export function FramePreview({ title, src, heights }: FramePreviewProps) {
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<(typeof WIDTHS)[number] | null>(null);
  const [room, setRoom] = useState<number | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => { if (entry !== undefined) setRoom(entry.contentRect.width); });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const width = chosen ?? (room !== null && room < NARROW_ROOM ? 320 : 600);
  const height = heightAt(heights, width);
  const scale = Math.min(1, (room ?? width) / width, Math.max(SEEN_WHOLE / height, LEAST_SCALE));
  return (
    <div className="grid gap-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Segments
          legend="Width of the preview" isLegendHidden name="embed-width" value={String(width)}
          options={WIDTHS.map((px) => ({ value: String(px), label: `${px} px` }))} onChange={(value) => setChosen(WIDTHS.find((px) => String(px) === value) ?? null)}
        />
        <p className="text-sm text-muted tabular-nums">{width} × {height} px{scale < 0.995 && `, shown at ${Math.round(scale * 100)} %`}</p>
      </div>
      <div className="max-h-[min(36rem,75vh)] overflow-auto border border-rule bg-sunk p-3" tabIndex={0} role="region" aria-label="Preview">
        <div ref={box}>
          <div className="mx-auto overflow-hidden" style={{ width: width * scale, height: height * scale }}>
            <iframe
              key={src} src={src} title={`Preview: ${title}`} width={width} height={height} className="block origin-top-left border-0 bg-paper"
              style={{ width, height, maxWidth: 'none', transform: scale < 0.995 ? `scale(${scale})` : undefined }}
            />
          </div>
        </div>
      </div>
    </div>
  );
}
