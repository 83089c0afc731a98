import type { ChartKind } from '@/domain/chart/definition';
import type { BuilderStock } from '@/domain/chart/builder-stock';

export const KIND_WORDS: Readonly<Record<ChartKind, { readonly label: string; readonly help: string }>> = {
  periods: { label: 'Over periods', help: 'Bars or lines of one or more series, by day, month, quarter, half or year.' },
  'year-to-date': { label: 'Year to date', help: 'One series added up from 1 January, this year against earlier ones.' },
  closures: { label: 'Closures', help: 'When crossings were shut, day by day, a row a crossing and lane.' },
  'closed-days': { label: 'Days closed', help: 'How many days crossings were shut in each quarter or year, at least and at most.' },
  claims: { label: 'Claims', help: 'Who says what about one incident, side by side and never added up.' },
  map: { label: 'Map', help: 'Crossings and incidents on the border.' },
};

interface KindChoiceProps {
  readonly value: ChartKind;
  readonly charts: BuilderStock['charts'];
  readonly onChange: (kind: ChartKind) => void;
}

/** The six kinds, each with a picture of a published chart of that kind. */
export function KindChoice({ value, charts, onChange }: KindChoiceProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Kind of chart</legend>
      <div className="grid gap-2 sm:grid-cols-2 xl:grid-cols-1">
        {(Object.keys(KIND_WORDS) as ChartKind[]).map((kind) => {
          const example = charts.find((chart) => chart.kind === kind);
          return (
            <label
              key={kind}
              className="relative flex min-w-0 cursor-pointer items-start gap-3 rounded-sm border border-rule bg-raised p-2 hover:border-accent has-checked:border-accent has-checked:outline-2 has-checked:-outline-offset-1 has-checked:outline-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input type="radio" name="kind" value={kind} checked={kind === value} onChange={() => onChange(kind)} className="absolute inset-0 cursor-pointer opacity-0" aria-describedby={`kind-${kind}`} />
              {example !== undefined && (
                // A picture that the product draws and keeps by release itself.
                // eslint-disable-next-line @next/next/no-img-element
                <img src={`/charts/${example.slug}.card.png`} alt="" width="1200" height="630" loading="lazy" className="h-auto w-28 shrink-0 border border-rule bg-paper" />
              )}
              <span className="min-w-0">
                <span className="block font-medium">{KIND_WORDS[kind].label}</span>
                <span id={`kind-${kind}`} className="block text-sm leading-snug text-muted">{KIND_WORDS[kind].help}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
