import { sourceHref } from '@/components/charts/source-link';
import type { ChartModel, PeriodMark } from '@/domain/chart/model';
import type { Vintage } from '@/domain/chart/model-parts';
import { labelDay } from '@/domain/period';

interface RevisedCell {
  readonly mark: PeriodMark;
  readonly cell: string;
}

/** The marks whose value was another one before, with the words that name their cell. */
function revisedCells(model: ChartModel): readonly RevisedCell[] {
  if (model.kind !== 'periods' && model.kind !== 'year-to-date') return [];
  const names = new Map(model.legend.map((item) => [item.id, item.label]));
  const marks = model.kind === 'periods' ? model.panels.flatMap((panel) => panel.marks) : model.lines.flatMap((line) => line.points);
  return marks.flatMap((mark) => {
    if (mark.vintages.length === 0) return [];
    const band = model.bands[mark.band]?.label ?? '';
    const name = names.get(mark.seriesId);
    return [{ mark, cell: names.size > 1 && name ? `${band}, ${name}` : band }];
  });
}

/** How each revised number came to be what it is: every earlier value with the day it was known. */
export function RevisedCells({ model, historyHref }: { model: ChartModel; historyHref: string }) {
  const cells = revisedCells(model);
  if (cells.length === 0) return null;
  return (
    <section aria-labelledby="revised" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="revised" className="text-2xl">Numbers that were revised</h2>
      <p className="mt-2 max-w-prose text-muted">The sources changed these after they had first printed them. The newest stands in the chart; none was overwritten. <a href={historyHref}>The history of every number</a> says in which release each stood.</p>
      <ul className="mt-4 grid gap-x-10 gap-y-3 text-[0.9375rem] sm:grid-cols-2 lg:grid-cols-3">
        {cells.map(({ mark, cell }) => (
          <li key={mark.id} className="border-t border-rule pt-2">
            <span className="font-semibold">{cell}</span>
            <ol className="mt-1">
              {mark.vintages.map((vintage) => (
                <Step key={`${vintage.knownFrom}-${vintage.label}`} slug={model.slug} vintage={vintage} isCurrent={false} />
              ))}
              <Step slug={model.slug} vintage={{ ...mark, knownFrom: mark.reportedOn ?? '' }} isCurrent />
            </ol>
          </li>
        ))}
      </ul>
    </section>
  );
}

type StepVintage = Pick<Vintage, 'label' | 'knownFrom' | 'reportedOn' | 'citations'>;

function Step({ slug, vintage, isCurrent }: { slug: string; vintage: StepVintage; isCurrent: boolean }) {
  const day = vintage.reportedOn ?? vintage.knownFrom;
  return (
    <li className={isCurrent ? '' : 'text-muted'}>
      <a href={sourceHref(slug, vintage.citations)} data-mark className={isCurrent ? 'font-semibold' : 'line-through decoration-accent'}>{vintage.label}</a>
      {day !== '' && <span className="text-muted"> reported {labelDay(day)}</span>}
    </li>
  );
}
