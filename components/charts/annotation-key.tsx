import type { ChartModel } from '@/domain/chart/model';
import { labelDay } from '@/domain/period';
import { placeAnnotations } from './geometry/annotations';
import { sourceHref } from './source-link';

function positionOn(model: ChartModel): (at: number) => number {
  if (model.kind === 'closures') return (at) => (at - model.axis.from) / Math.max(model.axis.to - model.axis.from, 1);
  if (model.kind === 'periods') return (at) => at / Math.max(model.bands.length, 1);
  return () => -1;
}

/** The events marked in the drawing, in order, with their sources. Where labels stand in the drawing it shows on narrow figures only. */
export function AnnotationKey({ model }: { model: ChartModel }) {
  const { mode, items } = placeAnnotations(model.annotations, positionOn(model));
  if (mode === 'none') return null;
  const list = (
    <ol className="event-list">
      {items.map(({ annotation, number }) => (
        <li key={annotation.id}>
          <span className="event-number" aria-hidden="true">{mode === 'ticks' ? '▾' : number}</span>
          <span>
            <a href={sourceHref(model.slug, annotation.citations)}><b>{labelDay(annotation.day)}</b> {annotation.label}</a>
            {annotation.description !== '' && <span className="event-more">. {annotation.description}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
  if (mode !== 'ticks') return <div className={`event-key event-key-${mode} event-key-${model.kind}`}>{list}</div>;
  return (
    <details className="event-key fold">
      <summary>{items.length} events marked</summary>
      {list}
    </details>
  );
}
