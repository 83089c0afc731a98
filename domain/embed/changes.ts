// What changed in a chart between two releases is the difference of its figures, each told as update or correction by the rows behind it.

import type { ChartModel } from '../chart/model';
import type { ChartRows } from '../chart/rows';
import type { RowContent } from '../draft';
import type { RowKind } from '../release';
import { figuresOf, type Figure } from './figures';
import { isCorrection, touches, type RowChange } from './row-change';

export interface FigureChange {
  readonly id: string;
  readonly name: string;
  /** The values, or where these are the same, the values with what else is said of them. Null where the figure is new. */
  readonly before: string | null;
  /** Null where the figure is gone. */
  readonly after: string | null;
  readonly nature: 'update' | 'correction';
}

/** Corrections first, then in the order of the drawing. Empty exactly when both models have the same figures. `rows` are all changes between the two. */
export function changesBetween(before: ChartModel, after: ChartModel, rows: readonly RowChange[]): readonly FigureChange[] {
  const was = byId(figuresOf(before));
  const is = byId(figuresOf(after));
  const gone = [...was.values()].filter(({ id }) => !is.has(id)).map((figure) => told(figure, figure, null, rows));
  const changed = [...is.values()].flatMap((figure) => {
    const earlier = was.get(figure.id);
    return earlier?.words === figure.words ? [] : [told(figure, earlier ?? null, figure, rows)];
  });
  const all = [...changed, ...gone];
  return [...all.filter(({ nature }) => nature === 'correction'), ...all.filter(({ nature }) => nature === 'update')];
}

function byId(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  return new Map(figures.map((figure) => [figure.id, figure]));
}

function told({ id, name, ground }: Figure, before: Figure | null, after: Figure | null, rows: readonly RowChange[]): FigureChange {
  const direct = rows.filter((row) => touches(row, ground));
  // What no row of its own explains came from the chart, its series or its crossings.
  const causes = direct.length > 0 ? direct : rows.filter(({ kind }) => GENERAL.has(kind));
  const print = (figure: Figure): string => (before?.value === after?.value ? figure.words : figure.value);
  return { id, name, before: before && print(before), after: after && print(after), nature: causes.some(isCorrection) ? 'correction' : 'update' };
}

const GENERAL: ReadonlySet<RowKind> = new Set(['chart', 'series', 'indicator', 'organisation', 'crossing', 'incident', 'place']);

/** The latest release that corrected or withdrew a row behind one of the figures shown; null where none did. */
export function lastCorrection(model: ChartModel, rows: ChartRows): number | null {
  const figures = figuresOf(model);
  const kinds = [['reading', rows.readings], ['closure', rows.closures], ['crossing', rows.crossings], ['claim', rows.claims], ['incident', rows.incidents],
    ['place', rows.places], ['annotation', rows.annotations]] as const;
  let last: number | null = null;
  for (const [kind, list] of kinds) {
    for (const row of list) {
      if (!isCorrection(row) || (last !== null && row.publishedIn <= last)) continue;
      const change = { kind, id: row.id, content: row as unknown as RowContent, replaced: null };
      if (figures.some(({ ground }) => touches(change, ground))) last = row.publishedIn;
    }
  }
  return last;
}
