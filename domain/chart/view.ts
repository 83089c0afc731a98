// A view narrows what a chart shows; it never changes what a number says.

import type { Lens } from '../claim';
import type { Day } from '../period';

export interface ChartView {
  /** First and last day asked for, or null for what the definition says. Clipped to what the rows can fill. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Whose claims are shown; only claims charts have claims. */
  readonly lens: Lens;
  /** Series asked for by id, or absent for all of the definition. Unknown ids are ignored. */
  readonly seriesIds?: readonly string[] | null;
}

export const WHOLE_VIEW: ChartView = { from: null, to: null, lens: 'all' };
