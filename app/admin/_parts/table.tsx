import type { ReactNode } from 'react';

/** A table of the desk; an empty head stands for a column of actions. */
export function Table({ heads, label, children }: { readonly heads: readonly string[]; readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pr-4 text-sm font-medium text-muted last:pr-0">
                {head === '' ? <span className="sr-only">Action</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
