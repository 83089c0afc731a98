import { and, inArray } from 'drizzle-orm';
import type { ChartDefinition } from '../../domain/chart/definition';
import type { SiblingRows } from '../../domain/chart/breakdown';
import type { Database } from '../client';
import { indicators, series } from '../schema/index';
import { findReadings } from './find-readings';
import { findRows } from './find-rows';

/** All series of the indicator and organisation that a chart of one series shows, with all their readings; empty for other charts. */
export async function findSiblings(db: Database, release: number, definition: ChartDefinition): Promise<SiblingRows> {
  const nothing: SiblingRows = { indicators: [], series: [], readings: [] };
  if (definition.kind !== 'periods' || definition.options.seriesIds.length !== 1) return nothing;
  const [own] = await findRows(db, 'series', release, { where: inArray(series.id, [...definition.options.seriesIds]) });
  if (own === undefined) return nothing;
  const siblings = await findRows(db, 'series', release, { where: and(inArray(series.indicatorId, [own.indicatorId]), inArray(series.organisationId, [own.organisationId])) });
  return {
    indicators: await findRows(db, 'indicator', release, { where: inArray(indicators.id, [own.indicatorId]) }),
    series: siblings,
    readings: await findReadings(db, { release, seriesIds: siblings.map(({ id }) => id) }),
  };
}
