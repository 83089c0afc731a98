import type { ReactNode } from 'react';

/** A part of a form under its heading. */
export function FormPart({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-5 border-t border-rule-strong pt-3">
      <h2 id={id} className="font-serif text-xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}
