import type { ChartRows } from '@/domain/chart/rows';

interface AboutNumberProps {
  readonly description: string;
  readonly rows: Pick<ChartRows, 'indicators' | 'organisations' | 'series'>;
}

/** What is counted, by whom, and how he counts. */
export function AboutNumber({ description, rows }: AboutNumberProps) {
  const methods = rows.series.filter((series) => series.methodNote !== null);
  const counters = new Map(rows.organisations.map((organisation) => [organisation.id, organisation.shortName]));
  const counted = new Map(rows.indicators.map((indicator) => [indicator.id, indicator.name]));
  return (
    <section aria-labelledby="about-number" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="about-number" className="text-2xl">About these numbers</h2>
      <p className="mt-3 max-w-prose font-serif text-lg leading-relaxed">{description}</p>
      <div className="mt-6 grid gap-x-12 gap-y-8 md:grid-cols-2">
        {rows.indicators.length > 0 && (
          <Terms title="What is counted" terms={rows.indicators.map((indicator) => ({ id: indicator.id, term: indicator.name, text: indicator.definition }))} />
        )}
        {rows.organisations.length > 0 && (
          <Terms
            title="Who counts, and how"
            terms={rows.organisations.map((organisation) => ({
              id: organisation.id,
              term: organisation.name,
              text: organisation.method ?? 'No description of the method was found.',
            }))}
          />
        )}
        {methods.length > 0 && (
          <Terms
            title="What is special about a series"
            terms={methods.map((series) => ({
              id: series.id,
              term: [counters.get(series.organisationId), counted.get(series.indicatorId), series.breakdownName].filter(Boolean).join(', '),
              text: series.methodNote ?? '',
            }))}
          />
        )}
      </div>
    </section>
  );
}

function Terms({ title, terms }: { title: string; terms: readonly { id: string; term: string; text: string }[] }) {
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
