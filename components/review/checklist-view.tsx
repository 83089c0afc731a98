import type { ReactNode } from 'react';
import type { Check, Checklist } from '@/domain/review/checklist';

interface ChecklistViewProps {
  readonly checklist: Checklist;
  /** Where the row of an entry is written. */
  readonly hrefOf: (check: Check) => string;
  /** A form that says something about the row of an entry which a comment settles. */
  readonly commentOn: (check: Check) => ReactNode;
}

/** What stands against publishing, what should be looked at once more, and what a comment has settled. */
export function ChecklistView({ checklist: { blocks, warnings, settled }, hrefOf, commentOn }: ChecklistViewProps) {
  return (
    <div className="max-w-3xl space-y-6">
      {blocks.length === 0
        ? <p className="border-s-4 border-rule-strong bg-sunk px-4 py-3">Nothing stands against publishing.</p>
        : (
          <div className="border-s-4 border-accent bg-accent-wash px-4 py-3">
            <h3 className="mb-2 font-semibold">{blocks.length === 1 ? 'One thing stands against publishing' : `${blocks.length} things stand against publishing`}</h3>
            <Entries checks={blocks} hrefOf={hrefOf} more={(check) => (check.settledBy === 'comment' ? commentOn(check) : null)} />
          </div>
        )}
      {warnings.length > 0 && (
        <div>
          <h3 className="mb-2 font-semibold">Look at once more</h3>
          <Entries checks={warnings} hrefOf={hrefOf} />
        </div>
      )}
      {settled.length > 0 && (
        <div>
          <h3 className="mb-2 font-semibold">Settled by a comment</h3>
          <Entries checks={settled} hrefOf={hrefOf} />
        </div>
      )}
    </div>
  );
}

function Entries({ checks, hrefOf, more }: { readonly checks: readonly Check[]; readonly hrefOf: ChecklistViewProps['hrefOf']; readonly more?: (check: Check) => ReactNode }) {
  return (
    <ul className="space-y-3">
      {checks.map((check) => (
        <li key={`${check.rule} ${check.kind} ${check.id} ${check.message}`} className="[overflow-wrap:anywhere]">
          <p>{check.message} <a href={hrefOf(check)} className="inline-block whitespace-nowrap py-0.5">Open the {check.kind}</a></p>
          {more?.(check)}
        </li>
      ))}
    </ul>
  );
}
