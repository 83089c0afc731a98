'use client';

import { useId } from 'react';
import type { Change } from '@/domain/draft';
import { BOX } from './look';
import { describedBy, FieldFrame } from './field-frame';

const CHANGES: readonly { readonly value: Exclude<Change, 'add'>; readonly label: string; readonly help: string }[] = [
  { value: 'update', label: 'Update', help: 'The world or the source moved on; what we had was right for its time.' },
  { value: 'correct', label: 'Correction', help: 'What we had published was wrong. It is told on the corrections page and in the feeds.' },
  { value: 'withdraw', label: 'Withdrawal', help: 'It should not stand at all. It stays visible, struck through, with the reason.' },
];

interface ChangeChoiceProps {
  readonly change: Change;
  readonly note: string;
  readonly isNew: boolean;
  readonly isLocked: boolean;
  readonly fault?: string;
  readonly onChange: (change: Change, note: string) => void;
}

/** What kind of change it is, and the reason that readers see where the ledger says that something was wrong. */
export function ChangeChoice({ change, note, isNew, isLocked, fault, onChange }: ChangeChoiceProps) {
  const id = useId();
  if (isNew) return null;
  const reason = `${id}-reason`;
  const needsReason = change === 'correct' || change === 'withdraw';
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-4">
      <h2 id={`${id}-title`} className="border-b border-rule pb-1 text-xl">What kind of change is it?</h2>
      <div role="radiogroup" aria-labelledby={`${id}-title`} className="flex flex-col gap-2">
        {CHANGES.map(({ value, label, help }) => (
          <label key={value} className="flex items-start gap-2.5">
            <input type="radio" name={id} value={value} checked={change === value} disabled={isLocked} onChange={() => onChange(value, note)} className="mt-1.5 accent-(--accent)" />
            <span><b className="font-medium">{label}.</b> <span className="text-muted">{help}</span></span>
          </label>
        ))}
      </div>
      {needsReason && (
        <FieldFrame id={reason} label="Reason, as readers will see it" help="What was wrong, and how it was found." fault={fault}>
          <textarea
            id={reason} rows={2} value={note} disabled={isLocked} aria-invalid={fault !== undefined || undefined} aria-describedby={describedBy(reason, 'help', fault)}
            onChange={(event) => onChange(change, event.target.value)} className={BOX} dir="auto"
          />
        </FieldFrame>
      )}
    </section>
  );
}
