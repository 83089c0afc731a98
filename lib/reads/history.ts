import 'server-only';
import { findChartVersions } from '@/db/queries/find-chart-versions';
import { findContents } from '@/db/queries/find-contents';
import { CitationRegister } from '@/domain/chart/citation-register';
import type { ChartDefinition } from '@/domain/chart/definition';
import { chartHistory, type ChartHistory } from '@/domain/chart/history';
import type { Citation } from '@/domain/citation';
import type { Day } from '@/domain/period';
import { referencesOf } from '@/domain/reference';
import { readChart } from './chart';
import { ledgerAt } from './ledger';

export interface HistoryRead {
  readonly definition: ChartDefinition;
  readonly history: ChartHistory;
  readonly citations: readonly Citation[];
}

/** Everything ever published about a chart's rows up to a release, as it is stored or split, or null when the release has no such chart. */
export async function readChartHistory(release: number, slug: string, asOf: Day | null, breakdown: string | null): Promise<HistoryRead | null> {
  const db = await ledgerAt(release);
  const chart = await readChart(release, slug, { asOf, breakdown, from: null, to: null, series: [], lens: 'all' });
  if (!chart) return null;
  const { definition } = chart;
  const versions = await findChartVersions(db, release, definition);
  const names = versions.flatMap(({ kind, content }) => referencesOf(kind, content as never));
  const named = await findContents(db, release, names, 1);
  const register = new CitationRegister();
  const history = chartHistory(versions, asOf, (kind, id) => named.get(kind, id), register);
  return { definition, history, citations: register.list() };
}
