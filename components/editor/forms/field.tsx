'use client';

import dynamic from 'next/dynamic';
import { labelTypedDay, parseTypedDay } from '@/domain/typed-day';
import { CodesInput } from './codes-input';
import { describedBy, FieldFrame } from './field-frame';
import type { FieldSpec, Typed } from './field-spec';
import type { RowOption } from './form-props';
import { BOX } from './look';
import { RowInput, RowsInput } from './row-input';

// The map comes after the other fields.
const PositionInput = dynamic(() => import('./position-input').then((module) => module.PositionInput), { loading: () => <p className="text-sm text-muted">Drawing the map…</p> });

interface FieldProps {
  readonly field: FieldSpec;
  readonly typed: Typed;
  readonly fault?: string;
  readonly isLocked: boolean;
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly rows: Readonly<Record<string, readonly RowOption[]>>;
  /** Where a new row of a kind is written. */
  readonly newHref: (kind: string) => string;
  readonly onType: (changes: Typed) => void;
}

/** One field of a row's form, whatever it is filled in with. */
export function Field({ field, typed, fault, isLocked, suggestions, rows, newHref, onType }: FieldProps) {
  const { name, label, help, isOptional, input } = field;
  const id = `field-${name}`;
  const value = typed[name];
  const text = typeof value === 'string' ? value : '';
  const set = (next: unknown) => onType({ [name]: next });
  const frame = { id, label, help, fault, isOptional };
  const control = { id, disabled: isLocked, 'aria-invalid': fault !== undefined || undefined, 'aria-describedby': describedBy(id, help, fault) };
  switch (input.type) {
    case 'text': case 'web': {
      const list = input.type === 'text' && input.suggests !== undefined ? suggestions[input.suggests] ?? [] : [];
      const most = input.type === 'text' ? input.most : undefined;
      return (
        <FieldFrame {...frame}>
          <input
            {...control} value={text} onChange={(event) => set(event.target.value)} type={input.type === 'web' ? 'url' : 'text'} autoComplete="off" spellCheck={input.type === 'text'}
            list={list.length > 0 ? `${id}-list` : undefined} placeholder={input.type === 'web' ? 'https://' : undefined} className={BOX} dir={input.type === 'web' ? 'ltr' : 'auto'}
          />
          {list.length > 0 && <datalist id={`${id}-list`}>{list.map((one) => <option key={one} value={one} />)}</datalist>}
          {most !== undefined && text.length > most * 0.7 && <p className="text-sm text-muted" aria-live="polite">{text.length} of {most} characters</p>}
        </FieldFrame>
      );
    }
    case 'long':
      return (
        <FieldFrame {...frame}>
          <textarea {...control} value={text} rows={input.rows} onChange={(event) => set(event.target.value)} className={BOX} dir="auto" />
        </FieldFrame>
      );
    case 'choice': {
      const chosen = input.choices.find((choice) => choice.value === text);
      const isForeign = text !== '' && chosen === undefined;
      return (
        <FieldFrame {...frame}>
          <select {...control} value={text} onChange={(event) => set(event.target.value)} className={BOX}>
            {text === '' && <option value="">Choose…</option>}
            {isForeign && <option value={text}>{text}</option>}
            {input.choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
          </select>
          {chosen?.help !== undefined && <p className="text-sm text-muted">{chosen.help}.</p>}
        </FieldFrame>
      );
    }
    case 'switch':
      return (
        <FieldFrame {...frame} isGroup>
          {[true, false].map((side) => (
            <label key={String(side)} className="flex items-start gap-2.5 py-0.5">
              <input type="radio" name={id} id={side === (value === true) ? id : undefined} disabled={isLocked} checked={(value === true) === side} onChange={() => set(side)} className="mt-1.5 accent-(--accent)" />
              <span>{side ? input.on : input.off}</span>
            </label>
          ))}
        </FieldFrame>
      );
    case 'day': case 'dated': {
      const read = parseTypedDay(text);
      return (
        <FieldFrame {...frame}>
          <input {...control} value={text} onChange={(event) => set(event.target.value)} autoComplete="off" spellCheck={false} className={`${BOX} max-w-60`} />
          <p className="min-h-5 text-sm text-muted" aria-live="polite">
            {read.ok ? `${labelTypedDay(read.value)}${input.type === 'dated' ? `, exact to the ${read.value.precision}` : ''}` : text.trim() === '' && input.type === 'dated' ? 'Undated' : ''}
          </p>
        </FieldFrame>
      );
    }
    case 'codes':
      return <FieldFrame {...frame}><CodesInput control={control} codes={Array.isArray(value) ? (value as string[]) : []} suggestions={suggestions[input.suggests] ?? []} label={label} onChange={set} /></FieldFrame>;
    case 'row':
      return <FieldFrame {...frame}><RowInput control={control} value={text} options={rows[input.kind] ?? []} newHref={newHref(input.kind)} onChange={set} /></FieldFrame>;
    case 'rows':
      return <FieldFrame {...frame}><RowsInput control={control} ids={Array.isArray(value) ? (value as string[]) : []} options={rows[input.kind] ?? []} newHref={newHref(input.kind)} label={label} onChange={set} /></FieldFrame>;
    case 'position':
      return (
        <FieldFrame {...frame} isGroup>
          <PositionInput
            id={id} latitude={text} longitude={String(typed[input.longitude] ?? '')} isLocked={isLocked} hasFault={fault !== undefined} others={rows.positions ?? []}
            onChange={(latitude, longitude) => onType({ [name]: latitude, [input.longitude]: longitude })}
          />
        </FieldFrame>
      );
  }
}
