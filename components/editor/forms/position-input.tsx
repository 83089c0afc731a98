'use client';

import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { acrossOf, ASPECT, downOf, FRAME, isInFrame } from '@/components/charts/geometry/map-frame';
import { fluidFrame } from '@/components/charts/shapes/frame';
import { MapLand, MapWords } from '@/components/charts/shapes/map-land';
import { SMALL_BUTTON } from '../buttons';
import type { RowOption } from './form-props';
import { BOX } from './look';
import { readDegrees } from './typed-content';

interface PositionInputProps {
  readonly id: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly isLocked: boolean;
  readonly hasFault: boolean;
  /** Points already on the map. */
  readonly others: readonly RowOption[];
  readonly onChange: (latitude: string, longitude: string) => void;
}

/** Browsers and servers differ in the last digits of a cosine. */
const PROPORTION = ASPECT.toFixed(4);
const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`;
const ZOOMS = [1, 3, 8] as const;
/** A hundredth of a degree is about a kilometre. */
const STEP = 0.01;
const LARGE_STEP = 0.1;
const print = (degrees: number) => String(Math.round(degrees * 1e4) / 1e4);
const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** A position by typing degrees, by clicking the map, or by the arrow keys on it. */
export function PositionInput({ id, latitude, longitude, isLocked, hasFault, others, onChange }: PositionInputProps) {
  const [zoomAt, setZoomAt] = useState(0);
  const [lat, lon] = [readDegrees(latitude, '', {}), readDegrees(longitude, '', {})];
  const point = lat === null || lon === null ? null : { latitude: lat, longitude: lon };
  const zoom = ZOOMS[zoomAt] ?? 1;
  const centre = point !== null && isInFrame(point) ? { x: acrossOf(point.longitude), y: downOf(point.latitude) } : { x: 0.66, y: 0.45 };
  const left = clamp(centre.x - 0.5 / zoom, 0, 1 - 1 / zoom);
  const top = clamp(centre.y - 0.5 / zoom, 0, 1 - 1 / zoom);

  function place(event: MouseEvent<HTMLDivElement>) {
    if (isLocked) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = left + (event.clientX - box.left) / box.width / zoom;
    const y = top + (event.clientY - box.top) / box.height / zoom;
    onChange(print(FRAME.north - y * (FRAME.north - FRAME.south)), print(FRAME.west + x * (FRAME.east - FRAME.west)));
  }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const move = moves[event.key];
    if (move === undefined || isLocked) return;
    event.preventDefault();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const from = point ?? { latitude: 33.5, longitude: 70.2 };
    onChange(print(from.latitude + move[0] * step), print(from.longitude + move[1] * step));
  }

  const said = point === null ? 'no position yet' : `${print(point.latitude)} north, ${print(point.longitude)} east`;
  const box = (name: string, label: string, value: string, set: (text: string) => void) => (
    <label className="flex flex-col gap-1 text-sm">
      <span>{label}</span>
      <input
        id={name} value={value} disabled={isLocked} inputMode="decimal" autoComplete="off" aria-invalid={hasFault || undefined} aria-describedby={hasFault ? `${id}-fault` : undefined}
        onChange={(event) => set(event.target.value)} className={`${BOX} w-44 text-base`}
      />
    </label>
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        {box(id, 'Latitude, north', latitude, (text) => onChange(text, longitude))}
        {box(`${id}-longitude`, 'Longitude, east', longitude, (text) => onChange(latitude, text))}
        {(latitude !== '' || longitude !== '') && <button type="button" disabled={isLocked} className={`${SMALL_BUTTON} mb-1`} onClick={() => onChange('', '')}>No position</button>}
        <button type="button" className={`${SMALL_BUTTON} mb-1`} onClick={() => setZoomAt((zoomAt + 1) % ZOOMS.length)}>{zoom === 8 ? 'Whole map' : `Closer (×${ZOOMS[zoomAt + 1] ?? 1})`}</button>
      </div>
      <div
        role="application" aria-roledescription="map" tabIndex={isLocked ? -1 : 0} onClick={place} onKeyDown={press}
        aria-label={`Map of the border: ${said}. Arrow keys move the mark by a kilometre, with Shift by ten.`}
        className="drawing map-plot relative w-full max-w-3xl cursor-crosshair overflow-hidden border border-rule-strong" dir="ltr" style={{ aspectRatio: PROPORTION }}
      >
        <div className="plot-box map-box absolute" style={{ width: percent(zoom), height: percent(zoom), left: percent(-left * zoom), top: percent(-top * zoom) }}>
          <div className="absolute inset-0"><MapLand /></div>
          {zoom === 1 && <svg className="absolute inset-0 max-sm:hidden" width="100%" height="100%" aria-hidden="true"><MapWords frame={fluidFrame('position')} /></svg>}
          {others.flatMap(({ id: other, label, at }) => (at === undefined || !isInFrame(at) ? [] : [(
            <span key={other} aria-hidden="true" className="absolute size-1.5 -translate-1/2 rounded-full bg-(--ink-muted)" style={{ left: percent(acrossOf(at.longitude)), top: percent(downOf(at.latitude)) }} title={label}>
              {zoom > 1 && <span className="absolute start-2 -top-2 text-xs whitespace-nowrap text-muted">{label}</span>}
            </span>
          )]))}
          {point !== null && isInFrame(point) && (
            <span aria-hidden="true" className="absolute size-4 -translate-1/2 rounded-full border-3 border-(--accent) bg-paper" style={{ left: percent(acrossOf(point.longitude)), top: percent(downOf(point.latitude)) }} />
          )}
        </div>
      </div>
      {point !== null && !isInFrame(point) && <p className="text-sm text-muted">This lies outside the map of the border; readers find the place in the list below the map.</p>}
    </div>
  );
}
