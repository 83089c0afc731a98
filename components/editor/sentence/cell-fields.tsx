'use client';

import type { BuilderStock } from '@/domain/chart/builder-stock';
import { nameSeries } from '@/domain/chart/builder-stock';
import type { Binding } from '@/domain/sentence';
import type { TrialAnswer } from '@/domain/sentence-trial';
import { FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';
import { useLatestAnswer } from '../use-latest-answer';

type Cell = Extract<Binding, { kind: 'cell' }>;

interface CellFieldsProps {
  readonly id: string;
  readonly binding: Cell;
  readonly stock: BuilderStock;
  readonly tryPath: string;
  readonly onChange: (binding: Cell) => void;
}

/** A series and one of its periods, each with its value beside it. */
export function CellFields({ id, binding, stock, tryPath, onChange }: CellFieldsProps) {
  const { seriesId, period } = binding;
  const { data, isWaiting } = useLatestAnswer<TrialAnswer>(tryPath, seriesId === '' ? null : { text: '', bindings: [], conditions: [], cellsOf: seriesId });
  const cells = data?.cells ?? [];
  const withValues = new Set(stock.reach.map((reach) => reach.seriesId));
  const byOrganisation = stock.organisations
    .map(({ id: organisation, shortName }) => ({ organisation, shortName, series: stock.series.filter((one) => one.organisationId === organisation && withValues.has(one.id)) }))
    .filter(({ series }) => series.length > 0);
  return (
    <>
      <FieldFrame id={`${id}-series`} label="Series">
        <select id={`${id}-series`} value={seriesId} onChange={(event) => onChange({ ...binding, seriesId: event.target.value, period: '' })} className={BOX}>
          <option value="">choose one</option>
          {byOrganisation.map(({ organisation, shortName, series }) => (
            <optgroup key={organisation} label={shortName}>
              {series.map((one) => <option key={one.id} value={one.id}>{nameSeries(one, stock)}</option>)}
            </optgroup>
          ))}
        </select>
      </FieldFrame>
      <FieldFrame id={`${id}-period`} label="Period">
        <select id={`${id}-period`} value={period} disabled={seriesId === ''} onChange={(event) => onChange({ ...binding, period: event.target.value })} className={BOX}>
          <option value="">{isWaiting ? 'looking …' : 'choose one'}</option>
          {period !== '' && !cells.some((cell) => cell.period === period) && <option value={period}>{period}</option>}
          {cells.map((cell) => <option key={cell.period} value={cell.period} disabled={!cell.hasValue}>{cell.label}: {cell.text}</option>)}
        </select>
      </FieldFrame>
    </>
  );
}
