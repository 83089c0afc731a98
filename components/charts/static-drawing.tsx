import type { ReactNode } from 'react';
import type { ChartModel } from '@/domain/chart/model';
import type { ChartKind } from '@/domain/chart/definition';
import { DENSE } from './dense/columns';
import { StaticDense } from './dense/static-dense';
import { StaticClaims } from './static-claims';
import { StaticClosedDays } from './static-closed-days';
import { StaticClosures } from './static-closures';
import { StaticMap } from './static-map';
import { StaticPeriods } from './static-periods';
import { StaticYearToDate } from './static-year-to-date';

interface Look { readonly width?: number; readonly hasLists?: boolean }

type Drawings = { readonly [K in ChartKind]: (model: Extract<ChartModel, { kind: K }>, look: Look) => ReactNode };

const DRAWINGS: Drawings = {
  periods: (model) => (model.bands.length > DENSE ? <StaticDense model={model} /> : <StaticPeriods model={model} />),
  'year-to-date': (model) => <StaticYearToDate model={model} />,
  closures: (model) => <StaticClosures model={model} />,
  'closed-days': (model) => <StaticClosedDays model={model} />,
  claims: (model) => <StaticClaims model={model} />,
  map: (model, look) => <StaticMap model={model} {...look} />,
};

/**
 * The chart as plain SVG and HTML, fluid and exact at every width, complete without JavaScript. Plots read left to right in every
 * language. `width` in px fixes the drawing for pictures; without it the drawing fills its container.
 * Frames, which have little room and sources elsewhere, do without the lists of a map (`hasLists`).
 */
export function StaticDrawing({ model, width, hasLists }: Look & { model: ChartModel }) {
  // The map's key and its argument have the same kind by construction, which TypeScript cannot follow through the index.
  const draw = DRAWINGS[model.kind] as (model: ChartModel, look: Look) => ReactNode;
  return (
    <div className="drawing" dir="ltr" data-layer="static" data-kind={model.kind} style={width === undefined ? undefined : { width }}>
      {draw(model, { width, hasLists })}
    </div>
  );
}
