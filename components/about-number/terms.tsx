import type { ReactNode } from 'react';

export interface Term { readonly id: string; readonly term: string; readonly text: ReactNode }

/** A heading with terms and what is to be said of each. */
export function Terms({ title, terms }: { readonly title: string; readonly terms: readonly Term[] }) {
  if (terms.length === 0) return null;
  return (
    <div>
      <h3 className="text-lg">{title}</h3>
      <dl className="mt-2 space-y-3 text-[0.9375rem]">
        {terms.map(({ id, term, text }) => (
          <div key={id}>
            <dt className="font-semibold">{term}</dt>
            <dd className="text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
