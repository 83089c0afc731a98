import { cautionsOf } from '@/domain/chart/cautions';
import type { ChartModel } from '@/domain/chart/model';
import type { ChartRows } from '@/domain/chart/rows';
import { totalChecks } from '@/domain/chart/total-checks';
import { CautionList } from './caution-list';
import { includedWords } from './includes';
import { Terms } from './terms';
import { TotalCheckList } from './total-check-list';

interface AboutNumberProps {
  readonly model: ChartModel;
  readonly rows: ChartRows;
  readonly methodsHref: string;
  readonly cellHref: (cellId: string) => string;
}

/** What is counted and what is not, by whom and how, what is weak about it, and whether the parts make the totals. */
export function AboutNumber({ model, rows, methodsHref, cellHref }: AboutNumberProps) {
  const counters = new Map(rows.organisations.map((organisation) => [organisation.id, organisation.shortName]));
  const counted = new Map(rows.indicators.map((indicator) => [indicator.id, indicator.name]));
  const checks = model.kind === 'periods' ? totalChecks(model, rows) : [];
  const cautions = cautionsOf(model, rows);
  const definitions = rows.indicators.map(({ id, name, definition, includes }) => {
    const { counts, leavesOut } = includedWords(includes);
    return {
      id, term: name,
      text: (
        <>
          {definition}
          {counts.length > 0 && <span className="mt-1 block text-sm"><b className="font-semibold text-ink">Counts:</b> {counts.join(', ')}{leavesOut.length > 0 && <>. <b className="font-semibold text-ink">Leaves out:</b> {leavesOut.join(', ')}</>}.</span>}
        </>
      ),
    };
  });
  const methods = rows.organisations.map(({ id, name, method }) => ({ id, term: name, text: method ?? 'No description of the method was found.' }));
  const special = rows.series.filter(({ methodNote }) => methodNote !== null).map((series) => ({
    id: series.id, term: [counters.get(series.organisationId), counted.get(series.indicatorId), series.breakdown === 'all' ? null : series.breakdownName].filter(Boolean).join(', '), text: series.methodNote,
  }));
  return (
    <section aria-labelledby="about-number" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="about-number" className="text-2xl">About these numbers</h2>
      <p className="mt-3 max-w-prose font-serif text-lg leading-relaxed">{model.description}</p>
      <div className="mt-6 grid gap-x-12 gap-y-8 md:grid-cols-2">
        <Terms title="What is counted" terms={definitions} />
        <Terms title="Who counts, and how" terms={methods} />
        <Terms title="What is special about a series" terms={special} />
        {cautions.length > 0 && (
          <div>
            <h3 className="mb-2 text-lg">Known problems</h3>
            <CautionList cautions={cautions} slug={model.slug} />
          </div>
        )}
      </div>
      {checks.length > 0 && (
        <div className="mt-8">
          <h3 className="mb-1 text-lg">Do the parts make the totals?</h3>
          <p className="mb-2 max-w-prose text-[0.9375rem] text-muted">What a source prints for a longer period, beside the sum of what the chart shows for its parts. A difference is shown, not mended.</p>
          <TotalCheckList checks={checks} slug={model.slug} cellHref={cellHref} />
        </div>
      )}
      <p className="mt-6 text-[0.9375rem]"><a href={methodsHref}>How each organisation counts, side by side</a></p>
    </section>
  );
}
