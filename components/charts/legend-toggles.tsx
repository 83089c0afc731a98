'use client';

import type { ChartModel } from '@/domain/chart/model';
import { Toggle } from '@/components/ui/toggle';
import { legendOf, LegendSwatch } from './legend';

interface LegendTogglesProps {
  readonly model: ChartModel;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
}

/** The legend as switches, in the same boxes as the plain one. The last item that is on stays on. */
export function LegendToggles({ model, hidden, onChange }: LegendTogglesProps) {
  const { items, kind } = legendOf(model);
  if (items.length === 0) return null;
  const change = (id: string, isShown: boolean): void => {
    const next = new Set(hidden);
    if (isShown) next.delete(id);
    else next.add(id);
    if (next.size < items.length) onChange(next);
  };
  return (
    <ul className="legend" aria-label="Legend: switch series on or off">
      {items.map((item) => (
        <li key={item.id} className="legend-item">
          <Toggle pressed={!hidden.has(item.id)} onPressedChange={(isShown) => change(item.id, isShown)} title={item.description}>
            <LegendSwatch item={item} kind={kind} />
            {item.label}
          </Toggle>
        </li>
      ))}
    </ul>
  );
}
