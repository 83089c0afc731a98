'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Lane } from '@/domain/closure';
import { dayAt, labelSpan, placeOfDay, shiftSpan, spanAround, takenDays, type CalendarSpan, type Planned, type Zoom } from '@/domain/closure-planner';
import { addDays, fromEpochDay, labelDay, monthName, partsOf, toEpochDay, type Day } from '@/domain/day';
import { SMALL_BUTTON } from '../../buttons';

export interface LaneRow {
  readonly crossingId: string;
  readonly crossing: string;
  readonly lane: Lane;
}

export interface CalendarBar extends Planned {
  readonly label: string;
  readonly isDraft: boolean;
  /** A month is known, not the day; or the end is. */
  readonly isSoft: boolean;
}

interface LaneCalendarProps {
  readonly rows: readonly LaneRow[];
  readonly bars: readonly CalendarBar[];
  readonly chosenId: string | null;
  /** Days that two closures of one lane both take. */
  readonly clashes: readonly string[];
  readonly span: CalendarSpan;
  readonly zoom: Zoom;
  readonly today: Day;
  readonly isLocked: boolean;
  readonly onSpan: (span: CalendarSpan, zoom: Zoom) => void;
  readonly onChoose: (id: string) => void;
  /** First day shut and the day of reopening; the same day twice where only the start was set. */
  readonly onDraw: (row: LaneRow, start: Day, end: Day | null) => void;
}

export const LANE_NAMES: Readonly<Record<Lane, string>> = { all: 'All lanes', trade: 'Trade', pedestrian: 'Pedestrian', returnees: 'Returnees' };
const ZOOMS: readonly (readonly [Zoom, string])[] = [['month', 'Month'], ['quarter', 'Quarter'], ['year', 'Year']];

interface Cursor {
  readonly row: number;
  readonly day: Day;
  /** Where a stretch was begun. */
  readonly from: Day | null;
}

