'use client';

import { memo } from 'react';
import type { EntryCheck } from '@/domain/entry/checks';

const SHOWN = 12;
/** What keeps a cell from being saved; the others are only asked about. */
const STOPS: readonly EntryCheck['code'][] = ['contradicts', 'unreadable', 'incomplete'];

/** What is doubtful about the figures typed and drafted; each line leads to its first cell. */
export const CheckList = memo(function CheckList({ checks, onLead }: { readonly checks: readonly EntryCheck[]; readonly onLead: (key: string) => void }) {
  return (
    <section aria-labelledby="checks-heading" data-checks>
      <h2 id="checks-heading" className="mb-2 border-b border-rule-strong pb-1 text-lg">Checks {checks.length > 0 && <span className="font-sans text-base font-normal text-muted">({checks.length})</span>}</h2>
      {checks.length === 0 ? (
        <p className="text-sm text-muted">Nothing doubtful in what is typed and drafted: parts against totals, quarters against years, neighbours, periods.</p>
      ) : (
        <ul className="grid gap-3">
          {checks.slice(0, SHOWN).map((check) => (
            <li key={`${check.code} ${check.cells.join()}`} className={`border-s-3 ps-3 text-sm ${STOPS.includes(check.code) ? 'border-accent' : 'border-(--series-1)'}`}>
              <button type="button" className="text-start underline decoration-rule underline-offset-3 hover:text-accent" onClick={() => onLead(check.cells[0] ?? '')}>{check.message}</button>
              <p className="mt-0.5 text-muted">{check.todo}</p>
            </li>
          ))}
          {checks.length > SHOWN && <li className="text-sm text-muted">and {checks.length - SHOWN} more, marked ▲ in the grid.</li>}
        </ul>
      )}
    </section>
  );
});
