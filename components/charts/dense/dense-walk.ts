import type { PeriodsModel } from '@/domain/chart/model';
import type { WalkMark } from '../walk/walk-mark';
import { periodLines } from '../walk/walk-marks';
import { placeDense } from './place-dense';

/** The days of a chart with very many of them, for pointer and keys: each answers over the height of its plot. */
export function denseWalkMarks(model: PeriodsModel, hidden: ReadonlySet<string>): WalkMark[] {
  const count = Math.max(model.bands.length, 1);
  const names = new Map(model.legend.map(({ id, label }, index) => [id, { label, index }]));
  return placeDense(model).panels.flatMap(({ marks, title, axis }, plot) => marks.filter(({ status, seriesId }) => status === 'current' && !hidden.has(seriesId)).map((mark): WalkMark => {
    const name = title ?? (model.legend.length > 1 ? names.get(mark.seriesId)?.label : undefined);
    return {
      id: mark.id, plot, seriesId: mark.seriesId, row: model.arrangement === 'panels' ? plot : names.get(mark.seriesId)?.index ?? 0, column: mark.band,
      x0: mark.band / count, x1: (mark.band + 1) / count, y0: axis.y(mark.span[1]), y1: axis.base, reach: 'column', spoken: mark.spoken, citations: mark.citations,
      tip: { head: [model.bands[mark.band]?.label, name].filter((part) => part !== undefined).join(' · '), value: mark.label, unit: mark.value === null ? '' : model.unit, lines: periodLines(mark) },
    };
  }));
}
