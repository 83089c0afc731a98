'use client';

import { useState } from 'react';

const FIELD = 'mt-1 block min-h-10 w-full rounded-sm border border-faint bg-raised px-2 py-1 text-base text-ink';

interface FactTextProps {
  readonly label: string;
  readonly value: string | null | undefined;
  readonly placeholder: string;
  readonly isValid?: (text: string) => boolean;
  /** Undefined where nothing is said. */
  readonly onChange: (text: string | undefined) => void;
}

/** Taken when the field is left, so that one edit is one step. */
export function FactText({ label, value, placeholder, isValid = () => true, onChange }: FactTextProps) {
  const [text, setText] = useState(value ?? '');
  const trimmed = text.trim();
  const isBad = trimmed !== '' && !isValid(trimmed);
  return (
    <label>
      {label}
      <input
        className={FIELD} value={text} placeholder={placeholder} aria-invalid={isBad || undefined} onChange={({ target }) => setText(target.value)}
        onBlur={() => !isBad && trimmed !== (value ?? '') && onChange(trimmed === '' ? undefined : trimmed)}
      />
    </label>
  );
}
