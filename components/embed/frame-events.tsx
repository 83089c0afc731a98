import type { ChartModel } from '@/domain/chart/model';
import { labelDay } from '@/domain/period';
import { sourceHref } from '@/components/charts/source-link';

/** Events that are too many for numbers in the drawing, told by date behind a button beside the table's. */
export function FrameEvents({ model }: { model: ChartModel }) {
  return (
    <details className="tab tab-events" name="over">
      <summary>{model.annotations.length} events</summary>
      <ol className="table-wrap events" aria-label="Events" tabIndex={0}>
        {model.annotations.map(({ id, day, label, description, citations }) => (
          <li key={id}><a href={sourceHref(model.slug, citations)}>{labelDay(day)}</a>: <b>{label}.</b> {description}</li>
        ))}
      </ol>
    </details>
  );
}
