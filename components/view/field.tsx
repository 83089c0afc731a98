import type { ReactNode } from 'react';
import type { Words } from '@/domain/words';

export const FIELD = 'block min-h-10 w-full rounded-sm border border-faint bg-raised px-2.5 text-base text-ink';

/** A field of the view with its label above it. */
export function Field({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid content-end gap-1">
      <label htmlFor={id} className="text-muted">{label}</label>
      {children}
    </div>
  );
}

export function ShowButton({ words }: { readonly words: Words }) {
  return (
    <button type="submit" className="min-h-10 self-end rounded-sm border border-ink bg-ink px-5 font-medium text-paper hover:border-accent hover:bg-accent">
      {words.say('view.field.show')}
    </button>
  );
}
