import type { TotalCheck } from '@/domain/chart/total-checks';
import { sourceHref } from '@/components/charts/source-link';

interface TotalCheckListProps {
  readonly checks: readonly TotalCheck[];
  readonly slug: string;
  /** Where the sources of a total stand: its cell in the chart's history. */
  readonly cellHref: (cellId: string) => string;
}

function verdict({ agrees, difference, gap, isByConstruction }: TotalCheck): string {
  if (difference === 0) return isByConstruction ? 'the same: one of them was worked out from the others' : 'the same';
  return `${gap} ${difference > 0 ? 'more' : 'fewer'}${agrees === 'within-qualifiers' ? ', which the qualifiers allow' : ''}`;
}

/** Printed totals beside the sums of the parts that the chart shows. Differences stand as they are. */
export function TotalCheckList({ checks, slug, cellHref }: TotalCheckListProps) {
  return (
    <div className="table-wrap" role="region" aria-label="Totals and their parts" tabIndex={0}>
      <table className="chart-table total-checks">
        <caption className="visually-hidden">Totals that the sources print, and the sums of the parts shown in the chart</caption>
        <thead>
          <tr><th scope="col">Total of</th><th scope="col" className="is-end">Printed</th><th scope="col">Parts shown</th><th scope="col" className="is-end">Their sum</th><th scope="col">The printed total is</th></tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.id}>
              <th scope="row">{check.period}{check.series !== null && <small className="remark">{check.series}</small>}</th>
              <td className="is-end"><a href={cellHref(check.cellId)} data-mark>{check.total}</a></td>
              <td>
                {check.parts.map(({ period, label, citations }, position) => (
                  <span key={period}>{position > 0 && ' + '}<a href={sourceHref(slug, citations)} data-mark title={period}>{label}</a></span>
                ))}
              </td>
              <td className="is-end">{check.sum}</td>
              <td className={check.agrees === 'no' ? 'font-semibold' : undefined}>{verdict(check)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
