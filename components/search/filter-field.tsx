'use client';

import { useId, useRef, useState } from 'react';
import { foldWords } from '@/lib/search/fold-words';

interface FilterFieldProps {
  readonly label: string;
  /** Element whose `[data-filter]` descendants are shown or hidden by their words. A `[data-filter-group]` without any left is hidden, too. */
  readonly target: string;
  /** What is counted, `document`, `documents`. */
  readonly noun: readonly [string, string];
}

/** Narrows a list that is on the page already. Without JavaScript the whole list stands and the field is not shown. */
export function FilterField({ label, target, noun: [one, many] }: FilterFieldProps) {
  const id = useId();
  const [shown, setShown] = useState<number | null>(null);
  const words = useRef(new Map<Element, string>());

  const narrow = (text: string): void => {
    const list = document.getElementById(target);
    if (list === null) return;
    const wanted = foldWords(text).split(' ').filter((word) => word !== '');
    let count = 0;
    for (const item of list.querySelectorAll<HTMLElement>('[data-filter]')) {
      const known = words.current.get(item) ?? foldWords(`${item.dataset.filter ?? ''} ${item.textContent}`);
      words.current.set(item, known);
      item.hidden = !wanted.every((word) => known.includes(word));
      if (!item.hidden) count += 1;
    }
    for (const group of list.querySelectorAll<HTMLElement>('[data-filter-group]')) group.hidden = !group.querySelector('[data-filter]:not([hidden])');
    setShown(wanted.length === 0 ? null : count);
  };

  return (
    <div className="hidden max-w-md in-[[data-js]]:block">
      <label htmlFor={id} className="text-sm text-muted">{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        onInput={(event) => narrow(event.currentTarget.value)}
        className="mt-1 block min-h-10 w-full rounded-sm border border-faint bg-raised px-2.5 text-base text-ink"
      />
      <p role="status" className="min-h-6 pt-1 text-sm text-muted">
        {shown !== null && (shown === 0 ? `No ${one} has these words.` : `${shown} ${shown === 1 ? one : many}`)}
      </p>
    </div>
  );
}
