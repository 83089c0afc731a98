interface PageLinksProps {
  readonly pages: number;
  readonly at: number;
  readonly hrefOf: (page: number) => string;
  readonly label: string;
}

export function PageLinks({ pages, at, hrefOf, label }: PageLinksProps) {
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap gap-1">
      {Array.from({ length: pages }, (_, index) => index + 1).map((page) => (
        <a
          key={page} href={hrefOf(page)} aria-current={page === at ? 'page' : undefined}
          className={`inline-flex min-h-8 min-w-8 items-center justify-center border px-2 text-sm no-underline ${page === at ? 'border-accent font-semibold' : 'border-rule hover:border-rule-strong'}`}
        >
          {page}
        </a>
      ))}
    </nav>
  );
}
