'use client';

import { SMALL_BUTTON } from '../buttons';
import type { Control } from './codes-input';
import type { RowOption } from './form-props';
import { BOX } from './look';

interface RowInputProps {
  readonly control: Control;
  readonly value: string;
  readonly options: readonly RowOption[];
  readonly newHref: string;
  readonly onChange: (id: string) => void;
}

/** One other row of the ledger, or of this changeset. */
export function RowInput({ control, value, options, newHref, onChange }: RowInputProps) {
  const isKnown = value === '' || options.some(({ id }) => id === value);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <select {...control} value={value} onChange={(event) => onChange(event.target.value)} className={`${BOX} flex-1 basis-60`}>
        {value === '' && <option value="">Choose…</option>}
        {!isKnown && <option value={value}>{value} (withdrawn)</option>}
        {options.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
      </select>
      <a href={newHref} target="_blank" rel="opener" className={SMALL_BUTTON}>New…</a>
    </div>
  );
}

interface RowsInputProps extends Omit<RowInputProps, 'value' | 'onChange'> {
  readonly ids: readonly string[];
  readonly label: string;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Several rows in an order: chosen from a list, moved and taken out by buttons. */
export function RowsInput({ control, ids, options, newHref, label, onChange }: RowsInputProps) {
  const nameOf = (id: string) => options.find((one) => one.id === id)?.label ?? id;
  const moved = (at: number) => ids.map((id, index) => (index === at - 1 ? (ids[at] ?? id) : index === at ? (ids[at - 1] ?? id) : id));
  return (
    <div className="flex flex-col gap-2">
      {ids.length > 0 && (
        <ol className="flex flex-col">
          {ids.map((id, at) => (
            <li key={id} className="flex items-center justify-between gap-3 border-t border-rule py-1 last:border-b">
              <span>{nameOf(id)}</span>
              <span className="flex gap-1.5">
                {at > 0 && <button type="button" disabled={control.disabled} className={SMALL_BUTTON} onClick={() => onChange(moved(at))}><span aria-hidden="true">↑</span><span className="sr-only">Move {nameOf(id)} up</span></button>}
                <button type="button" disabled={control.disabled} className={SMALL_BUTTON} onClick={() => onChange(ids.filter((one) => one !== id))}>Take out<span className="sr-only"> {nameOf(id)}</span></button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <select {...control} value="" onChange={(event) => event.target.value !== '' && onChange([...ids, event.target.value])} className={`${BOX} flex-1 basis-60`}>
          <option value="">{ids.length === 0 ? 'Choose…' : 'Add another…'}</option>
          {options.filter(({ id }) => !ids.includes(id)).map((one) => <option key={one.id} value={one.id}>{one.label}</option>)}
        </select>
        <a href={newHref} target="_blank" rel="opener" className={SMALL_BUTTON}>New…<span className="sr-only"> for {label}</span></a>
      </div>
    </div>
  );
}
