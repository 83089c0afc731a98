import { chartRecords } from '@/domain/chart/records';
import { chartFileResponse } from '@/lib/chart-file';
import { printCsv } from '@/lib/csv';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingChart } from '@/lib/problem';
import { readChart } from '@/lib/reads/chart';
import { refusedView } from '@/lib/refused-view';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/csv'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) return missingChart(slug);
  const refusal = refusedView(chart, view);
  if (refusal) return refusal;
  const { columns, records } = chartRecords(chart.definition, chart.rows, chart.model, { history: view.history });
  return chartFileResponse({ slug, release, asOf: view.asOf, extension: 'csv', contentType: 'text/csv; charset=utf-8; header=present', body: printCsv(columns, records) });
}
