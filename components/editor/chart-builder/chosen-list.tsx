import { SMALL_BUTTON } from '../buttons';

interface ChosenListProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** What was chosen, in its order: the first has the first colour and lies lowest in a stack. */
export function ChosenList({ label, items, onChange }: ChosenListProps) {
  if (items.length === 0) return null;
  const ids = items.map(({ id }) => id);
  const swap = (at: number): readonly string[] => ids.map((id, index) => (index === at ? ids[at - 1] ?? id : index === at - 1 ? ids[at] ?? id : id));
  return (
    <ol aria-label={label} className="flex flex-col border-y border-rule">
      {items.map(({ id, name }, at) => (
        <li key={id} className="flex items-center justify-between gap-3 border-t border-rule py-1.5 first:border-t-0">
          <span className="min-w-0">{name}</span>
          <span className="flex shrink-0 gap-1.5">
            {at > 0 && <button type="button" className={SMALL_BUTTON} onClick={() => onChange(swap(at))} aria-label={`Move up: ${name}`}>↑</button>}
            <button type="button" className={SMALL_BUTTON} onClick={() => onChange(ids.filter((other) => other !== id))} aria-label={`Take out: ${name}`}>×</button>
          </span>
        </li>
      ))}
    </ol>
  );
}
