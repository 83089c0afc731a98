'use client';

import { useEffect, useRef, type ChangeEvent, type FormEvent, type ReactNode } from 'react';
import { askedAddress } from './asked-address';
import { keepPlace, returnToPlace } from './kept-place';

interface ImmediateFormProps {
  readonly action: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A plain GET form. JavaScript makes its addresses short, sends it as soon as a mouse or a finger has chosen, and puts the
 * reader back where he was. Keys only choose: they send with Enter or the button, so that nobody is thrown about while typing.
 */
export function ImmediateForm({ action, className, children }: ImmediateFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const pointer = useRef<string | null>(null);
  const changed = useRef(false);
  useEffect(() => returnToPlace(form.current), []);

  const send = (): void => {
    const element = form.current;
    changed.current = false;
    if (element === null || !element.reportValidity()) return;
    const address = askedAddress(action, new FormData(element), element);
    if (address === window.location.pathname + window.location.search) return;
    keepPlace(element);
    window.location.assign(address);
  };
  const change = (event: ChangeEvent<HTMLFormElement>): void => {
    const field = event.target as unknown as HTMLInputElement;
    // A phone's date wheel tells every day it passes: only leaving the field says which one was meant.
    const isSettled = field.type !== 'date' || pointer.current === 'mouse';
    changed.current = !isSettled && pointer.current !== null;
    if (pointer.current !== null && isSettled && field.checkValidity()) send();
  };
  return (
    <form
      ref={form} method="get" action={action} className={className}
      onSubmit={(event: FormEvent) => { event.preventDefault(); send(); }}
      onPointerDown={(event) => { pointer.current = event.pointerType; }}
      onKeyDown={() => { pointer.current = null; }}
      onChange={change}
      onBlur={() => { if (changed.current) send(); }}
    >
      {children}
    </form>
  );
}