/** Crossings and lanes down, days across. A stretch is drawn with the pointer, or with arrow keys and Enter. */
export function LaneCalendar({ rows, bars, chosenId, clashes, span, zoom, today, isLocked, onSpan, onChoose, onDraw }: LaneCalendarProps) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [drag, setDrag] = useState<{ readonly row: number; readonly from: Day; readonly to: Day } | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const at = cursor === null ? null : { ...cursor, row: Math.min(cursor.row, rows.length - 1) };

  function dayUnder(event: PointerEvent<HTMLElement>): Day {
    const box = event.currentTarget.getBoundingClientRect();
    return dayAt((event.clientX - box.left) / box.width, span);
  }

  function finish(row: LaneRow | undefined, one: Day, other: Day) {
    if (row === undefined || isLocked) return;
    const [first, last] = one <= other ? [one, other] : [other, one];
    // The last day drawn is still shut; it reopens on the day after.
    onDraw(row, first, first === last ? null : addDays(last, 1));
  }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const now = at ?? { row: 0, day: today >= span.first && today <= span.last ? today : span.first, from: null };
    const far = zoom === 'year' ? 30 : 7;
    const steps: Readonly<Record<string, () => Cursor | null>> = {
      ArrowLeft: () => ({ ...now, day: addDays(now.day, event.shiftKey ? -far : -1) }), ArrowRight: () => ({ ...now, day: addDays(now.day, event.shiftKey ? far : 1) }),
      ArrowUp: () => ({ ...now, row: Math.max(0, now.row - 1), from: null }), ArrowDown: () => ({ ...now, row: Math.min(rows.length - 1, now.row + 1), from: null }),
      Escape: () => ({ ...now, from: null }), Home: () => ({ ...now, day: span.first }), End: () => ({ ...now, day: span.last }),
      Enter: () => {
        if (now.from === null) return { ...now, from: now.day };
        finish(rows[now.row], now.from, now.day);
        return { ...now, from: null };
      },
    };
    const step = steps[event.key];
    // Bars inside are buttons: Enter there opens them.
    if (step === undefined || (event.key === 'Enter' && event.target !== event.currentTarget)) return;
    event.preventDefault();
    const next = step();
    setCursor(next);
    if (next !== null && (next.day < span.first || next.day > span.last)) onSpan(spanAround(next.day, zoom), zoom);
  }

  const ticks = ticksOf(span, zoom);
  const percent = (fraction: number) => `${(Math.min(1, Math.max(0, fraction)) * 100).toFixed(3)}%`;
  const place = (from: number, to: number) => ({ insetInlineStart: percent(placeOfDay(from, span)), width: `calc(${percent(placeOfDay(to, span))} - ${percent(placeOfDay(from, span))})` });
  const stretch = drag ?? (at === null || at.from === null ? null : { row: at.row, from: at.from, to: at.day });
  const cursorRow = at === null ? undefined : rows[at.row];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <button type="button" className={SMALL_BUTTON} onClick={() => onSpan(shiftSpan(span, zoom, -1), zoom)}><span aria-hidden="true">←</span> Earlier</button>
        <button type="button" className={SMALL_BUTTON} onClick={() => onSpan(shiftSpan(span, zoom, 1), zoom)}>Later <span aria-hidden="true">→</span></button>
        <strong className="min-w-44 px-2 font-serif text-lg font-semibold" aria-live="polite">{labelSpan(span)}</strong>
        <span role="group" aria-label="Zoom" className="flex gap-1.5 sm:ms-auto">
          {ZOOMS.map(([value, label]) => <button key={value} type="button" aria-pressed={zoom === value} className={`${SMALL_BUTTON} ${zoom === value ? 'border-accent font-semibold' : ''}`} onClick={() => onSpan(spanAround(chosenDay(bars, chosenId, span), value), value)}>{label}</button>)}
        </span>
      </div>
      <div className="overflow-x-auto" tabIndex={-1}>
        <div
          ref={grid} role="application" aria-roledescription="calendar of lanes" tabIndex={0} onKeyDown={press} dir="ltr" className="min-w-[44rem] border border-rule"
          aria-label="Closures by crossing and lane. Arrow keys move by a day and a lane, Enter sets the first day, Enter again the last; Escape begins anew."
        >
          <div className="grid grid-cols-[11rem_1fr] border-b border-rule text-xs text-muted" aria-hidden="true">
            <span className="px-2 py-1">Crossing and lane</span>
            <span className="relative h-6">{ticks.map(({ day, label }) => <span key={day} className="absolute top-1 ps-1 whitespace-nowrap" style={{ insetInlineStart: percent(placeOfDay(toEpochDay(day), span)) }}>{label}</span>)}</span>
          </div>
          {rows.map((row, index) => {
            const isFirst = rows[index - 1]?.crossingId !== row.crossingId;
            const own = bars.filter(({ crossingId, lane }) => crossingId === row.crossingId && lane === row.lane);
            return (
              <div key={`${row.crossingId} ${row.lane}`} className={`grid grid-cols-[11rem_1fr] ${isFirst && index > 0 ? 'border-t border-rule-strong' : ''}`}>
                <span className="flex min-w-0 items-baseline gap-2 px-2 text-sm leading-7">
                  {isFirst && <b className="truncate font-medium" title={row.crossing}>{row.crossing}</b>}<span className="ms-auto shrink-0 text-xs whitespace-nowrap text-muted">{LANE_NAMES[row.lane]}</span>
                </span>
                <div
                  className={`relative h-7 border-s border-t border-rule ${isLocked ? '' : 'cursor-crosshair'} ${at?.row === index ? 'bg-sunk' : ''}`}
                  onPointerDown={(event) => {
                    if (isLocked || event.button !== 0 || event.target !== event.currentTarget) return;
                    event.currentTarget.setPointerCapture(event.pointerId);
                    const day = dayUnder(event);
                    setDrag({ row: index, from: day, to: day });
                  }}
                  onPointerMove={(event) => drag !== null && drag.row === index && setDrag({ ...drag, to: dayUnder(event) })}
                  onPointerUp={() => {
                    if (drag === null) return;
                    setDrag(null);
                    finish(row, drag.from, drag.to);
                  }}
                  onPointerCancel={() => setDrag(null)}
                >
                  {ticks.map(({ day }) => <span key={day} aria-hidden="true" className="pointer-events-none absolute inset-y-0 w-px bg-grid" style={{ insetInlineStart: percent(placeOfDay(toEpochDay(day), span)) }} />)}
                  {own.map((bar) => {
                    const { from, to } = takenDays(bar);
                    if (to <= toEpochDay(span.first) || from > toEpochDay(span.last)) return null;
                    const isChosen = bar.id === chosenId;
                    return (
                      <button
                        key={bar.id} type="button" onClick={() => onChoose(bar.id)} aria-pressed={isChosen} title={bar.label} style={place(from, to)}
                        className={`absolute inset-y-1 min-w-1.5 overflow-hidden rounded-xs border text-start text-xs ${clashes.includes(bar.id) ? 'border-accent bg-accent text-paper' : isChosen ? 'border-accent bg-accent-wash' : 'border-(--ink-muted) bg-(--ink-muted) text-paper'} ${bar.isSoft ? 'border-e-4 border-e-transparent' : ''} ${bar.isDraft ? 'border-dashed' : ''}`}
                      >
                        <span className="sr-only">{bar.label}{bar.isDraft ? ', draft' : ''}{clashes.includes(bar.id) ? ', shares days with another closure of this lane' : ''}</span>
                      </button>
                    );
                  })}
                  {stretch?.row === index && (
                    <span aria-hidden="true" className="pointer-events-none absolute inset-y-0.5 rounded-xs border-2 border-accent bg-accent-wash" style={place(Math.min(toEpochDay(stretch.from), toEpochDay(stretch.to)), Math.max(toEpochDay(stretch.from), toEpochDay(stretch.to)) + 1)} />
                  )}
                  {at?.row === index && <span aria-hidden="true" className="pointer-events-none absolute inset-y-0 border-2 border-(--ink)" style={place(toEpochDay(at.day), toEpochDay(at.day) + 1)} />}
                </div>
              </div>
            );
          })}
        </div>
      </div>
      <p role="status" className="min-h-5 text-sm text-muted">
        {stretch !== null && rows[stretch.row] !== undefined
          ? `${rows[stretch.row]?.crossing ?? ''}, ${LANE_NAMES[rows[stretch.row]?.lane ?? 'all'].toLowerCase()}: shut ${stretch.from <= stretch.to ? labelDay(stretch.from) : labelDay(stretch.to)} to ${stretch.from <= stretch.to ? labelDay(stretch.to) : labelDay(stretch.from)}`
          : cursorRow !== undefined && at !== null ? `${cursorRow.crossing}, ${LANE_NAMES[cursorRow.lane].toLowerCase()}, ${labelDay(at.day)}${shutOn(bars, cursorRow, at.day)}`
            : 'Draw across the days that were shut, or choose a closure. By keyboard: arrows, then Enter for the first and the last day.'}
      </p>
    </div>
  );
}

