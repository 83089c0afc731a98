import type { ChartModel } from '@/domain/chart/model';
import type { FigureChange } from '@/domain/embed/changes';
import type { ComparedChart } from '@/domain/review/compare';
import { BeforeAfter } from './before-after';
import { PicturePair } from './picture-pair';

interface ChartChangesProps {
  readonly chart: ComparedChart;
  readonly marks: readonly FigureChange[];
  /** The number of the release that stands, and of the one to come. */
  readonly releases: { readonly before: number; readonly after: number };
}

/** A page with more marks than this is read by nobody; the files have them all. */
const MOST_MARKS = 60;

/** One chart that will look or read otherwise: both pictures, the marks that change, and its words. */
export function ChartChanges({ chart, marks, releases }: ChartChangesProps) {
  const { slug, title, before, after, fault } = chart;
  return (
    <section aria-labelledby={`chart-${slug}`} className="mb-12 border-t border-rule pt-5 first:border-t-0 first:pt-0">
      <h3 id={`chart-${slug}`} className="mb-1 font-serif text-lg font-semibold">{after?.title ?? title}</h3>
      <p className="mb-4 text-sm text-muted">{sayMarks(chart, marks)}</p>
      <PicturePair slug={slug} before={before} after={after} fault={fault} beforeLabel={`Now, release ${releases.before}`} afterLabel={`As release ${releases.after}`} />
      {marks.length > 0 && <MarksTable title={title} marks={marks} />}
      <dl className="mt-4 space-y-2 text-[0.9375rem]">
        {wordsOf(before, after).map((word) => <BeforeAfter key={word.label} {...word} />)}
      </dl>
    </section>
  );
}

function sayMarks({ before, after }: ComparedChart, marks: readonly FigureChange[]): string {
  if (before === null) return 'A new chart.';
  if (after === null) return 'The chart cannot be shown any more.';
  if (marks.length === 0) return 'No mark changes; what is said around them or behind them does.';
  const corrections = marks.filter(({ nature }) => nature === 'correction').length;
  const count = marks.length === 1 ? 'One mark changes' : `${marks.length} marks change`;
  return corrections === 0 ? `${count}, as an update.` : `${count}, ${corrections === marks.length ? 'as corrections' : `${corrections} of them as corrections`}.`;
}

function MarksTable({ title, marks }: { readonly title: string; readonly marks: readonly FigureChange[] }) {
  const shown = marks.slice(0, MOST_MARKS);
  return (
    <div className="relative mt-4 max-w-3xl overflow-x-auto" role="region" aria-label={`Marks that change: ${title}`} tabIndex={0}>
      <table className="w-full border-collapse text-[0.9375rem] tabular-nums">
        <thead>
          <tr className="text-sm text-muted">
            <th scope="col" className="py-1 pe-4 text-start font-medium">Mark</th>
            <th scope="col" className="py-1 pe-4 text-end font-medium">Now</th>
            <th scope="col" className="py-1 pe-4 text-end font-medium">Then</th>
            <th scope="col" className="py-1 text-start font-medium">Told as</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, before, after, nature }) => (
            <tr key={id} className="border-t border-rule align-baseline">
              <th scope="row" className="py-1.5 pe-4 text-start font-normal">{name}</th>
              <td className="py-1.5 pe-4 text-end text-muted">{before ?? '–'}</td>
              <td className="py-1.5 pe-4 text-end font-semibold">{after ?? 'gone'}</td>
              <td className={`py-1.5 ${nature === 'correction' ? 'text-accent' : 'text-muted'}`}>{nature}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {marks.length > shown.length && <p className="py-1.5 text-sm text-muted">And {marks.length - shown.length} more.</p>}
    </div>
  );
}

/** The words around a drawing that change, and its alt text in any case: nobody sees that in the pictures. */
function wordsOf(before: ChartModel | null, after: ChartModel | null): readonly { readonly label: string; readonly before: string | null; readonly after: string | null }[] {
  const pairs = ([['Title', 'title'], ['Subtitle', 'subtitle'], ['Description', 'description'], ['What is counted', 'countingRule']] as const)
    .map(([label, name]) => ({ label, before: before?.[name] ?? null, after: after?.[name] ?? null }))
    .filter((pair) => pair.before !== pair.after);
  const alt = { label: 'Alt text', before: before?.altText === after?.altText ? null : before?.altText ?? null, after: after?.altText ?? null };
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  const [gone, come] = [notIn(was, is), notIn(is, was)];
  const notes = gone.length + come.length === 0 ? [] : [{ label: 'Notes', before: gone.join(' '), after: come.length === 0 ? null : come.join(' ') }];
  return [...pairs, alt, ...notes];
}

const notIn = (some: readonly string[], others: readonly string[]): readonly string[] => some.filter((text) => !others.includes(text));

/** Notes are long and change in a sentence or two. */
const sentencesOf = (model: ChartModel | null): readonly string[] => (model?.notes ?? []).flatMap((note) => note.split(/(?<=[.!?]) (?=[A-Z])/));
