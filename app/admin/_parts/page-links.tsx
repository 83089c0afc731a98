import { Fragment } from 'react';

interface PageLinksProps {
  readonly pages: number;
  readonly at: number;
  readonly hrefOf: (page: number) => string;
  readonly label: string;
}

/** Pages on either side of the one that is looked at. */
const BESIDE = 3;

/** Links to the first page, the last, and those around the one that is looked at. */
export function PageLinks({ pages, at, hrefOf, label }: PageLinksProps) {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1).filter((page) => page === 1 || page === pages || Math.abs(page - at) <= BESIDE);
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap gap-1">
      {numbers.map((page, index) => (
        <Fragment key={page}>
          {page - (numbers[index - 1] ?? 0) > 1 && <span aria-hidden="true" className="self-center px-1 text-muted">…</span>}
          <a
            href={hrefOf(page)} aria-current={page === at ? 'page' : undefined}
            className={`inline-flex min-h-8 min-w-8 items-center justify-center border px-2 text-sm no-underline ${page === at ? 'border-accent font-semibold' : 'border-rule hover:border-rule-strong'}`}
          >
            {page}
          </a>
        </Fragment>
      ))}
    </nav>
  );
}