function shutOn(bars: readonly CalendarBar[], row: LaneRow, day: Day): string {
  const on = toEpochDay(day);
  const bar = bars.find((one) => one.crossingId === row.crossingId && one.lane === row.lane && takenDays(one).from <= on && on < takenDays(one).to);
  return bar === undefined ? '' : `: ${bar.label}`;
}

/** A day to keep in sight when the zoom changes. */
function chosenDay(bars: readonly CalendarBar[], chosenId: string | null, span: CalendarSpan): Day {
  const chosen = bars.find(({ id }) => id === chosenId);
  return chosen !== undefined && chosen.start >= span.first && chosen.start <= span.last ? chosen.start : span.first;
}

/** Where the calendar writes a day or a month. */
function ticksOf(span: CalendarSpan, zoom: Zoom): readonly { readonly day: Day; readonly label: string }[] {
  const days = Array.from({ length: toEpochDay(span.last) - toEpochDay(span.first) + 1 }, (_, at) => fromEpochDay(toEpochDay(span.first) + at));
  const isTick = (day: Day) => {
    const { date } = partsOf(day);
    return zoom === 'month' ? date % 2 === 1 : zoom === 'quarter' ? date === 1 || date === 11 || date === 21 : date === 1;
  };
  return days.filter(isTick).map((day) => {
    const { date, month } = partsOf(day);
    const name = monthName(month).slice(0, 3);
    return { day, label: zoom === 'year' ? name : date === 1 ? `1 ${name}` : String(date) };
  });
}
