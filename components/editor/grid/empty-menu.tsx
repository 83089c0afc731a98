'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { EMPTY_CODES } from '@/domain/entry/typed-value';
import { EMPTY_LABELS, type EmptyKind } from '@/domain/reading';

export const EMPTY_KINDS = Object.keys(EMPTY_LABELS) as readonly EmptyKind[];

interface EmptyMenuProps {
  readonly top: number;
  readonly start: number;
  readonly onChoose: (kind: EmptyKind) => void;
  readonly onClose: () => void;
}

/** Why the cells have no value: opened with Alt and the arrow down, walked with arrows, closed with Escape. */
export function EmptyMenu({ top, start, onChoose, onClose }: EmptyMenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    menu.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') items[(at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length]?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={menu} role="menu" aria-label="Why there is no value" className="absolute z-40 flex w-56 flex-col border border-rule-strong bg-raised py-1 shadow-float" style={{ top, insetInlineStart: start }}
      onKeyDown={onKeyDown} onBlur={({ relatedTarget }) => menu.current?.contains(relatedTarget) !== true && onClose()} onMouseDown={(event) => event.stopPropagation()}
    >
      {EMPTY_KINDS.map((kind) => (
        <button
          key={kind} type="button" role="menuitem" className="flex gap-3 px-3 py-1.5 text-start text-sm hover:bg-accent-wash focus:bg-accent-wash focus:outline-none"
          onClick={() => {
            onChoose(kind);
            onClose();
          }}
        >
          <span aria-hidden="true" className="w-4 text-center">{EMPTY_LABELS[kind].symbol}</span>
          <span className="grow">{EMPTY_LABELS[kind].label}</span>
          <span className="font-mono text-xs leading-5 text-muted">{EMPTY_CODES[kind]}</span>
        </button>
      ))}
    </div>
  );
}
