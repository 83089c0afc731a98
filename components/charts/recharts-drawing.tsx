'use client';

import { memo, type ReactNode } from 'react';
import type { ChartModel } from '@/domain/chart/model';
import { MeasuredDense } from './dense/measured-dense';
import type { PlotPointer } from './measured-plot';
import { RechartsClaims } from './recharts-claims';
import { RechartsClosedDays } from './recharts-closed-days';
import { RechartsClosures } from './recharts-closures';
import { RechartsPeriods } from './recharts-periods';
import { RechartsYearToDate } from './recharts-year-to-date';

export interface RechartsDrawingProps<M extends ChartModel> extends PlotPointer {
  readonly model: M;
  /** Ids of legend items that the reader switched off. */
  readonly hidden: ReadonlySet<string>;
  /** More periods than Recharts can follow a hand with: one path instead of a mark each. */
  readonly isDense?: boolean;
}

function DrawingOfKind({ model, isDense = false, ...rest }: RechartsDrawingProps<ChartModel>): ReactNode {
  switch (model.kind) {
    case 'periods': return isDense ? <MeasuredDense model={model} {...rest} /> : <RechartsPeriods model={model} {...rest} />;
    case 'year-to-date': return <RechartsYearToDate model={model} {...rest} />;
    case 'closures': return <RechartsClosures model={model} {...rest} />;
    case 'closed-days': return <RechartsClosedDays model={model} {...rest} />;
    case 'claims': return <RechartsClaims model={model} {...rest} />;
    case 'map': return null;
  }
}

/** The interactive drawing of each kind (the map has none). Memoised: what the pointer does must not draw Recharts again. */
export const RechartsDrawing = memo(DrawingOfKind);
