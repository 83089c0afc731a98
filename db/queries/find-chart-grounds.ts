import { groundOf, type ChartGround } from '../../domain/correction';
import { referencesOf } from '../../domain/reference';
import type { Database } from '../client';
import { findChartDefinitions } from './find-chart-definitions';
import { findContents } from './find-contents';

/** What each chart of a release rests on, in the order of display. */
export async function findChartGrounds(db: Database, release: number): Promise<ChartGround[]> {
  const definitions = await findChartDefinitions(db, release);
  const named = await findContents(db, release, definitions.flatMap((definition) => referencesOf('chart', definition)), 0);
  return definitions.map((definition) => groundOf(definition, (kind, id) => named.get(kind, id)));
}
