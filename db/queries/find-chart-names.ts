import { asc, eq, lte } from 'drizzle-orm';
import type { ChartDefinition } from '../../domain/chart/definition';
import type { Database } from '../client';
import { charts } from '../schema/index';
import { findRows } from './find-rows';

/**
 * Every slug that a chart ever had up to and including a release, with the id of its chart: an embed's address outlives a new name.
 * A slug that two charts had belongs to the one that had it last.
 */
export async function findChartNames(db: Database, release: number): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ slug: charts.slug, id: charts.id })
    .from(charts)
    .where(lte(charts.publishedIn, release))
    .orderBy(asc(charts.publishedIn), asc(charts.revision));
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** One chart of a release by its id, withdrawn ones too, or null. */
export async function findChartById(db: Database, release: number, id: string): Promise<ChartDefinition | null> {
  const [definition] = await findRows(db, 'chart', release, { where: eq(charts.id, id) });
  return definition ?? null;
}
