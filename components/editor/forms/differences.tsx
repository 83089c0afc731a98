interface DifferencesProps {
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly labelOf: (name: string) => string;
}

/** What differs from what is published, before and after, field by field. */
export function Differences({ fields, labelOf }: DifferencesProps) {
  return (
    <section aria-labelledby="differences-title">
      <h2 id="differences-title" className="mb-3 border-b border-rule pb-1 text-xl">Against what is published</h2>
      {fields.length === 0 ? <p className="text-sm text-muted">Nothing differs yet.</p> : (
        <dl className="flex flex-col gap-3 text-sm">
          {fields.map(({ name, before, after }) => (
            <div key={name}>
              <dt className="text-muted">{labelOf(name)}</dt>
              <dd className="[overflow-wrap:anywhere]">
                <del className="text-muted decoration-accent"><span className="sr-only">was: </span>{before === '' ? 'none' : before}</del>
                <span aria-hidden="true" className="text-accent"> → </span>
                <ins className="font-semibold no-underline"><span className="sr-only">will be: </span>{after === '' ? 'none' : after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
