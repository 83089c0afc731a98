'use client';

import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { parseTypedValue } from '@/domain/entry/typed-value';
import { EMPTY_LABELS, sayValue } from '@/domain/reading';

/** How an edit ended: where the grid goes next. */
export type Leave = 'stay' | 'enter' | 'enter-back' | 'tab' | 'tab-back' | 'fill' | 'save' | { readonly key: string };

interface CellEditorProps {
  readonly name: string;
  readonly start: string;
  readonly unit: string;
  /** Typing began the edit: arrows leave it. After F2 they move inside the text. */
  readonly isTyping: boolean;
  readonly onCommit: (text: string, leave: Leave) => void;
  readonly onCancel: () => void;
}

/** The text of one cell while it is typed; says at once how it is understood. */
export function CellEditor({ name, start, unit, isTyping, onCommit, onCancel }: CellEditorProps) {
  const [text, setText] = useState(start);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const id = useId();

  useLayoutEffect(() => {
    const field = input.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const commit = (leave: Leave) => {
    if (isDone.current) return;
    isDone.current = true;
    onCommit(text, leave);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const leave = leaveBy(event, isTyping);
    if (event.key === 'Escape') {
      isDone.current = true;
      onCancel();
    } else if (leave !== null) commit(leave);
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  };

  const read = text.trim() === '' ? null : parseTypedValue(text, unit);
  const understood = read === null ? 'Empty: nothing typed' : read.ok
    ? `= ${read.value.value === null ? EMPTY_LABELS[read.value.empty ?? 'unknown'].label : `${sayValue(read.value.value, read.value.qualifier)} ${unit}`}` : read.refusal.message;
  return (
    <>
      <input
        ref={input} value={text} aria-label={name} aria-describedby={id} aria-invalid={read?.ok === false || undefined} autoComplete="off" spellCheck={false} inputMode="text" dir="ltr"
        className="absolute inset-0 size-full bg-raised px-2 text-end text-base text-ink outline-2 -outline-offset-2 outline-accent"
        onChange={({ target }) => setText(target.value)} onKeyDown={onKeyDown} onBlur={() => commit('stay')}
      />
      <span
        id={id}
        className={`absolute end-0 top-full z-40 w-max max-w-72 border px-2 py-1 text-start text-xs leading-snug shadow-float ${read?.ok === false ? 'border-accent bg-accent-wash' : 'border-rule bg-raised text-muted'}`}
      >
        {understood}
      </span>
    </>
  );
}

function leaveBy(event: KeyboardEvent, isTyping: boolean): Leave | null {
  const { key, shiftKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.nativeEvent.isComposing) return null;
  if (key === 'Enter') return ctrl ? 'fill' : shiftKey ? 'enter-back' : 'enter';
  if (key === 'Tab') return shiftKey ? 'tab-back' : 'tab';
  if (ctrl && key.toLowerCase() === 's') return 'save';
  if (key === 'ArrowUp' || key === 'ArrowDown') return { key };
  return isTyping && (key === 'ArrowLeft' || key === 'ArrowRight') && !ctrl && !shiftKey ? { key } : null;
}
