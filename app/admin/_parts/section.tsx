import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly id?: string;
  readonly children: ReactNode;
}

export function Section({ title, count, id, children }: SectionProps) {
  return (
    <section id={id} className="mb-12">
      <h2 className="mb-4 border-b border-rule-strong pb-1 font-serif text-xl font-semibold">
        {title} {count !== undefined && <span className="font-sans text-base font-normal text-muted">({count})</span>}
      </h2>
      {children}
    </section>
  );
}
