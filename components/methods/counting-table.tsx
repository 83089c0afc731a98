import { ASPECTS, countedBy, type Aspect, type Counted } from '@/domain/counting-rule';
import type { Indicator, Organisation } from '@/domain/series';

interface Chart {
  readonly slug: string;
  readonly title: string;
}

export interface Counter {
  readonly organisation: Pick<Organisation, 'name' | 'shortName' | 'kind' | 'method' | 'url'> & { readonly id: string };
  readonly indicators: readonly { readonly indicator: Pick<Indicator, 'name' | 'unit' | 'definition' | 'includes' | 'isSummable'> & { readonly id: string }; readonly charts: readonly Chart[] }[];
  readonly notes: readonly string[];
  /** What is known to be uncertain in its numbers, in words. */
  readonly problems: readonly string[];
  readonly rights: string;
}

const ASPECT_NAMES: Readonly<Record<Aspect, string>> = { civilians: 'Civilians', security: 'Security forces', militants: 'Militants', attacks: 'Attacks', operations: 'Operations' };
const SIGNS: Readonly<Record<Counted, { readonly sign: string; readonly words: string }>> = {
  counted: { sign: '●', words: 'counted' },
  partly: { sign: '◐', words: 'counted in part' },
  'left-out': { sign: '–', words: 'left out' },
  'not-said': { sign: '?', words: 'not said' },
};
const WHOSE: Readonly<Record<Organisation['kind'], string>> = {
  research: 'Research institute', state: 'A party’s own account', 'armed-group': 'A party’s own account', un: 'United Nations', press: 'Press', ngo: 'Aid organisation', other: 'Other',
};

/** What each sign of the table means. */
export function CountingKey() {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
      {Object.values(SIGNS).map(({ sign, words }) => <li key={words}><span aria-hidden="true" className="inline-block w-5 text-ink">{sign}</span>{words}</li>)}
    </ul>
  );
}

/** Who counts what, side by side: one block for an organisation, one row for each thing it counts. */
export function CountingTable({ counters, chartHref }: { counters: readonly Counter[]; chartHref: (slug: string) => string }) {
  const first = new Map<string, string>();
  for (const { organisation, indicators } of counters) for (const { indicator } of indicators) if (!first.has(indicator.id)) first.set(indicator.id, organisation.id);
  return (
    <div className="relative overflow-x-auto border-y border-rule-strong" role="region" aria-label="How each organisation counts" tabIndex={0}>
      <table className="w-full min-w-[52rem] border-collapse text-[0.9375rem]">
        <caption className="sr-only">How each organisation counts</caption>
        <thead>
          <tr className="border-b border-rule-strong text-start align-bottom">
            <th scope="col" className="py-2 pe-4 text-start font-semibold">What is counted</th>
            {ASPECTS.map((aspect) => <th key={aspect} scope="col" className="w-20 px-1 py-2 text-center text-sm font-semibold">{ASPECT_NAMES[aspect]}</th>)}
            <th scope="col" className="w-56 py-2 ps-4 text-start font-semibold">Drawn in</th>
          </tr>
        </thead>
        {counters.map((counter) => (
          <tbody key={counter.organisation.id} className="border-b border-rule-strong last:border-b-0">
            <tr>
              <th colSpan={ASPECTS.length + 2} scope="rowgroup" id={`organisation-${counter.organisation.id}`} className="bg-sunk px-3 py-3 text-start font-normal target:bg-accent-wash">
                <Who {...counter} />
              </th>
            </tr>
            {counter.indicators.map(({ indicator, charts }) => {
              const counted = indicator.isSummable ? countedBy(indicator) : null;
              return (
                <tr key={indicator.id} className="border-t border-rule align-top">
                  <th scope="row" id={first.get(indicator.id) === counter.organisation.id ? `indicator-${indicator.id}` : undefined} className="py-2.5 ps-3 pe-4 text-start font-normal target:bg-accent-wash">
                    <span className="block font-semibold">{indicator.name}</span>
                    <span className="block max-w-prose text-sm text-muted">{indicator.definition}</span>
                  </th>
                  {counted === null
                    ? <td colSpan={ASPECTS.length} className="px-2 py-2.5 text-center text-sm text-muted">Not a count: never added up</td>
                    : ASPECTS.map((aspect) => <Cell key={aspect} counted={counted[aspect]} />)}
                  <td className="py-2.5 ps-4 text-sm">
                    {charts.map(({ slug, title }) => <a key={slug} href={chartHref(slug)} className="block py-0.5">{title}</a>)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Who({ organisation, notes, problems, rights }: Counter) {
  const how = [...new Set([organisation.method, ...notes].filter((text) => text !== null && text !== ''))];
  return (
    <div className="grid max-w-[calc(100vw-4rem)] gap-x-10 gap-y-2 sm:grid-cols-[1.3fr_1fr]">
      <div>
        <span className="block font-serif text-lg font-semibold">
          {organisation.url ? <a href={organisation.url} rel="noreferrer external">{organisation.shortName}</a> : organisation.shortName}
        </span>
        {organisation.name !== organisation.shortName && <span className="block text-sm text-muted">{organisation.name}</span>}
        {how.map((text) => <span key={text} className="mt-1 block">{text}</span>)}
      </div>
      <div className="space-y-1 text-sm text-muted">
        <span className="block"><b className="font-semibold text-ink">Whose word:</b> {WHOSE[organisation.kind]}</span>
        <span className="block"><b className="font-semibold text-ink">Known problems:</b> {problems.length > 0 ? `${problems.join('; ')}.` : 'none seen so far.'}</span>
        <span className="block"><b className="font-semibold text-ink">Licence:</b> {rights}</span>
      </div>
    </div>
  );
}

function Cell({ counted }: { counted: Counted | null }) {
  if (counted === null) return <td className="px-1 py-2.5" />;
  const { sign, words } = SIGNS[counted];
  return (
    <td className="px-1 py-2.5 text-center">
      <span aria-hidden="true" title={words} className={counted === 'counted' || counted === 'partly' ? 'text-ink' : 'text-muted'}>{sign}</span>
      <span className="sr-only">{words}</span>
    </td>
  );
}
