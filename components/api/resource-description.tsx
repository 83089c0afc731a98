/** A parameter or field with what it may be or means. */
export interface Described {
  readonly name: string;
  readonly note: string;
}

interface ResourceDescriptionProps {
  readonly name: string;
  readonly summary: string;
  readonly href: string;
  readonly parameters: readonly Described[];
  readonly fields: readonly Described[];
}

/** One list of the read API: its address, and what can be asked and what comes back, folded. */
export function ResourceDescription({ name, summary, href, parameters, fields }: ResourceDescriptionProps) {
  return (
    <section aria-labelledby={`list-${name}`} className="border-t border-rule py-5">
      <h3 id={`list-${name}`} className="text-xl">{name}</h3>
      <p className="mt-1 max-w-prose">{summary}</p>
      <p className="mt-1 font-mono text-sm"><a href={href} className="inline-flex min-h-8 items-center [overflow-wrap:anywhere]">{href}</a></p>
      <Folded title={`What can be asked (${parameters.length})`} rows={parameters} />
      <Folded title={`What comes back (${fields.length})`} rows={fields} />
    </section>
  );
}

function Folded({ title, rows }: { readonly title: string; readonly rows: readonly Described[] }) {
  return (
    <details className="mt-2">
      <summary className="min-h-8 cursor-pointer py-1">{title}</summary>
      <dl className="my-2 grid max-w-4xl gap-x-6 text-[0.9375rem] sm:grid-cols-[minmax(9rem,auto)_1fr]">
        {rows.map((row) => (
          <div key={row.name} className="contents">
            <dt className="border-t border-rule pt-1.5 font-mono text-sm">{row.name}</dt>
            <dd className="pb-1.5 text-muted [overflow-wrap:anywhere] sm:border-t sm:border-rule sm:pt-1.5">{row.note}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
