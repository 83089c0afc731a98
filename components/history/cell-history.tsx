import type { PeriodMark } from '@/domain/chart/model';
import { labelDay } from '@/domain/period';
import { sourceHref } from '@/components/charts/source-link';

/** The values that one cell has had, oldest first, each with the day it became known and its source; the last is the one shown. */
export function CellHistory({ mark, slug }: { mark: PeriodMark; slug: string }) {
  return (
    <details className="cell-history">
      <summary>history</summary>
      <ol>
        {mark.vintages.map(({ label, knownFrom, reportedOn, kind, citations }) => (
          <li key={`${label}-${knownFrom}`}>
            <a href={sourceHref(slug, citations)}>{label}</a>
            <span> {labelDay(reportedOn ?? knownFrom)}{kind === 'derived' ? ', derived' : ''}</span>
          </li>
        ))}
        <li aria-current="true">
          <a href={sourceHref(slug, mark.citations)}>{mark.label}</a>
          {mark.reportedOn !== null && <span> {labelDay(mark.reportedOn)}</span>}
        </li>
      </ol>
    </details>
  );
}
