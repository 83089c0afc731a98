'use client';

import { useState } from 'react';
import type { Choice } from '@/domain/entry/plan-rows';

interface ChoiceFieldsProps {
  /** How many cells the answer is for. */
  readonly count: number;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}

/** The question that a source’s second figure raises: were we wrong, or did it move on? */
export function ChoiceFields({ count, choice, onChoose }: ChoiceFieldsProps) {
  const [reason, setReason] = useState(choice?.reason ?? '');
  const options = [
    { change: 'correct', name: 'Correction', says: 'We had it wrong. Readers are told, with the reason.' },
    { change: 'update', name: 'Update', says: 'The source changed what it says; it was right when we wrote it.' },
  ] as const;
  return (
    <fieldset className="my-3 border-s-3 border-(--series-1) bg-warning-wash px-3 py-2 text-sm">
      <legend className="sr-only">Update or correction?</legend>
      <p className="font-medium">{count === 1 ? 'Update or correction?' : `Update or correction? For ${count} cells`}</p>
      {options.map(({ change, name, says }) => (
        <label key={change} className="mt-1 flex items-start gap-2">
          <input type="radio" name="choice" className="mt-1 size-4" checked={choice?.change === change} onChange={() => onChoose({ change, reason })} />
          <span><span className="font-medium">{name}.</span> {says}</span>
        </label>
      ))}
      <label className="mt-2 block">
        {choice?.change === 'update' ? 'Why (may stay empty)' : 'What was wrong, for readers'}
        <textarea
          rows={2} value={reason} className="mt-1 block w-full rounded-sm border border-faint bg-raised px-2 py-1 text-base text-ink"
          onChange={({ target }) => {
            setReason(target.value);
            if (choice !== null) onChoose({ ...choice, reason: target.value });
          }}
        />
      </label>
    </fieldset>
  );
}
