'use client';

import { type KeyboardEvent, useState } from 'react';
import { BOX } from './look';

export interface Control {
  readonly id: string;
  readonly disabled: boolean;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

interface CodesInputProps {
  readonly control: Control;
  readonly codes: readonly string[];
  readonly suggestions: readonly string[];
  readonly label: string;
  readonly onChange: (codes: readonly string[]) => void;
}

/** A list of short codes: Enter or a comma adds what is typed, Backspace in the empty box takes the last one away. */
export function CodesInput({ control, codes, suggestions, label, onChange }: CodesInputProps) {
  const [typing, setTyping] = useState('');

  function add(text: string) {
    const added = text.split(',').map((one) => one.trim().toLowerCase().replace(/\s+/g, '-')).filter((one) => one !== '');
    setTyping('');
    if (added.length > 0) onChange([...new Set([...codes, ...added])]);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if ((event.key === 'Enter' && typing.trim() !== '') || event.key === ',') {
      event.preventDefault();
      add(typing);
    } else if (event.key === 'Backspace' && typing === '' && codes.length > 0) {
      onChange(codes.slice(0, -1));
    }
  }

  return (
    <div className="flex flex-col gap-2">
      {codes.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {codes.map((code) => (
            <li key={code} className="inline-flex items-center border border-rule-strong bg-sunk ps-2 text-sm">
              {code}
              <button type="button" disabled={control.disabled} onClick={() => onChange(codes.filter((one) => one !== code))} className="min-h-7 min-w-7 text-muted hover:text-accent">
                <span aria-hidden="true">×</span><span className="sr-only">Take {code} out of {label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        {...control} value={typing} onChange={(event) => setTyping(event.target.value)} onKeyDown={press} onBlur={() => add(typing)} list={`${control.id}-list`} autoComplete="off"
        placeholder="Type a code, then Enter" className={`${BOX} max-w-80`}
      />
      <datalist id={`${control.id}-list`}>{suggestions.filter((one) => !codes.includes(one)).map((one) => <option key={one} value={one} />)}</datalist>
    </div>
  );
}
