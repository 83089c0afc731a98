import { buildChart } from '@/domain/chart/build';
import type { ChartModel } from '@/domain/chart/model';
import { seedChartRows, seedCharts } from '../../fixtures/starting-data';

/** A chart of the starting data by its slug, built in memory. */
export function seedModel(slug: string): ChartModel {
  const definition = seedCharts(2).find((chart) => chart.slug === slug);
  if (definition === undefined) throw new Error(`The starting data has no chart ${slug}.`);
  return buildChart(definition, seedChartRows(2));
}
