import { chartJson } from '@/domain/chart/json';
import { chartFileResponse } from '@/lib/chart-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingChart } from '@/lib/problem';
import { readChart } from '@/lib/reads/chart';
import { refusedView } from '@/lib/refused-view';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/json'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) return missingChart(slug);
  const refusal = refusedView(chart, view);
  if (refusal) return refusal;
  const data = chartJson(chart.definition, chart.rows, chart.model, { history: view.history });
  const body = JSON.stringify({ release, asOf: view.asOf, data, next: null });
  return chartFileResponse({ slug, release, asOf: view.asOf, extension: 'json', contentType: 'application/json; charset=utf-8', body });
}
