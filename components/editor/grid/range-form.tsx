'use client';

import { memo, useState } from 'react';
import { GRID_KINDS, type GridKind } from '@/domain/entry/grid-periods';
import { periodNamed } from '@/domain/entry/period-name';
import { isDay, type Day } from '@/domain/period';
import type { GridQuestion } from '@/lib/inputs/grid-question';

const KIND_NAMES: Record<GridKind, string> = {
  quarter: 'quarters', 'year-in-quarters': 'quarters and years', month: 'months', half: 'half-years', 'nine-months': 'first nine months', year: 'years', 'as-reported': 'as reported so far',
};

interface RangeFormProps {
  readonly kind: GridKind;
  readonly from: Day;
  readonly to: Day;
  readonly isTurned: boolean;
  readonly onAsk: (part: Partial<GridQuestion>) => void;
}

const FIELD = 'min-h-9 rounded-sm border border-faint bg-raised px-2 text-sm text-ink';

/** Which periods, from when to when, and which way round; what is typed stays. */
export const RangeForm = memo(function RangeForm({ kind, from, to, isTurned, onAsk }: RangeFormProps) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <label className="flex items-center gap-2">
        Periods
        <select className={FIELD} value={kind} onChange={({ target }) => onAsk({ kind: target.value as GridKind })}>
          {GRID_KINDS.map((one) => <option key={one} value={one}>{KIND_NAMES[one]}</option>)}
        </select>
      </label>
      <EdgeField key={`from ${from}`} label="from" value={from} edge="start" onAsk={(day) => onAsk({ from: day })} />
      <EdgeField key={`to ${to}`} label="to" value={to} edge="end" onAsk={(day) => onAsk({ to: day })} />
      <label className="flex min-h-9 items-center gap-2">
        <input type="checkbox" className="size-4" checked={isTurned} onChange={({ target }) => onAsk({ isTurned: target.checked })} />
        periods run down
      </label>
    </div>
  );
});

interface EdgeFieldProps {
  readonly label: string;
  readonly value: Day;
  readonly edge: 'start' | 'end';
  readonly onAsk: (day: Day) => void;
}

function EdgeField({ label, value, edge, onAsk }: EdgeFieldProps) {
  const [text, setText] = useState(value);
  const read = isDay(text.trim()) ? text.trim() : (periodNamed(text)?.[edge] ?? null);
  const send = () => read !== null && read !== value && onAsk(read);
  return (
    <label className="flex items-center gap-2">
      {label}
      <input
        className={`${FIELD} w-32`} value={text} aria-invalid={read === null || undefined} title="A day or a period: 2025-Q1, 2024, Oct 2025"
        onChange={({ target }) => setText(target.value)} onBlur={send} onKeyDown={({ key }) => key === 'Enter' && send()}
      />
    </label>
  );
}
