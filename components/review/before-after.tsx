interface BeforeAfterProps {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One text as it reads now and as it will read; nothing is struck out that is only new. */
export function BeforeAfter({ label, before, after }: BeforeAfterProps) {
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_1fr]">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">
        {before !== null && before !== '' && <del className="block text-muted decoration-accent"><span className="sr-only">now: </span>{before}</del>}
        {after === null || after === '' ? <span className="block text-accent">nothing</span> : <ins className="block no-underline"><span className="sr-only">then: </span>{after}</ins>}
      </dd>
    </div>
  );
}
