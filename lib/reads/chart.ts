import 'server-only';
import { cache } from 'react';
import { findChartDefinition, findChartDefinitions } from '@/db/queries/find-chart-definitions';
import { findChartRows } from '@/db/queries/find-chart-rows';
import { findSiblings } from '@/db/queries/find-siblings';
import { breakDown, breakdownsOf } from '@/domain/chart/breakdown';
import { buildChart } from '@/domain/chart/build';
import type { ChartDefinition } from '@/domain/chart/definition';
import type { ChartModel } from '@/domain/chart/model';
import type { ChartRows } from '@/domain/chart/rows';
import type { Day } from '@/domain/period';
import type { Drawn, View } from '@/lib/inputs/view';
import { ledgerAt } from './ledger';

export interface ChartRead {
  /** As stored, or, where the view splits the chart, with its parts as series. */
  readonly definition: ChartDefinition;
  readonly rows: ChartRows;
  readonly model: ChartModel;
  /** Dimensions by which a view may split this chart, such as `province`; empty where there are none. */
  readonly breakdowns: readonly string[];
}

/** All charts of a release, in their order. */
export const readChartDefinitions = cache(async (release: number): Promise<readonly ChartDefinition[]> => {
  const definitions = await findChartDefinitions(await ledgerAt(release), release);
  return definitions.toSorted((a, b) => a.position - b.position);
});

/** What a chart is made from, or null when the release has no such chart. Once a request, however many views ask. */
const readSource = cache(async (release: number, slug: string, asOf: Day | null, breakdown: string | null): Promise<Omit<ChartRead, 'model'> | null> => {
  const db = await ledgerAt(release);
  const stored = await findChartDefinition(db, release, slug);
  if (!stored) return null;
  const siblings = await findSiblings(db, release, stored);
  const definition = breakdown === null ? stored : breakDown(stored, breakdown, siblings);
  return { definition, rows: await findChartRows(db, release, definition, asOf), breakdowns: breakdownsOf(stored, siblings) };
});

/** One chart of a release in a view, or null when the release has no such chart. */
export async function readChart(release: number, slug: string, view: Omit<Drawn, 'breakdown' | 'language' | 'digits'> & Partial<Drawn>): Promise<ChartRead | null> {
  const source = await readSource(release, slug, view.asOf, view.breakdown ?? null);
  if (!source) return null;
  const seriesIds = view.series.length > 0 ? view.series : null;
  const model = buildChart(source.definition, source.rows, { from: view.from, to: view.to, lens: view.lens, seriesIds });
  return { ...source, model };
}

/** Whether a view asks for a split that the chart does not have; it is then shown as stored. */
export function strangeBreakdown({ breakdowns }: Pick<ChartRead, 'breakdowns'>, { breakdown }: Pick<View, 'breakdown'>): boolean {
  return breakdown !== null && !breakdowns.includes(breakdown);
}

/** The series ids asked for that the chart does not have. */
export function strangeSeries({ definition }: Pick<ChartRead, 'definition'>, asked: readonly string[]): readonly string[] {
  const own = new Set(ownSeries(definition));
  return asked.filter((id) => !own.has(id));
}

/** The ids by which a chart's series can be chosen; empty where it has none. */
export function ownSeries(definition: ChartDefinition): readonly string[] {
  if (definition.kind === 'periods') return definition.options.seriesIds;
  return definition.kind === 'year-to-date' ? [definition.options.seriesId] : [];
}

/** The series shown in a view whose figures may not be passed on; the charts show them and name the source. */
export function barredSeries({ definition, rows }: Pick<ChartRead, 'definition' | 'rows'>, { series }: Pick<View, 'series'>): readonly string[] {
  const shown = ownSeries(definition).filter((id) => series.length === 0 || series.includes(id));
  return rows.series.filter(({ id, isRedistributable }) => !isRedistributable && shown.includes(id)).map(({ id }) => id);
}
