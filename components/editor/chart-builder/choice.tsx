import type { ReactNode } from 'react';

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly note?: string | null;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
}

/** One of several choices, with a note under its words. */
export function Choice({ type, name, isChecked, isDisabled = false, note = null, onChange, children }: ChoiceProps) {
  return (
    <label className={`flex min-h-8 items-start gap-2.5 py-0.5 ${isDisabled ? 'text-muted' : 'cursor-pointer hover:text-accent'}`}>
      <input type={type} name={name} checked={isChecked} disabled={isDisabled} onChange={(event) => onChange(event.target.checked)} className="mt-1 size-4 shrink-0 accent-(--accent)" />
      <span className="min-w-0">{children}{note !== null && <span className="block text-sm text-muted">{note}</span>}</span>
    </label>
  );
}
