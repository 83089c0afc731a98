import type { ReactNode } from 'react';

/** A table of the desk; an empty head stands for a column of actions. It is the place of its hidden words, so that they widen no page. */
export function Table({ heads, label, children }: { readonly heads: readonly string[]; readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="relative overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
      <table className="w-full border-collapse text-start">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pe-4 text-start text-sm font-medium text-muted last:pe-0">
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
