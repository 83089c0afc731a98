import { asc, eq } from 'drizzle-orm';
import type { ChartDefinition } from '../../domain/chart/definition';
import type { Database } from '../client';
import { charts } from '../schema/index';
import { findRows } from './find-rows';

/** The charts of a release in their order of display. */
export async function findChartDefinitions(db: Database, release: number): Promise<ChartDefinition[]> {
  return findRows(db, 'chart', release, { orderBy: [asc(charts.position), asc(charts.slug)] });
}

/** One chart of a release by its slug, or null. */
export async function findChartDefinition(db: Database, release: number, slug: string): Promise<ChartDefinition | null> {
  const [definition] = await findRows(db, 'chart', release, { where: eq(charts.slug, slug) });
  return definition ?? null;
}
