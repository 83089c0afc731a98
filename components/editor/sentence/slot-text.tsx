'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { fillSlot, slotBeingTyped } from '@/domain/sentence-slots';
import { BOX } from '../forms/look';

interface SlotTextProps {
  readonly id: string;
  readonly value: string;
  readonly offers: readonly { readonly name: string; readonly text: string | null }[];
  readonly describedBy?: string;
  readonly isInvalid: boolean;
  readonly onChange: (text: string) => void;
}

/** The text of a sentence. An opening brace offers the numbers it can be filled with: arrows choose, Enter or Tab takes, Escape closes. */
export function SlotText({ id, value, offers, describedBy, isInvalid, onChange }: SlotTextProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const open = caret === null ? null : slotBeingTyped(value, caret);
  const fitting = open === null ? [] : offers.filter(({ name }) => name.toLowerCase().startsWith(open.typed.toLowerCase()));
  const active = fitting[Math.min(at, fitting.length - 1)];

  function take(name: string) {
    const filled = fillSlot(value, caret ?? value.length, name);
    onChange(filled.text);
    setCaret(null);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(filled.caret, filled.caret);
    });
  }

  function press(event: KeyboardEvent) {
    if (active === undefined) return;
    if (event.key === 'ArrowDown') setAt((before) => (before + 1) % fitting.length);
    else if (event.key === 'ArrowUp') setAt((before) => (before - 1 + fitting.length) % fitting.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(active.name);
    else if (event.key === 'Escape') setCaret(null);
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <textarea
        ref={box} id={id} rows={4} value={value} dir="auto" aria-describedby={describedBy} aria-invalid={isInvalid || undefined} className={BOX}
        aria-autocomplete="list" aria-controls={fitting.length > 0 ? list : undefined} aria-activedescendant={active === undefined ? undefined : `${list}-${active.name}`}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setAt(0);
        }}
        onKeyDown={press} onBlur={() => setCaret(null)}
      />
      {fitting.length > 0 && (
        <ul id={list} role="listbox" aria-label="Numbers for this slot" className="absolute inset-x-0 top-full z-20 mt-0.5 max-h-56 overflow-y-auto rounded-sm border border-rule-strong bg-raised py-1 shadow-lg">
          {fitting.map(({ name, text }) => (
            <li
              key={name} id={`${list}-${name}`} role="option" aria-selected={name === active?.name}
              onPointerDown={(event) => {
                event.preventDefault();
                take(name);
              }}
              className={`flex cursor-pointer justify-between gap-4 px-3 py-1.5 ${name === active?.name ? 'bg-accent-wash' : ''}`}
            >
              <span className="font-mono text-sm">{`{${name}}`}</span><span className="text-muted">{text ?? 'no value'}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
