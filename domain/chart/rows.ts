// The rows a chart is made from: plain data for one release, found by db/queries and handed to buildChart.

import type { Annotation, Claim, Incident, Place } from '../claim';
import type { Closure, Crossing } from '../closure';
import type { Day } from '../period';
import type { Reading } from '../reading';
import type { Indicator, Organisation, Series } from '../series';

/** Everything current as of `release` that the definition names; readings carry all vintages known as of `asOf`. */
export interface ChartRows {
  readonly release: number;
  readonly asOf: Day | null;
  readonly indicators: readonly Indicator[];
  readonly organisations: readonly Organisation[];
  readonly series: readonly Series[];
  readonly readings: readonly Reading[];
  readonly crossings: readonly Crossing[];
  readonly closures: readonly Closure[];
  readonly incidents: readonly Incident[];
  readonly claims: readonly Claim[];
  readonly places: readonly Place[];
  readonly annotations: readonly Annotation[];
}
