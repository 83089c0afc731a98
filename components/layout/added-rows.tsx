import type { PublishedChange } from '@/domain/release';
import { countKind, KIND_NAMES } from '@/domain/row-kinds';
import { withoutSlots } from './correction-fields';

interface AddedRowsProps {
  readonly changes: readonly PublishedChange[];
  /** Where the row is found with its source, or null where it has none. */
  readonly hrefOf: (change: PublishedChange) => string | null;
}

/** Rows that a release brought, folded by kind; what belongs to one series, crossing or incident stands together. */
export function AddedRows({ changes, hrefOf }: AddedRowsProps) {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return (
    <div className="divide-y divide-rule border-y border-rule">
      {kinds.map((kind) => {
        const ofKind = changes.filter((change) => change.kind === kind);
        return (
          <details key={kind} open={ofKind.length <= 12}>
            <summary className="min-h-11 py-2.5 font-serif text-lg">{countKind(kind, ofKind.length)}</summary>
            <ul className="space-y-2.5 pb-5 text-[0.9375rem]" aria-label={KIND_NAMES[kind].many}>
              {byGroup(ofKind).map(({ group, members }) => (
                <li key={group} className="[overflow-wrap:anywhere]">
                  {members[0]?.within && <span className="block text-muted">{group}</span>}
                  {members.map((change, position) => (
                    <span key={change.id}>
                      {position > 0 && <span className="text-muted"> · </span>}
                      <Title change={change} href={hrefOf(change)} />
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

function Title({ change, href }: { change: PublishedChange; href: string | null }) {
  const title = withoutSlots(change.within?.title ?? change.title);
  return href === null ? title : <a href={href} data-mark className="inline-block py-0.5 no-underline hover:underline">{title}</a>;
}

function byGroup(changes: readonly PublishedChange[]): readonly { readonly group: string; readonly members: readonly PublishedChange[] }[] {
  const groups = new Map<string, PublishedChange[]>();
  for (const change of changes) {
    const group = change.within?.group ?? change.id;
    groups.set(group, [...(groups.get(group) ?? []), change]);
  }
  return [...groups].map(([group, members]) => ({ group, members }));
}
